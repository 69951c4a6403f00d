import type { Coefficient, ModelKind } from '../../../../shared/contract/regression.ts'
import type { Estimate } from '../../../../shared/contract/evidence.ts'
import { formatEstimate, formatNumber } from '../../lib/format.ts'
import { meanScale, type Scale } from '../evidence/domains.ts'

const RATIOS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]
/** More ticks than this would write over each other: then these alone. */
const MOST_TICKS = 5
const COARSE = [0.01, 0.05, 0.2, 1, 5, 20, 100].map(Math.log)

/** A scale that holds every whisker and no effect; odds ratios on the log scale. */
export function coefficientScale(slopes: readonly Coefficient[], model: ModelKind): Scale {
  const none = { estimate: 0, lower: 0, upper: 0 } as Estimate
  if (model === 'linear') return meanScale([...slopes.map(({ estimate }) => estimate), none])
  const ends = slopes.flatMap(({ estimate: { estimate, lower, upper, cautious } }) =>
    estimate === null
      ? []
      : [cautious?.lower ?? lower ?? estimate, cautious?.upper ?? upper ?? estimate],
  )
  const ticks = RATIOS.map(Math.log)
  const from = ticks.findLast((tick) => tick <= Math.min(0, ...ends)) ?? ticks[0]!
  const to = ticks.find((tick) => tick >= Math.max(0, ...ends)) ?? ticks.at(-1)!
  const around = from === to ? 1 : 0
  const [low, high] = [ticks.indexOf(from) - around, ticks.indexOf(to) + around]
  const shown = ticks.slice(low, high + 1)
  const [lowest, highest] = [ticks[low]!, ticks[high]!]
  if (shown.length <= MOST_TICKS) return { from: lowest, to: highest, ticks: shown }
  return { from: lowest, to: highest, ticks: shown.filter((tick) => COARSE.includes(tick)) }
}

/** All ticks of a scale with the same decimals. */
export function tickText(tick: number, model: ModelKind, { ticks }: Scale): string {
  if (model === 'linear') {
    const step = ticks.length > 1 ? ticks[1]! - ticks[0]! : 1
    return formatNumber(tick, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)))
  }
  return `×${formatRatio(Math.exp(tick))}`
}

/** The number beside a mark. */
export function coefficientText({ estimate, oddsRatio }: Coefficient): string {
  if (oddsRatio === null) return formatEstimate(estimate)
  const { estimate: ratio, lower, upper } = oddsRatio
  const ends =
    lower === null || upper === null ? '' : ` (${formatRatio(lower)}–${formatRatio(upper)})`
  return `×${formatRatio(ratio)}${ends}`
}

function formatRatio(ratio: number): string {
  return formatNumber(ratio, ratio >= 10 ? 0 : ratio >= 1 ? 1 : 2)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
}
