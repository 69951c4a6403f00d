import { describe, expect, it } from 'vitest'
import type { ValidatedItem } from '../../../../shared/contract/validation.ts'
import { DEFAULT_MARGINS } from './equivalence.ts'
import { planPeople, type PlanInput } from './people-plan.ts'

type Side = { shares: number[]; n: number }

function item(id: string, people: Side, personas: Side, verdict = 'inconclusive'): ValidatedItem {
  return {
    id,
    text: `Text of ${id}`,
    type: 'likert',
    verdict,
    n: { people: people.n, personas: personas.n },
    categories: people.shares.map((share, k) => ({
      value: String(k + 1),
      people: share,
      personas: personas.shares[k]!,
    })),
  } as ValidatedItem
}

const alike = [0.12, 0.22, 0.32, 0.22, 0.12]
const lower = [0.3, 0.3, 0.2, 0.12, 0.08]
/** Alike with many personas: only people are wanting. */
const settles = item('settles', { shares: alike, n: 250 }, { shares: alike, n: 900 })
/** Clearly different already, but too few people to prove it. */
const proves = item('proves', { shares: alike, n: 40 }, { shares: lower, n: 900 })
/** Thirty personas: no number of people makes their shares sure. */
const hopeless = item('hopeless', { shares: alike, n: 2000 }, { shares: alike, n: 30 })
const done = item('done', { shares: alike, n: 60 }, { shares: alike, n: 900 }, 'equivalent')

const plan = (items: ValidatedItem[], over: Partial<PlanInput> = {}) =>
  planPeople({
    items,
    margins: DEFAULT_MARGINS,
    people: 400,
    questionsEach: 10,
    seed: 1,
    ...over,
  })

describe('a plan of whom to ask next', () => {
  it('asks what people can settle, and says why not the rest', () => {
    const found = plan([settles, proves, hopeless, done])
    const step = (id: string) => found.steps.find(({ questionId }) => questionId === id)!
    expect(found.steps.map(({ questionId }) => questionId).toSorted()).toEqual([
      'proves',
      'settles',
    ])
    expect(step('proves').differs).toBeGreaterThan(0.8)
    expect(step('settles').equivalent).toBeGreaterThan(step('settles').differs)
    expect(step('settles').reason).toMatch(
      /more people \(there are 250\).*most likely “equivalent”/,
    )
    expect(step('settles').varianceCut).toBeGreaterThan(0)
    expect(found.leftOut).toMatchObject([{ questionId: 'hopeless' }])
    expect(found.leftOut[0]!.reason).toContain('too few personas')
    expect(found.expectedVerdicts).toBeCloseTo(
      found.steps.reduce((sum, { chance }) => sum + chance, 0),
      12,
    )
  })

  it('keeps to its budget, most chance an answer first', () => {
    const found = plan([settles, proves], { people: 100, questionsEach: 1 })
    expect(found.budget).toBe(100)
    expect(found.answers).toBeLessThanOrEqual(100)
    const [first, second] = found.steps.map(({ chance, people }) => chance / people)
    expect(first).toBeGreaterThanOrEqual(second ?? 0)
    expect(plan([settles, proves], { people: 100, questionsEach: 1 })).toEqual(found)
  })

  it('has nothing to ask where everything has a verdict', () => {
    expect(plan([done])).toMatchObject({
      steps: [],
      budget: 0,
      sentence: 'No item is inconclusive: there is nothing to ask people for.',
    })
  })
})
