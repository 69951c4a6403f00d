import { describe, expect, it } from 'vitest'
import { answeredRun, type AnsweredTask } from '../../../../../../test/helpers/answered-run.ts'
import { Question } from '../../../../../shared/contract/questions.ts'
import { normal, uniform } from '../../random.ts'
import { hashingEmbedding } from '../../text/hashing-embedding.ts'
import { computeEvidence } from '../evidence.ts'
import type { AnswerProcess } from '../evidence-input.ts'
import { similarityOf } from './similarity.ts'

const numeric = Question.parse({ id: 'pay', type: 'numeric', text: 'Pay?', min: 0, max: 200 })
const single = Question.parse({
  id: 'pick',
  type: 'single',
  text: 'Which?',
  options: ['a', 'b', 'c'],
})
const open = Question.parse({ id: 'why', type: 'open', text: 'Why?' })

/** Personas asked twice; `own` of the variance is theirs. */
function askedTwice(personas: number, own: number): AnsweredTask[] {
  return Array.from({ length: 2 * personas }, (_, i) => {
    const unit = Math.floor(i / 2)
    const z = Math.sqrt(own) * normal('own', unit) + Math.sqrt(1 - own) * normal('time', i)
    const kept = uniform('keeps', i) < own ? uniform('choice', unit) : uniform('choice', unit, i)
    return {
      unit,
      replicate: 1 + (i % 2),
      answers: { pay: Math.round(100 + 20 * z), pick: ['a', 'b', 'c'][Math.floor(3 * kept)]! },
    }
  })
}
const qualityOf = (
  questions: readonly Question[],
  tasks: readonly AnsweredTask[],
  process: Partial<AnswerProcess> = {},
) => computeEvidence(answeredRun(questions, tasks, process))

describe('test–retest', () => {
  it('finds how much of a number is the persona’s, with its interval', () => {
    const { retest, homogeneity } = qualityOf([numeric], askedTwice(300, 0.7)).questions[0]!.quality
    expect(retest).toMatchObject({ notMeasured: null, units: 300, level: 'interval' })
    expect(retest.icc).toBeCloseTo(0.7, 1)
    expect(retest.iccLower!).toBeLessThan(0.7)
    expect(retest.iccUpper!).toBeGreaterThan(0.7)
    expect(retest.alpha).toBeCloseTo(retest.icc!, 2)
    expect(homogeneity.betweenShare).toBe(retest.icc)
  })

  it('compares choices as names', () => {
    const { retest } = qualityOf([single], askedTwice(400, 0.8)).questions[0]!.quality
    expect(retest).toMatchObject({ icc: null, level: 'nominal' })
    expect(retest.alpha!).toBeGreaterThan(0.5)
    expect(retest.alphaLower!).toBeLessThan(retest.alpha!)
  })

  it('measures orders and prices as numbers too, with an interval over their parts', () => {
    const options = ['a', 'b', 'c', 'd']
    const order = Question.parse({ id: 'order', type: 'rank', text: 'Order?', options })
    const price = Question.parse({
      id: 'price',
      type: 'price',
      text: 'Pay?',
      prices: [1, 2, 3, 4],
      currency: 'EUR',
    })
    const tasks = Array.from({ length: 600 }, (_, i): AnsweredTask => {
      const unit = Math.floor(i / 2)
      const liking = (name: string) => normal('likes', unit, name) + normal('now', i, name)
      const most = Math.floor(2.5 + normal('most', unit) + normal('now', i))
      return {
        unit,
        replicate: 1 + (i % 2),
        answers: {
          order: options.toSorted((x, y) => liking(x) - liking(y)),
          price: { highest: most < 1 ? null : Math.min(4, most), asked: [] } as never,
        },
      }
    })
    const retests = qualityOf([order, price], tasks).questions.map(({ quality }) => quality.retest)
    for (const { icc, iccLower, iccUpper, alpha } of retests) {
      // Half of what is liked is the persona's.
      expect(icc).toBeGreaterThan(0.35)
      expect(icc).toBeLessThan(0.6)
      expect([iccLower! < icc!, icc! < iccUpper!]).toEqual([true, true])
      expect(alpha).toBeCloseTo(icc!, 1)
    }
  })

  it.each<[string, AnsweredTask[], Partial<AnswerProcess>, RegExp]>([
    ['asked once', askedTwice(40, 0.7).filter((_, i) => i % 2 === 0), {}, /asked once/],
    ['at temperature 0', askedTwice(40, 0.7), { temperature: 0 }, /temperature 0/],
    ['with too few', askedTwice(9, 0.7), {}, /Fewer than 10/],
  ])('is not measured %s, and says so', (_, tasks, process, reason) => {
    const { retest } = qualityOf([numeric], tasks, process).questions[0]!.quality
    expect(retest).toMatchObject({ icc: null, alpha: null })
    expect(retest.notMeasured).toMatch(reason)
  })

  it('does not take two conditions of a persona for two replicates', () => {
    const tasks = askedTwice(40, 0.7).map((task, i) => ({
      ...task,
      replicate: 1,
      condition: i % 2 ? 'a' : 'b',
    }))
    expect(qualityOf([numeric], tasks).questions[0]!.quality.retest.notMeasured).not.toBeNull()
  })
})

