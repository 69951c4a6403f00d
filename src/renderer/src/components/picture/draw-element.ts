import { svgColour } from './colour.ts'
import { attributes, escapeXml, measureText } from './svg-text.ts'
import { linesOf, type TextLine } from './text-lines.ts'

/** Where a picture begins, in pixels of the viewport. */
export type Origin = { readonly left: number; readonly top: number }

/** What is on the screen within an element, as the inside of an SVG; tools are left out. */
export function drawElement(element: Element, origin: Origin, clip: DOMRect | null = null): string {
  const style = getComputedStyle(element)
  if (isUnseen(element, style)) return ''
  if (element instanceof SVGElement) return drawSvg(element, origin)
  const own = drawBox(element.getBoundingClientRect(), style, origin)
  const cut = /hidden|clip/.test(style.overflow + style.overflowX)
  const inner = cut ? element.getBoundingClientRect() : clip
  const children = [...element.childNodes].map((child) => {
    if (child instanceof Text) return drawText(child, style, origin, inner)
    return child instanceof Element ? drawElement(child, origin, inner) : ''
  })
  return own + children.join('')
}

/** What is there to be used, not to be looked at. */
const tools =
  '[data-tool], [role="radiogroup"], input, [class*="mantine-Button-root"], [class*="mantine-ActionIcon-root"]'

function isUnseen(element: Element, style: CSSStyleDeclaration): boolean {
  return (
    style.display === 'none' ||
    style.visibility === 'hidden' ||
    style.opacity === '0' ||
    element.matches(tools) ||
    // What is folded has a size all the same.
    (element instanceof HTMLDetailsElement && !element.open) ||
    // Said for those who do not see: a pixel, clipped.
    style.clipPath === 'inset(50%)' ||
    style.clip === 'rect(0px, 0px, 0px, 0px)'
  )
}

function drawBox(rect: DOMRect, style: CSSStyleDeclaration, origin: Origin): string {
  if (rect.width === 0 || rect.height === 0) return ''
  const fill = svgColour(style.backgroundColor)
  const frame = frameOf(style)
  const box = {
    x: rect.left - origin.left,
    y: rect.top - origin.top,
    width: rect.width,
    height: rect.height,
  }
  const half = (frame?.width ?? 0) / 2
  const painted =
    fill === null && frame === null
      ? ''
      : `<rect${attributes({
          x: box.x + half,
          y: box.y + half,
          width: Math.max(0, box.width - 2 * half),
          height: Math.max(0, box.height - 2 * half),
          rx: radiusOf(style, rect),
          fill: fill ?? 'none',
          stroke: frame?.colour,
          'stroke-width': frame?.width,
        })}/>`
  return painted + middleLine(box, style) + (frame === null ? edges(box, style) : '')
}

function radiusOf(
  { borderTopLeftRadius: radius }: CSSStyleDeclaration,
  { width, height }: DOMRect,
) {
  const size = Number.parseFloat(radius) || 0
  const pixels = radius.endsWith('%') ? (size / 100) * width : size
  return pixels === 0 ? null : Math.min(pixels, width / 2, height / 2)
}

/** A line around: a border alike on all sides, or a shadow inside. */
function frameOf(style: CSSStyleDeclaration): { width: number; colour: string } | null {
  const { borderTopWidth, borderRightWidth, borderBottomWidth, borderLeftWidth } = style
  const widths = [borderTopWidth, borderRightWidth, borderBottomWidth, borderLeftWidth]
  const width = Number.parseFloat(borderTopWidth)
  const colour = svgColour(style.borderTopColor)
  const solid = style.borderTopStyle !== 'none' && widths.every((one) => one === borderTopWidth)
  if (solid && width > 0 && colour !== null) return { width, colour }
  const inset = /^(.+?) 0px 0px 0px ([\d.]+)px inset$/.exec(style.boxShadow)
  const shade = inset && svgColour(inset[1]!)
  return inset && shade ? { width: Number(inset[2]), colour: shade } : null
}

/** A band painted across the middle as a gradient of one colour: the whisker of an interval. */
function middleLine(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  { backgroundImage, backgroundSize }: CSSStyleDeclaration,
): string {
  const [, ink] = /^linear-gradient\((.+), \1\)$/.exec(backgroundImage) ?? []
  const [, thick] = /^100% ([\d.]+)px$/.exec(backgroundSize) ?? []
  const fill = ink === undefined ? null : svgColour(ink)
  if (fill === null || thick === undefined) return ''
  const band = Number(thick)
  return `<rect${attributes({ x, y: y + (height - band) / 2, width, height: band, fill })}/>`
}

