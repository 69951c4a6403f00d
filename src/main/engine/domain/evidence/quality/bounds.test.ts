import { describe, expect, it } from 'vitest'
import { answeredRun } from '../../../../../../test/helpers/answered-run.ts'
import { Question } from '../../../../../shared/contract/questions.ts'
import { computeEvidence } from '../evidence.ts'

const likert = Question.parse({ id: 'like', type: 'likert', text: 'I like it.' })
const pick = Question.parse({ id: 'pick', type: 'single', text: 'Which?', options: ['a', 'b'] })
const numeric = Question.parse({ id: 'pay', type: 'numeric', text: 'Pay?', min: 0, max: 50 })
const open = Question.parse({ id: 'why', type: 'open', text: 'Why?' })
const refused = { status: 'refused' } as const
const invalid = { status: 'invalid' } as const
const dontKnow = { status: 'dont_know' } as const

/** Eight valid answers, one refusal and one that was not understood, all of weight 1. */
const eightOfTen = [
  ...Array.from({ length: 8 }, (_, i) => ({
    answers: { like: 4, pick: i < 6 ? 'a' : 'b', pay: 10, why: 'So' },
  })),
  { answers: { like: refused, pick: refused, pay: refused, why: refused } },
  { answers: { like: invalid, pick: invalid, pay: invalid, why: invalid } },
]
const overallOf = (tasks: Parameters<typeof answeredRun>[1]) =>
  computeEvidence(answeredRun([likert, pick, numeric, open], tasks)).questions.map(
    ({ overall }) => overall,
  )

describe('worst-case bounds', () => {
  it('put all who gave no answer at one end, then at the other', () => {
    const [like, which, pay] = overallOf(eightOfTen)
    expect(like!.mean!.bounds).toEqual({
      lower: expect.closeTo(0.8 * 4 + 0.2 * 1, 12),
      upper: expect.closeTo(0.8 * 4 + 0.2 * 5, 12),
    })
    expect(which!.shares![0]!.share.bounds).toEqual({
      lower: expect.closeTo(0.8 * 0.75, 12),
      upper: expect.closeTo(0.8 * 0.75 + 0.2, 12),
    })
    expect(pay!.mean!.bounds).toEqual({
      lower: expect.closeTo(8, 12),
      upper: expect.closeTo(0.8 * 10 + 0.2 * 50, 12),
    })
    expect(pay!.median!.bounds).toBeUndefined()
  })

  it('are weighted', () => {
    const heavy = eightOfTen.map((task, i) => ({ ...task, weight: i === 8 ? 8 : 1 }))
    // Of a weight of 17, 8 answered.
    const [, which] = overallOf(heavy)
    expect(which!.shares![1]!.share.bounds!.upper).toBeCloseTo((8 / 17) * 0.25 + 9 / 17, 12)
  })

  it('do not count who does not know, and are absent where everybody answered', () => {
    const [like] = overallOf([...eightOfTen.slice(0, 8), { answers: { like: dontKnow } }])
    expect(like!.mean!.bounds).toBeUndefined()
    expect(like!.dontKnow).toBe(1)
  })

  it('contain whatever those who refused would have said', () => {
    const valid = eightOfTen.slice(0, 8)
    for (const [a, b] of [
      [1, 5],
      [1, 1],
      [5, 5],
      [3, 2],
    ]) {
      const told = overallOf([...valid, { answers: { like: a! } }, { answers: { like: b! } }])
      const { lower, upper } = overallOf(eightOfTen)[0]!.mean!.bounds!
      expect(told[0]!.mean!.estimate!).toBeGreaterThanOrEqual(lower - 1e-12)
      expect(told[0]!.mean!.estimate!).toBeLessThanOrEqual(upper + 1e-12)
    }
  })
})
