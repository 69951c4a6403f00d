import { expect, it } from 'vitest'
import { describeEffectiveN } from './effective-n.ts'

it.each([
  { effectiveN: 412, n: 600, words: 'the weights cost you a third.' },
  { effectiveN: 158, n: 203, words: 'the weights cost you a fifth.' },
  { effectiveN: 600, n: 600, words: 'the weights cost you almost nothing.' },
  { effectiveN: 60, n: 600, words: 'the weights cost you most of it.' },
])('says that $effectiveN of $n means $words', ({ effectiveN, n, words }) => {
  expect(describeEffectiveN(effectiveN, n)).toContain(words)
})
