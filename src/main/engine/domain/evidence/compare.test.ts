import { describe, expect, it } from 'vitest'
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

describe('a difference that few say yes to', () => {
  const buys = Question.parse({ id: 'buy', type: 'yesno', text: 'Would you buy it?' })
  /** So many of twenty in one cohort and of sixty in the other say yes. */
  const buying = ([ofFew, ofMany]: readonly [number, number]) => {
    const tasks = Array.from({ length: 80 }, (_, i) => ({
      cohort: i < 20 ? 0 : 1,
      answers: { buy: i < ofFew || (i >= 20 && i < 20 + ofMany) ? 'yes' : 'no' },
    }))
    const { questions } = computeEvidence(answeredRun([buys], tasks))
    return questions[0]!.comparisons.find(
      ({ by, measure }) => by === 'cohort' && measure === 'yes',
    )!
  }

  it('is told with its cautious interval first, and R’s beside it', () => {
    const { difference, sentence, verdict } = buying([1, 6])
    // By hand in R: qbeta and qt of one of twenty and six of sixty.
    expect(difference.lower).toBeCloseTo(-0.0763, 4)
    expect(difference.cautious!.lower).toBeCloseTo(-0.1658, 4)
    expect(difference.cautious!.upper).toBe(difference.upper)
    expect(sentence).toContain('cautious 95 % interval −17 to 18, the ordinary one −8 to 18')
    expect(verdict).toBe('no difference found')
  })

  it('is found only where the cautious interval leaves 0 out, too', () => {
    const doubtful = buying([0, 6])
    expect(doubtful.difference.lower! * doubtful.difference.upper!).toBeGreaterThan(0)
    expect(doubtful.difference.cautious!.lower * doubtful.difference.cautious!.upper).toBeLessThan(
      0,
    )
    expect(doubtful.verdict).toBe('no difference found')
    expect(buying([1, 40]).verdict).toBe('different')
  })
})
