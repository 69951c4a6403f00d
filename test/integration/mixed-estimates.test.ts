import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HumanSurveyAnswer } from '../../src/shared/contract/human-surveys.ts'
import type { MatchProposals } from '../../src/shared/contract/validation-matches.ts'
import type { MixedEstimates } from '../../src/shared/contract/mixed-estimates.ts'
import { openTestEngine, runSmallStudy, type TestEngine } from '../helpers/test-engine.ts'

type Task = { id: string; personaId: string }

let engine: TestEngine
let runId: string
let tasks: Task[]
let surveyId: string
const PAIRS = 40
const recodes = [1, 2, 3, 4, 5].map((point) => ({ from: String(point), to: String(point) }))

beforeAll(async () => {
  engine = await openTestEngine()
  runId = (await runSmallStudy(engine, { people: 90 })).id
  const page = await engine.call<{ tasks: Task[] }>('GET', `/runs/${runId}/tasks?limit=200`)
  tasks = page.tasks
  const rows = Array.from({ length: PAIRS }, (_, i) => `p${i},${1 + (i % 5)},${1 + (i % 2)}`)
  const text = ['id,fine,weight', ...rows].join('\n')
  const { survey } = await engine.call<HumanSurveyAnswer>('POST', '/human-surveys', {
    text,
    about: { name: 'Pairs' },
  })
  surveyId = survey.id
})
afterAll(() => engine.close())

/** Forty personas who name their person, one of whom has two, and forty who name nobody. */
async function runOfTwins(): Promise<string> {
  const personOf = (i: number) => (i <= PAIRS ? `p${i % PAIRS}` : 'none')
  const person = (i: number) => ({ age: 20 + (i % 50), attributes: { person: personOf(i) } })
  return (await runSmallStudy(engine, { people: 2 * PAIRS, person })).id
}

const mixed = (body: object) =>
  engine.call<MixedEstimates>('POST', `/runs/${runId}/mixed-estimates`, body)
const paired = (over: object = {}) => ({
  surveyId,
  matches: [{ questionId: 'q', itemId: 'fine', recodes }],
  twins: tasks.slice(0, PAIRS).map(({ personaId }, i) => ({ person: `p${i}`, personaId })),
  sameTarget: true,
  ...over,
})

describe('people, their twins and the other personas', () => {
  it('make one estimate, by a survey or by pairs alike', async () => {
    const found = await mixed(paired())
    const [item] = found.items
    expect(found).toMatchObject({ runId, rehearsal: true, level: 0.95 })
    expect(item!.result!.quantities).toHaveLength(6)
    const [mean, ...shares] = item!.result!.quantities
    // People alone, weighted by hand: weights 1 and 2 in turn.
    const weights = Array.from({ length: PAIRS }, (_, i) => 1 + (i % 2))
    const total = weights.reduce((a, b) => a + b, 0)
    const alone = weights.reduce((sum, w, i) => sum + w * (1 + (i % 5)), 0) / total
    expect(mean!.people.estimate).toBeCloseTo(alone, 12)
    expect(item!.result!.pairs).toBeCloseTo(
      total ** 2 / weights.reduce((sum, w) => sum + w * w, 0),
      10,
    )
    expect(item!.result!.personas).toBeCloseTo(50, 10)
    expect(shares.reduce((sum, { mixed }) => sum + mixed.estimate, 0)).toBeCloseTo(1, 10)

    const pairs = tasks.slice(0, PAIRS).map(({ id }, i) => ({
      human: 1 + (i % 5),
      weight: 1 + (i % 2),
      twinTaskId: id,
    }))
    const given = await mixed({ items: [{ questionId: 'q', pairs }], sameTarget: true })
    expect(given.items).toEqual(found.items)
  })

  it('are found by the attribute that names a persona’s person', async () => {
    const run = await runOfTwins()
    const proposals = await engine.call<MatchProposals>('POST', `/runs/${run}/validation/matches`, {
      surveyId,
    })
    expect(proposals).toMatchObject({
      namesPeople: true,
      // The second persona of p0 is nobody's twin, but names somebody.
      twinFields: [{ field: 'attributes.person', personas: PAIRS + 1 }],
    })
    const request = { ...paired(), twins: undefined, twinField: 'attributes.person' }
    const { items } = await engine.call<MixedEstimates>(
      'POST',
      `/runs/${run}/mixed-estimates`,
      request,
    )
    // The rehearsal model leaves out an answer now and then; both halves are forty people.
    const { pairs, personas } = items[0]!.result!
    expect(pairs).toBeGreaterThan(30)
    expect(pairs).toBeLessThanOrEqual(36 + 1e-9)
    expect(personas).toBeGreaterThan(34)
    expect(personas).toBeLessThanOrEqual(40 + 1e-9)
    const none = { ...request, twinField: 'attributes.shoe' }
    const refused = await engine.call<MixedEstimates>('POST', `/runs/${run}/mixed-estimates`, none)
    expect(refused.items[0]!.sentence).toMatch(/^Not offered: it takes 30 people .* there are 0/)
  })

  it('are not offered where the target is not stated, nor without enough pairs', async () => {
    const [unstated] = (await mixed(paired({ sameTarget: false }))).items
    expect(unstated).toMatchObject({
      result: null,
      sentence: expect.stringContaining('same target'),
    })
    const few = paired().twins.slice(0, 5)
    const [item] = (await mixed(paired({ twins: few }))).items
    expect(item!.sentence).toContain('it takes 30 people')
  })

  it('are refused by name where somebody is not there', async () => {
    const stranger = [{ person: 'nobody', personaId: tasks[0]!.personaId }]
    await expect(mixed(paired({ twins: stranger }))).rejects.toThrow(/400.*nobody.*in this survey/)
    const gone = [{ person: 'p0', personaId: crypto.randomUUID() }]
    await expect(mixed(paired({ twins: gone }))).rejects.toThrow(/400.*no answered task/)
    const both = [{ human: 9, twin: 1 }]
    await expect(mixed({ items: [{ questionId: 'q', pairs: both }] })).rejects.toThrow(
      /400.*is none of the answers/,
    )
  })
})
