import { describe, expect, it } from 'vitest'
import { answeredRun } from '../../../../../../test/helpers/answered-run.ts'
import { Evidence } from '../../../../../shared/contract/evidence.ts'
import { Question } from '../../../../../shared/contract/questions.ts'
import { computeEvidence } from '../evidence.ts'

const options = ['Bus', 'Train', 'Car']
const single = Question.parse({ id: 'way', type: 'single', text: 'Which?', options })
const likert = Question.parse({ id: 'like', type: 'likert', text: 'I like it.' })

/** 200 personas; the first `heavy` of them weigh 30 times as much as others. */
const run = (heavy: number) =>
  answeredRun(
    [single, likert],
    Array.from({ length: 200 }, (_, i) => ({
      weight: i < heavy ? 30 : 1,
      answers: { way: options[i % 3]!, like: 1 + (i % 5) },
    })),
  )
const few = (heavy: number) =>
  computeEvidence(run(heavy)).warnings.filter(({ code }) => code === 'few_carriers')

describe('few personas who carry the weight', () => {
  it('are warned of once, with their number', () => {
    const [warning, ...others] = few(8)
    expect(others).toEqual([])
    expect(warning).toMatchObject({ severity: 'warning', questionId: null })
    expect(warning!.title.length).toBeLessThanOrEqual(60)
    // (8·900 + 192)² / (8·810000 + 192)
    expect(warning!.numbers[0]!.value).toBeCloseTo(8.43, 2)
    expect(warning!.what).toContain('as well as from 8 personas of equal weight (200 answers)')
  })

  it('give the estimates a cautious interval beside the ordinary one', () => {
    const { questions } = computeEvidence(run(8))
    const shares = questions[0]!.overall.shares!.map(({ share }) => share)
    const wider = shares.filter(({ cautious }) => cautious !== undefined)
    expect(wider.length).toBeGreaterThan(0)
    for (const { lower, upper, cautious } of wider)
      expect(cautious!.upper - cautious!.lower).toBeGreaterThan(upper! - lower!)
    expect(questions[1]!.overall.mean!.cautious!.upper).toBeGreaterThan(
      questions[1]!.overall.mean!.upper!,
    )
    expect(Evidence.shape.questions.parse(questions)).toEqual(questions)
  })

  it('are no matter where weights are alike or many carry them', () => {
    expect(few(0)).toEqual([])
    expect(few(100)).toEqual([])
    expect(JSON.stringify(computeEvidence(run(0)))).not.toContain('cautious')
  })
})