/** Borders that are not alike, each as its own line. */
function edges(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  style: CSSStyleDeclaration,
): string {
  const side = (name: 'Top' | 'Right' | 'Bottom' | 'Left') => {
    const size = Number.parseFloat(style[`border${name}Width`])
    const colour =
      style[`border${name}Style`] === 'none' ? null : svgColour(style[`border${name}Color`])
    return size > 0 && colour !== null ? { size, fill: colour } : null
  }
  const [top, right, bottom, left] = [side('Top'), side('Right'), side('Bottom'), side('Left')]
  return [
    top && { x, y, width, height: top.size, fill: top.fill },
    right && { x: x + width - right.size, y, width: right.size, height, fill: right.fill },
    bottom && { x, y: y + height - bottom.size, width, height: bottom.size, fill: bottom.fill },
    left && { x, y, width: left.size, height, fill: left.fill },
  ]
    .filter((line) => line !== null)
    .map((line) => `<rect${attributes(line)}/>`)
    .join('')
}

function drawText(
  node: Text,
  style: CSSStyleDeclaration,
  origin: Origin,
  clip: DOMRect | null,
): string {
  if (node.data.trim() === '') return ''
  const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  return withQuotes(node, linesOf(node, font, clip), font)
    .map(
      ({ text, left, baseline }) =>
        `<text${attributes({
          x: left - origin.left,
          y: baseline - origin.top,
          fill: svgColour(style.color),
          'font-size': Number.parseFloat(style.fontSize),
          'font-weight': style.fontWeight === '400' ? null : style.fontWeight,
          'font-style': style.fontStyle === 'normal' ? null : style.fontStyle,
        })}>${escapeXml(text)}</text>`,
    )
    .join('')
}

/** The marks around a quote are the browser's own and in no text: they are written beside it. */
function withQuotes(node: Text, lines: readonly TextLine[], font: string): readonly TextLine[] {
  const quote = node.parentElement
  if (quote?.tagName !== 'Q') return lines
  return lines.map((line, i) => {
    const opens = i === 0 && node === quote.firstChild ? '“' : ''
    const closes = i === lines.length - 1 && node === quote.lastChild ? '”' : ''
    const left = opens === '' ? line.left : line.left - measureText(opens, font).width
    return { ...line, text: opens + line.text + closes, left }
  })
}

/** Lines of a drawing, moved to where they are seen, so that no viewer has to scale strokes. */
function drawSvg(element: SVGElement, origin: Origin): string {
  if (!(element instanceof SVGGeometryElement))
    return [...element.children].map((child) => drawElement(child, origin)).join('')
  const matrix = element.getScreenCTM()
  if (matrix === null) return ''
  const style = getComputedStyle(element)
  const length = element.getTotalLength()
  const isStraight = element instanceof SVGPolylineElement || element instanceof SVGLineElement
  const points = isStraight ? cornersOf(element) : sampled(element, length)
  const d = points
    .map((point) => point.matrixTransform(matrix))
    .map(
      ({ x, y }, i) =>
        `${i === 0 ? 'M' : 'L'}${(x - origin.left).toFixed(2)} ${(y - origin.top).toFixed(2)}`,
    )
    .join('')
  return `<path${attributes({
    d,
    fill: style.fill === 'none' ? 'none' : svgColour(style.fill),
    stroke: style.stroke === 'none' ? null : svgColour(style.stroke),
    'stroke-width': Number.parseFloat(style.strokeWidth),
    'stroke-opacity': style.strokeOpacity === '1' ? null : style.strokeOpacity,
    'stroke-dasharray':
      style.strokeDasharray === 'none' ? null : style.strokeDasharray.replaceAll('px', ''),
  })}/>`
}

function cornersOf(element: SVGPolylineElement | SVGLineElement): DOMPoint[] {
  if (element instanceof SVGPolylineElement)
    return [...element.points].map(({ x, y }) => new DOMPoint(x, y))
  const { x1, y1, x2, y2 } = element
  return [
    new DOMPoint(x1.baseVal.value, y1.baseVal.value),
    new DOMPoint(x2.baseVal.value, y2.baseVal.value),
  ]
}

function sampled(element: SVGGeometryElement, length: number): DOMPoint[] {
  const steps = Math.max(2, Math.min(200, Math.ceil(length)))
  return Array.from({ length: steps + 1 }, (_, i) => {
    const { x, y } = element.getPointAtLength((length * i) / steps)
    return new DOMPoint(x, y)
  })
}
