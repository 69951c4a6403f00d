import { html } from 'hono/html'
import { percent } from '../../domain/evidence/words.ts'
import type { ChartOptions } from './dot-whisker-chart.ts'
import { markTitle, markup, rehearsalMark, RIGHT, WIDTH, type Mark, type Markup } from './svg.ts'

/** Who would pay, by price: one line per group, the first drawn last so that it is on top. */
export type PricePoint = { readonly price: number; readonly marks: readonly Mark[] }

const HEIGHT = 260
const LEFT = 52
const TOP = 26
const BASE = HEIGHT - 40
/** Pixels between the whiskers of two groups at one price. */
const DODGE = 5
const DASHES = ['none', '7 4', '2 3', '9 3 2 3', '12 4', '4 2']

/** Demand at each price asked about, with intervals; straight lines only lead the eye. */
export function priceChart(
  points: readonly PricePoint[],
  { title, rehearsal, unit }: Pick<ChartOptions, 'title' | 'rehearsal'> & { unit: string },
): Markup {
  const prices = points.map(({ price }) => price)
  const [lowest, highest] = [Math.min(...prices), Math.max(...prices)]
  const room = (highest - lowest) * 0.06 || 1
  const x = (price: number) =>
    LEFT + ((price - lowest + room) / (highest - lowest + 2 * room)) * (WIDTH - LEFT - RIGHT)
  const y = (share: number) => BASE - share * (BASE - TOP)
  const groups = points[0]?.marks.map((_, group) => group) ?? []
  const shift = (group: number) => (group - (groups.length - 1) / 2) * DODGE
  return markup(
    html`<svg
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      role="img"
      aria-label="${title}"
      xmlns="http://www.w3.org/2000/svg"
    >
      ${[0, 0.25, 0.5, 0.75, 1].map(
        (share) =>
          html`<line
              class="grid"
              x1="${LEFT}"
              x2="${WIDTH - RIGHT}"
              y1="${y(share)}"
              y2="${y(share)}"
            />
            <text class="tick" x="${LEFT - 8}" y="${y(share) + 4}" text-anchor="end">
              ${percent(share)}
            </text>`,
      )}
      ${points.map(
        ({ price }) =>
          html`<text class="tick" x="${x(price)}" y="${BASE + 18}" text-anchor="middle"
            >${price}</text
          >`,
      )}
      <text class="tick" x="${WIDTH - RIGHT}" y="${HEIGHT - 4}" text-anchor="end">${unit}</text>
      ${groups
        .toReversed()
        .map((group) => curve(points, group, (price) => x(price) + shift(group), y))}
      ${rehearsal ? rehearsalMark() : ''}
    </svg>`,
  )
}

function curve(
  points: readonly PricePoint[],
  group: number,
  x: (price: number) => number,
  y: (share: number) => number,
): Markup {
  const shown = points.flatMap(({ price, marks }) => {
    const mark = marks[group]
    const share = mark?.estimate.estimate
    return mark && share !== null && share !== undefined ? [{ price, share, mark }] : []
  })
  const line = shown.map(({ price, share }) => `${x(price)},${y(share)}`).join(' ')
  return markup(
    html`<polyline
        points="${line}"
        fill="none"
        stroke="${shown[0]?.mark.colour ?? 'none'}"
        stroke-opacity="0.6"
        stroke-dasharray="${DASHES[group % DASHES.length]}"
      />
      ${shown.map(({ price, share, mark }) => {
        const { colour, estimate } = mark
        const { lower, upper } = estimate
        return html`<g>
          <title>${markTitle(mark, percent)}</title>
          ${
            lower === null || upper === null
              ? ''
              : html`<line
                  x1="${x(price)}"
                  x2="${x(price)}"
                  y1="${y(lower)}"
                  y2="${y(upper)}"
                  stroke="${colour}"
                  stroke-width="2"
                />`
          }
          <circle cx="${x(price)}" cy="${y(share)}" r="4.5" fill="${colour}" />
        </g>`
      })}`,
  )
}
