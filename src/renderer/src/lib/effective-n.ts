import { formatNumber } from './format.ts'

/** Losses people have a word for; the nearest one is said. */
const fractions: readonly [lost: number, words: string][] = [
  [0, 'almost nothing'],
  [0.1, 'a tenth'],
  [0.2, 'a fifth'],
  [0.25, 'a quarter'],
  [0.33, 'a third'],
  [0.5, 'half'],
  [0.67, 'two thirds'],
  [0.9, 'most of it'],
]

/** “Effective n 412 of 600: the weights cost you a third.” */
export function describeEffectiveN(effectiveN: number, n: number): string {
  if (n === 0) return 'Nobody is in it yet.'
  const lost = Math.max(0, 1 - effectiveN / n)
  const [nearest] = fractions.toSorted(([a], [b]) => Math.abs(a - lost) - Math.abs(b - lost))
  return `Effective n ${formatNumber(effectiveN)} of ${formatNumber(n)}: the weights cost you ${nearest?.[1]}.`
}
