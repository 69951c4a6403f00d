import { drawElement } from './draw-element.ts'
import { attributes, escapeXml, wrapText } from './svg-text.ts'

/** What is printed in a picture around the chart, so that it says what it is wherever it goes. */
export type Caption = {
  readonly title: string
  /** n, effective n, unit. */
  readonly facts: string
  /** Labels such as that of a rehearsal; the first thing read. */
  readonly labels: readonly string[]
  /** Method and caveat. */
  readonly notes: readonly string[]
}

const MARGIN = 24
/** Captions of narrow charts need as much. */
const LEAST_WIDTH = 560
const family = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif"
const ink = '#1c1e22'
const quiet = '#5a5f66'
const warn = '#875600'

type Line = { text: string; size: number; weight: number; fill: string }

/** A chart as it is on the screen, in light colours, with its caption inside: an SVG of its own. */
export function toSvg(figure: Element, caption: Caption): string {
  return inLight(() => {
    // What scrolls within the figure is taken whole.
    const chart = figure.querySelector('[data-picture]') ?? figure
    const { left, top, width: wide, height } = chart.getBoundingClientRect()
    const width = Math.max(wide, LEAST_WIDTH)
    const above = [
      ...caption.labels.map((text) => ({ text, size: 12, weight: 600, fill: warn })),
      { text: caption.title, size: 16, weight: 600, fill: ink },
      { text: caption.facts, size: 12, weight: 400, fill: quiet },
    ]
    const below = caption.notes.map((text) => ({ text, size: 11, weight: 400, fill: quiet }))
    const head = linesIn(above, width, MARGIN)
    const foot = linesIn(below, width, head.bottom + 12 + height + 8)
    const size = { width: width + 2 * MARGIN, height: foot.bottom + MARGIN - 4 }
    const body = drawElement(chart, { left: left - MARGIN, top: top - head.bottom - 12 })
    return `<svg xmlns="http://www.w3.org/2000/svg"${attributes({
      viewBox: `0 0 ${Math.ceil(size.width)} ${Math.ceil(size.height)}`,
      width: Math.ceil(size.width),
      height: Math.ceil(size.height),
      role: 'img',
      'font-family': family,
    })}><title>${escapeXml([caption.title, ...caption.labels].join('. '))}</title><rect width="100%" height="100%" fill="#ffffff"/>${head.drawn}${body}${foot.drawn}</svg>`
  })
}

function linesIn(texts: readonly Line[], width: number, top: number) {
  let y = top
  const drawn = texts.flatMap(({ text, size, weight, fill }) =>
    wrapText(text, `${weight} ${size}px ${family}`, width).map((line) => {
      y += size * 1.4
      return `<text${attributes({
        x: MARGIN,
        y: y - size * 0.35,
        'font-size': size,
        'font-weight': weight === 400 ? null : weight,
        fill,
      })}>${escapeXml(line)}</text>`
    }),
  )
  return { drawn: drawn.join(''), bottom: y }
}

/** Colours are read off in the light scheme: nothing is painted in between. */
function inLight<Value>(read: () => Value): Value {
  const { dataset } = document.documentElement
  const scheme = dataset['mantineColorScheme']
  dataset['mantineColorScheme'] = 'light'
  try {
    return read()
  } finally {
    if (scheme === undefined) delete dataset['mantineColorScheme']
    else dataset['mantineColorScheme'] = scheme
  }
}

const SCALE = 2

/** The same as pixels, twice as many as the screen's. */
export async function toPng(svg: string): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * SCALE
  canvas.height = image.naturalHeight * SCALE
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((done, fail) => {
    canvas.toBlob((blob) =>
      blob ? done(blob) : fail(new Error('The picture is too large to copy')),
    )
  })
}