describe('homogeneity', () => {
  const subjects = ['parcels', 'gardens', 'trains', 'bread', 'chess', 'rain', 'school', 'music']
  const said = (subject: string, i: number) =>
    `For me it is all about ${subject} and how ${subject} ${['feel', 'look', 'smell'][i % 3]} in ${subject}`
  const openTasks = (subjectOf: (unit: number, i: number) => string): AnsweredTask[] =>
    Array.from({ length: 80 }, (_, i) => {
      const unit = Math.floor(i / 2)
      return { unit, replicate: 1 + (i % 2), answers: { why: said(subjectOf(unit, i), i) } }
    })
  const similarity = (tasks: AnsweredTask[]) => {
    const units = [...Map.groupBy(tasks, ({ unit }) => unit).values()]
    const vectors = units.map((own) =>
      own.map(({ answers }) => hashingEmbedding(answers['why'] as string)),
    )
    return qualityOf([open], tasks, { similarities: { why: similarityOf(vectors, 0.7) } })
  }

  it('of open answers tells personas with subjects of their own from those without', () => {
    const own = similarity(openTasks((unit) => subjects[unit % 8]!))
    expect(own.questions[0]!.quality.homogeneity.betweenShare!).toBeGreaterThan(0.3)
    const dealt = similarity(openTasks((_, i) => subjects[Math.floor(8 * uniform('subject', i))]!))
    expect(dealt.questions[0]!.quality.homogeneity.betweenUpper!).toBeLessThan(0.25)
  })

  it('has the spread that the author expects, or that the scale allows', () => {
    const likert = (more: object) =>
      Question.parse({ id: 'like', type: 'likert', text: 'It.', ...more })
    const tasks = Array.from({ length: 100 }, (_, i) => ({ answers: { like: 1 + (i % 5) } }))
    const ratio = (question: Question) =>
      qualityOf([question], tasks).questions[0]!.quality.homogeneity
    expect(ratio(likert({}))).toMatchObject({
      expectedFrom: 'scale',
      varianceRatio: expect.closeTo(100 / 99, 9),
    })
    const declared = ratio(likert({ referenceShares: [1, 0, 0, 0, 1] }))
    expect(declared).toMatchObject({ expectedFrom: 'declared', expectedVariance: 4 })
    expect(declared.varianceRatio).toBeCloseTo(100 / 99 / 2, 9)
  })

  it('against an arm without personas is the chance of the same answer', () => {
    const tasks = ['a', 'a', 'b', 'c'].map((pick) => ({ answers: { pick } }))
    const arm = ['a', 'a', 'a', 'b'].map((value) => ({
      status: 'valid' as const,
      value,
      text: value,
    }))
    const found = qualityOf([single], tasks, { noPersona: { pick: arm } })
    expect(found.questions[0]!.quality.homogeneity.equalToNoPersona).toBeCloseTo(
      0.5 * 0.75 + 0.25 * 0.25,
      12,
    )
    expect(qualityOf([single], tasks).questions[0]!.quality.homogeneity.equalToNoPersona).toBeNull()
  })
})

describe('the run as a whole', () => {
  it('counts its answers by kind and gathers what its questions say', () => {
    const tasks = [
      ...askedTwice(30, 0.6),
      { answers: { pay: { status: 'refused' as const }, pick: { status: 'invalid' as const } } },
    ]
    const { quality, questions } = qualityOf([numeric, single], tasks)
    expect(quality).toMatchObject({
      personas: 31,
      answers: 122,
      valid: 120,
      refused: 1,
      invalid: 1,
      contradictions: null,
      duplicateShare: null,
    })
    const shares = questions.map((one) => one.quality.homogeneity.betweenShare!)
    expect(quality.betweenShare).toBeCloseTo((shares[0]! + shares[1]!) / 2, 12)
  })
})
