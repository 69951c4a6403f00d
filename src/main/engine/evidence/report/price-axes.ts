import { html } from 'hono/html'
import { markup, RIGHT, WIDTH, type Markup } from './svg.ts'

/** Where the axis of prices begins. */
export const LEFT = 52
/** Heights of the grid's lines, as parts of the highest. */
const RUNGS = [0, 0.25, 0.5, 0.75, 1]
/** Below the axis: the prices, and what they are in. */
export const UNDER_AXIS = 40

/** Places of prices from left to right, with a little room beyond the lowest and the highest. */
export function priceScale(prices: readonly number[]): (price: number) => number {
  const [lowest, highest] = [Math.min(...prices), Math.max(...prices)]
  const room = (highest - lowest) * 0.06 || 1
  return (price) =>
    LEFT + ((price - lowest + room) / (highest - lowest + 2 * room)) * (WIDTH - LEFT - RIGHT)
}

type Axes = {
  readonly prices: readonly number[]
  readonly unit: string
  readonly height: number
  /** What a grid's line stands for and how it is written, by its part of the highest. */
  readonly rung: (part: number) => { readonly y: number; readonly text: string }
}

/** Grid, prices and unit of a chart over prices. */
export function priceAxes({ prices, unit, height, rung }: Axes): Markup {
  const x = priceScale(prices)
  return markup(
    html`${RUNGS.map(rung).map(
        ({ y, text }) =>
          html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y}" y2="${y}" />
            <text class="tick" x="${LEFT - 8}" y="${y + 4}" text-anchor="end">${text}</text>`,
      )}
      ${prices.map(
        (price) =>
          html`<text
            class="tick"
            x="${x(price)}"
            y="${height - UNDER_AXIS + 18}"
            text-anchor="middle"
            >${price}</text
          >`,
      )}
      <text class="tick" x="${WIDTH - RIGHT}" y="${height - 4}" text-anchor="end">${unit}</text>`,
  )
}
