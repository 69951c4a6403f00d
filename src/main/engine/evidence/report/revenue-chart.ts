import { html } from 'hono/html'
import type { PriceModel } from '../../../../shared/contract/evidence-models.ts'
import { decimal } from '../../domain/evidence/words.ts'
import { niceEnd, plainNumber } from './nice-end.ts'
import { priceAxes, priceScale, UNDER_AXIS } from './price-axes.ts'
import {
  intervalLine,
  markTitle,
  markup,
  picture,
  WIDTH,
  type Markup,
  type PictureOptions,
} from './svg.ts'

const HEIGHT = 250
const TOP = 44
const BASE = HEIGHT - UNDER_AXIS
const INK = '#333a45'
const BEST = '#2b4bb3'

/**
 * What each price earns per person asked, with intervals; the best one as a diamond in a band over
 * the prices that are best in 95 % of the resamples.
 */
export function revenueChart(
  { prices, best }: PriceModel,
  { unit, ...options }: PictureOptions & { unit: string },
): Markup {
  const asked = prices.map(({ price }) => price)
  const x = priceScale(asked)
  const most = niceEnd(
    Math.max(...prices.map(({ revenue }) => revenue.upper ?? revenue.estimate ?? 0)),
  )
  const y = (revenue: number) => BASE - (revenue / most) * (BASE - TOP)
  const line = prices
    .filter(({ revenue }) => revenue.estimate !== null)
    .map(({ price, revenue }) => `${x(price)},${y(revenue.estimate!)}`)
  const axes = priceAxes({
    prices: asked,
    unit,
    height: HEIGHT,
    rung: (part) => ({ y: y(part * most), text: plainNumber(part * most) }),
  })
  return picture(
    HEIGHT,
    options,
    markup(
      html`${best ? band(best, x, unit) : ''} ${axes}
        <polyline points="${line.join(' ')}" fill="none" stroke="${INK}" stroke-opacity="0.6" />
        ${prices.map((one) => mark(one, one.price === best?.price, x(one.price), y))}`,
    ),
  )
}

function band(
  { price, lower, upper }: NonNullable<PriceModel['best']>,
  x: (price: number) => number,
  unit: string,
): Markup {
  const [left, right] = [x(lower) - 8, x(upper) + 8]
  const range = lower === upper ? 'in all resamples' : `95 % of resamples ${lower} to ${upper}`
  // Said on the side where there is room for it.
  const isRight = right < WIDTH / 2
  return markup(
    html`<rect
        x="${left}"
        y="${TOP}"
        width="${right - left}"
        height="${BASE - TOP}"
        fill="${BEST}"
        fill-opacity="0.1"
        stroke="${BEST}"
        stroke-dasharray="3 3"
        stroke-opacity="0.5"
      />
      <text
        class="tick"
        x="${isRight ? left : right}"
        y="${TOP - 8}"
        text-anchor="${isRight ? 'start' : 'end'}"
        >best ${price} ${unit}, ${range}</text
      >`,
  )
}

function mark(
  { revenue }: PriceModel['prices'][number],
  isBest: boolean,
  x: number,
  y: (revenue: number) => number,
): Markup {
  const { estimate, lower, upper } = revenue
  if (estimate === null) return markup('')
  const at = y(estimate)
  const group = isBest ? 'Everyone, the best price' : 'Everyone'
  return markup(
    html`<g>
      <title>${markTitle({ group, colour: INK, estimate: revenue }, decimal)}</title>
      ${lower === null || upper === null ? '' : intervalLine([x, y(lower)], [x, y(upper)], INK)}
      ${
        isBest
          ? html`<path
              d="M${x} ${at - 8}L${x + 8} ${at}L${x} ${at + 8}L${x - 8} ${at}Z"
              fill="${BEST}"
            />`
          : html`<circle cx="${x}" cy="${at}" r="4.5" fill="${INK}" />`
      }
    </g>`,
  )
}
