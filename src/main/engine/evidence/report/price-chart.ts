import { html } from 'hono/html'
import { percent } from '../../domain/evidence/words.ts'
import { priceAxes, priceScale, UNDER_AXIS } from './price-axes.ts'
import {
  intervalLine,
  markTitle,
  markup,
  picture,
  type Mark,
  type Markup,
  type PictureOptions,
} from './svg.ts'

/** Who would pay, by price: one line per group, the first drawn last so that it is on top. */
export type PricePoint = { readonly price: number; readonly marks: readonly Mark[] }

const HEIGHT = 260
const TOP = 26
const BASE = HEIGHT - UNDER_AXIS
/** Pixels between the whiskers of two groups at one price. */
const DODGE = 5
const DASHES = ['none', '7 4', '2 3', '9 3 2 3', '12 4', '4 2']

/** Demand at each price asked about, with intervals; straight lines only lead the eye. */
export function priceChart(
  points: readonly PricePoint[],
  { unit, ...options }: PictureOptions & { unit: string },
): Markup {
  const prices = points.map(({ price }) => price)
  const x = priceScale(prices)
  const y = (share: number) => BASE - share * (BASE - TOP)
  const groups = points[0]?.marks.map((_, group) => group) ?? []
  const shift = (group: number) => (group - (groups.length - 1) / 2) * DODGE
  const axes = priceAxes({
    prices,
    unit,
    height: HEIGHT,
    rung: (share) => ({ y: y(share), text: percent(share) }),
  })
  const curves = groups
    .toReversed()
    .map((group) => curve(points, group, (price) => x(price) + shift(group), y))
  return picture(HEIGHT, options, markup(html`${axes} ${curves}`))
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
              : intervalLine([x(price), y(lower)], [x(price), y(upper)], colour)
          }
          <circle cx="${x(price)}" cy="${y(share)}" r="4.5" fill="${colour}" />
        </g>`
      })}`,
  )
}
