import type { Estimate } from '../../../../shared/contract/evidence.ts'
import type { ItemStatistics, ScaleNotice } from '../../../../shared/contract/scales.ts'
import { decimal, list, plural } from '../evidence/words.ts'
import { minresFactor } from '../statistics/scale/minres.ts'
import type { Scores } from './scores.ts'

/** Nunnally (1978): what basic research should reach. */
const ENOUGH = 0.7

export type ScaleFindings = {
  readonly items: readonly ItemStatistics[]
  readonly correlations: readonly (readonly number[])[]
  readonly alpha: Estimate
  readonly rescaled: boolean
  readonly scores: Scores
}

/** What a reader must know before the numbers, most important first. */
export function scaleNotices(found: ScaleFindings): ScaleNotice[] {
  const { items, correlations, alpha, rescaled, scores } = found
  const against = items.filter(({ suggestion }) => suggestion === 'reverse')
  const fixed = items.filter(({ sd }) => sd === 0)
  const unscored = scores.values.filter(Number.isNaN).length
  const notices: (ScaleNotice | false)[] = [
    fixed.length > 0 && {
      code: 'no_variance',
      message: `Everyone answers alike: ${quoted(fixed)}. It tells nobody apart and has no correlations; leave it out.`,
    },
    against.length > 0 && {
      code: 'reverse_suggested',
      message: `${quoted(against)} ${against.length === 1 ? 'runs' : 'run'} against the other items. If it is worded the other way round, reverse it; if not, it measures something else.`,
    },
    against.length === 0 &&
      alpha.estimate !== null &&
      alpha.estimate < ENOUGH && {
        code: 'low_reliability',
        message: `α is ${decimal(alpha.estimate)}; ${ENOUGH} is the usual least. The items measure different things, or too few of them one thing: look at the correlations before you use the score.`,
      },
    minresFactor(correlations)?.heywood === true && {
      code: 'heywood',
      message:
        'One factor would have to explain more than all of an item. Two of the items are probably near copies of each other; ω is then not to be trusted.',
    },
    items.length === 2 && {
      code: 'two_items',
      message: 'ω needs three items. With two, α is all there is.',
    },
    rescaled && {
      code: 'rescaled',
      message: 'The items have different ranges: each is put on 0 to 100 before they are averaged.',
    },
    unscored > 0 && {
      code: 'unscored',
      message: `${plural(unscored, 'interview')} without a score: too few of the items answered.`,
    },
  ]
  return notices.filter((notice) => notice !== false)
}

/** Labels are quoted already. */
function quoted(items: readonly ItemStatistics[]): string {
  return list(items.map(({ label }) => label))
}
