import { holm } from '../statistics/holm.ts'
import type { ItemComparison } from './compare-item.ts'
import type { EquivalenceTest } from './equivalence.ts'

export type Verdict = 'differs' | 'equivalent' | 'inconclusive'

export type JudgedItem = ItemComparison & {
  /** Of the distance and of the spread (NaN where the item has none), over all items of a validation. */
  readonly pAdjusted: { readonly distance: number; readonly spread: number }
  readonly verdict: Verdict
  /** For an inconclusive one: people there would have to be; null where people alone would not do. */
  readonly peopleNeeded: number | null
}

const ALPHA = 0.05

/**
 * Three verdicts: *differs* when a primary test (distance, spread) falls below 5 % after Holm (1979)
 * over both tests and all items; *equivalent* when every share, the mean and the variance ratio lie
 * within their margins (two one-sided tests, all must hold: Berger 1982); else *inconclusive*.
 */
export function judgeItems(comparisons: readonly ItemComparison[]): JudgedItem[] {
  const adjusted = holm(
    comparisons.flatMap(({ floor, ordered }) => [floor.p, ordered?.spread.p ?? Number.NaN]),
  )
  return comparisons.map((comparison, index) => {
    const pAdjusted = { distance: adjusted[2 * index]!, spread: adjusted[2 * index + 1]! }
    const verdict = verdictOf(comparison, pAdjusted)
    return {
      ...comparison,
      pAdjusted,
      verdict,
      peopleNeeded: verdict === 'inconclusive' ? peopleNeeded(comparison.equivalence) : null,
    }
  })
}

function verdictOf(
  { equivalence }: ItemComparison,
  { distance, spread }: JudgedItem['pAdjusted'],
): Verdict {
  // A difference that is real and yet within the margins is told by the tests beside the verdict.
  if (distance < ALPHA || spread < ALPHA) return 'differs'
  return equivalence.every(({ holds }) => holds) ? 'equivalent' : 'inconclusive'
}

function peopleNeeded(tests: readonly EquivalenceTest[]): number | null {
  const needed = tests.map((test) => test.peopleNeeded)
  return needed.includes(null) ? null : Math.max(...needed.map((n) => n!))
}
