import { html } from 'hono/html'
import {
  intervalLine,
  LABEL_WIDTH,
  markTitle,
  markup,
  picture,
  RIGHT,
  WIDTH,
  type Mark,
  type Markup,
  type PictureOptions,
} from './svg.ts'

export type ChartRow = { readonly label: string; readonly marks: readonly Mark[] }

export type ChartOptions = PictureOptions & {
  /** Ends of the axis, in the units of the estimates. */
  readonly domain: readonly [number, number]
  readonly format: (value: number) => string
}

const MARK_HEIGHT = 16
const ROW_GAP = 10
const LINE_HEIGHT = 15
/** Characters that fit beside the axis. */
const LINE_LENGTH = 32
/** Of small text, on the wide side. */
const CHARACTER_WIDTH = 6.5
const TOP = 26
const TICKS = 5

/** Dots with 95 % whiskers on one common scale, as an SVG that stands alone. */
export function dotWhiskerChart(rows: readonly ChartRow[], options: ChartOptions): Markup {
  const heights = rows.map(
    ({ label, marks }) =>
      Math.max(marks.length * MARK_HEIGHT, linesOf(label).length * LINE_HEIGHT) + ROW_GAP,
  )
  const height = TOP + heights.reduce((sum, rowHeight) => sum + rowHeight, 0) + 30
  const x = scale(options.domain)
  let top = TOP
  const drawn = rows.map((row, i) => {
    const y = top
    top += heights[i]!
    return chartRow({ ...row, isFirst: i === 0 }, y, heights[i]!, x, options)
  })
  return picture(height, options, markup(html`${axis(options, x, height)} ${drawn}`))
}

function scale([low, high]: readonly [number, number]) {
  const span = high - low || 1
  return (value: number) => LABEL_WIDTH + ((value - low) / span) * (WIDTH - LABEL_WIDTH - RIGHT)
}

function axis(
  { domain: [low, high], format }: ChartOptions,
  x: (value: number) => number,
  height: number,
): Markup {
  const ticks = Array.from({ length: TICKS }, (_, i) => low + ((high - low) * i) / (TICKS - 1))
  return markup(
    html`${ticks.map(
      (tick) =>
        html`<line
            class="grid"
            x1="${x(tick)}"
            x2="${x(tick)}"
            y1="${TOP - 6}"
            y2="${height - 24}"
          />
          <text class="tick" x="${x(tick)}" y="${height - 8}" text-anchor="middle">
            ${format(tick)}
          </text>`,
    )}`,
  )
}

function chartRow(
  { label, marks, isFirst }: ChartRow & { isFirst: boolean },
  top: number,
  height: number,
  x: (value: number) => number,
  { format }: ChartOptions,
): Markup {
  const middle = top + (height - ROW_GAP) / 2
  const lines = linesOf(label)
  const above = ((lines.length - 1) * LINE_HEIGHT) / 2
  return markup(
    html`${lines.map(
      (line, i) =>
        html`<text
          class="label"
          x="${LABEL_WIDTH - 12}"
          y="${middle + 4 - above + i * LINE_HEIGHT}"
          text-anchor="end"
        >
          ${line}
        </text>`,
    )}
    ${marks.map((mark, i) => {
      const y = top + MARK_HEIGHT * (i + 0.5)
      const isNamed = isFirst && marks.length > 1
      return html`${whisker(mark, y, x, format)}${isNamed ? groupName(mark, y, x) : ''}`
    })}`,
  )
}

function whisker(
  mark: Mark,
  y: number,
  x: (value: number) => number,
  format: (value: number) => string,
): Markup {
  const { colour, estimate } = mark
  if (estimate.estimate === null)
    return markup(
      html`<text class="tick" x="${LABEL_WIDTH + 4}" y="${y + 4}">fewer than 5 personas</text>`,
    )
  const { lower, upper, cautious } = estimate
  return markup(
    html`<g>
      <title>${markTitle(mark, format)}</title>
      ${
        cautious
          ? html`<line
              x1="${x(cautious.lower)}"
              x2="${x(cautious.upper)}"
              y1="${y}"
              y2="${y}"
              stroke="${colour}"
              stroke-dasharray="2 2"
            />`
          : ''
      }
      ${lower === null || upper === null ? '' : intervalLine([x(lower), y], [x(upper), y], colour)}
      <circle cx="${x(estimate.estimate)}" cy="${y}" r="4.5" fill="${colour}" />
    </g>`,
  )
}

/** Whose mark it is, beside the marks of the first row: colour alone would not tell. */
function groupName(
  { group, estimate: { lower, upper, estimate, cautious } }: Mark,
  y: number,
  x: (value: number) => number,
): Markup {
  if (estimate === null) return markup('')
  const right = x(cautious?.upper ?? upper ?? estimate) + 8
  const hasRoom = right < WIDTH - RIGHT - Math.min(24, group.length) * CHARACTER_WIDTH
  const place = hasRoom ? right : x(cautious?.lower ?? lower ?? estimate) - 8
  return markup(
    html`<text class="tick" x="${place}" y="${y + 4}" text-anchor="${hasRoom ? 'start' : 'end'}">
      ${shorten(group, 24)}
    </text>`,
  )
}

/** A label in at most two lines. */
function linesOf(label: string): string[] {
  if (label.length <= LINE_LENGTH) return [label]
  const end = label.lastIndexOf(' ', LINE_LENGTH)
  if (end <= 0) return [shorten(label, LINE_LENGTH)]
  return [label.slice(0, end), shorten(label.slice(end + 1), LINE_LENGTH)]
}

function shorten(label: string, most: number): string {
  return label.length > most ? `${label.slice(0, most - 1)}…` : label
}
