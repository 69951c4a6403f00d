import { expect, it } from 'vitest'
import { answeredRun } from '../../../../../test/helpers/answered-run.ts'
import { Question } from '../../../../shared/contract/questions.ts'
import { uniform } from '../random.ts'
import { computeEvidence } from './evidence.ts'

const question = Question.parse({ id: 'like', type: 'likert', text: 'I like it.' })

/** Comparisons of so many segments of twenty, nothing planted, all named before launch. */
function compared(segments: number, seed: number) {
  const tasks = Array.from({ length: 20 * segments }, (_, i) => ({
    cohort: i % 2,
    answers: { like: 1 + Math.floor(5 * uniform('like', seed, i)) },
  }))
  const input = answeredRun([question], tasks)
  const { questions } = computeEvidence({
    ...input,
    segmentBy: 'part',
    comparisons: [{ questionId: 'like', by: 'part' }],
    rows: input.rows.map((row, i) => ({
      ...row,
      weight: Math.exp(uniform('weight', seed, i)),
      segments: { part: `part ${i % segments}` },
    })),
  })
  return questions[0]!.comparisons.filter(({ kind }) => kind === 'primary')
}

it('holds a few comparisons to Holm as they are', () => {
  const [first, second, third] = compared(3, 1).toSorted((a, b) => a.p! - b.p!)
  expect(first!.pAdjusted).toBeCloseTo(Math.min(1, 3 * first!.p!), 12)
  expect(third!.pAdjusted).toBeGreaterThanOrEqual(second!.pAdjusted!)
})

it('asks more of many comparisons of small groups, whose tails are not those of the design', () => {
  const pairs = compared(10, 1).toSorted((a, b) => a.p! - b.p!)
  expect(pairs).toHaveLength(45)
  expect(pairs[0]!.pAdjusted!).toBeGreaterThan(Math.min(0.99, 45 * pairs[0]!.p!))
})

it('seldom finds anything among ten groups in which nothing differs', () => {
  const runs = Array.from({ length: 100 }, (_, seed) => compared(10, seed))
  const wrong = runs.filter((pairs) => pairs.some(({ verdict }) => verdict === 'different'))
  // oxlint-disable-next-line no-console -- how often is to be read, not only bounded
  console.log(`ten groups of twenty without differences, 100 runs: ${wrong.length} find one`)
  expect(wrong.length).toBeLessThanOrEqual(10)
})
