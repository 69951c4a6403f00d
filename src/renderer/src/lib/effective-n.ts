import { formatNumber } from './format.ts'

const fractions: readonly [upTo: number, words: string][] = [
  [0.03, 'almost nothing'],
  [0.12, 'a tenth'],
  [0.22, 'a fifth'],
  [0.29, 'a quarter'],
  [0.4, 'a third'],
  [0.58, 'half'],
  [0.7, 'two thirds'],
  [1, 'most of it'],
]

/** “Effective n 412 of 600: the weights cost you a third.” */
export function describeEffectiveN(effectiveN: number, n: number): string {
  if (n === 0) return 'Nobody is in it yet.'
  const lost = Math.max(0, 1 - effectiveN / n)
  const words = fractions.find(([upTo]) => lost <= upTo)?.[1] ?? 'most of it'
  return `Effective n ${formatNumber(effectiveN)} of ${formatNumber(n)}: the weights cost you ${words}.`
}
