import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorBody } from '../../src/shared/contract/errors.ts'
import type { Evidence } from '../../src/shared/contract/evidence.ts'
import type { Run } from '../../src/shared/contract/runs.ts'
import type { ScaleEvidence, ScaleRequest } from '../../src/shared/contract/scales.ts'
import { openTestEngine, runSmallStudy, type TestEngine } from '../helpers/test-engine.ts'

const questions = [
  { id: 'ease', type: 'likert', text: 'It is easy to use.' },
  { id: 'speed', type: 'likert', text: 'It is fast.' },
  { id: 'effort', type: 'likert', text: 'It takes effort.' },
  { id: 'rooms', type: 'matrix', text: 'How clean is each?', rows: ['Kitchen', 'Bathroom'] },
  { id: 'minutes', type: 'numeric', text: 'How many minutes?', min: 0, max: 60 },
  { id: 'choice', type: 'single', text: 'Which?', options: ['A', 'B'] },
]
let engine: TestEngine
let run: Run

beforeAll(async () => {
  engine = await openTestEngine()
  run = await runSmallStudy(engine, { people: 60, questions })
}, 60_000)
afterAll(() => engine.close())

type Asked = Omit<Partial<ScaleRequest>, 'items'> & { items: object[] }
const likert = ['ease', 'speed', 'effort']
const itemsOf = (ids: readonly string[], reverse = false) =>
  ids.map((questionId) => ({ questionId, reverse }))
const scale = (asked: Asked) => engine.call<ScaleEvidence>('POST', `/runs/${run.id}/scale`, asked)

async function refused(asked: object): Promise<ErrorBody> {
  const request = new Request(`http://localhost/runs/${run.id}/scale`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  })
  const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
  expect(answer.status).toBe(400)
  return (await answer.json()) as ErrorBody
}

describe('a scale of several questions', () => {
  it('scores every interview by the mean of its items, and estimates that', async () => {
    const found = await scale({ name: 'Comfort', items: itemsOf(likert), withScores: true })
    const evidence = await engine.call<Evidence>('GET', `/runs/${run.id}/evidence`)
    const means = likert.map(
      (id) => evidence.questions.find(({ questionId }) => questionId === id)!.overall.mean!,
    )
    expect(found.items.map(({ mean }) => mean)).toEqual(
      means.map(({ estimate }) => expect.closeTo(estimate!, 9)),
    )
    const people = found.people!
    expect(people).toHaveLength(60)
    const plain = people.reduce((sum, { score }) => sum + score, 0) / people.length
    // One cohort without margins: all weights are equal.
    expect(found.scores.overall.mean!.estimate).toBeCloseTo(plain, 9)
    expect(found.scores).toMatchObject({ text: 'Comfort', type: 'numeric' })
    expect(found.range).toEqual({ from: 1, to: 5 })
    expect(found.complete).toBe(people.filter(({ answered }) => answered === 3).length)
    expect(found).toMatchObject({ rehearsal: true, provisional: false })
  })

  it('is as reliable with every key reversed, and mirrored', async () => {
    const [straight, reversed] = await Promise.all([
      scale({ items: itemsOf(likert) }),
      scale({ items: itemsOf(likert, true) }),
    ])
    expect(reversed.alpha.estimate).toBeCloseTo(straight.alpha.estimate!, 9)
    expect(reversed.omega.estimate).toBeCloseTo(straight.omega.estimate!, 9)
    expect(reversed.scores.overall.mean!.estimate).toBeCloseTo(
      6 - straight.scores.overall.mean!.estimate!,
      9,
    )
  })

  it('is α of the correlations that it reports', async () => {
    const { correlations, alphaStandardised, items } = await scale({ items: itemsOf(likert) })
    const pairs = [correlations[0]![1]!, correlations[0]![2]!, correlations[1]![2]!]
    const mean = pairs.reduce((sum, r) => sum + r, 0) / 3
    expect(alphaStandardised).toBeCloseTo((3 * mean) / (1 + 2 * mean), 9)
    expect(items.every(({ loading }) => loading !== null && Math.abs(loading) <= 1)).toBe(true)
  })

  it('puts items of different ranges on 0 to 100 and says so', async () => {
    const found = await scale({
      items: [{ questionId: 'minutes' }, { questionId: 'rooms', row: 'Kitchen' }],
    })
    expect(found.range).toEqual({ from: 0, to: 100 })
    expect(found.notices.map(({ code }) => code)).toContain('rescaled')
    expect(found.notices.map(({ code }) => code)).toContain('two_items')
    expect(found.omega.estimate).toBeNull()
  })

  it.each<[object, string, RegExp]>([
    [{ items: itemsOf(['ease', 'nothing']) }, 'items.1.questionId', /not a question/],
    [{ items: itemsOf(['ease', 'choice']) }, 'items.1.questionId', /takes likert/],
    [{ items: itemsOf(['ease', 'rooms']) }, 'items.1.row', /"Kitchen", "Bathroom"/],
    [{ items: itemsOf(['ease', 'ease']) }, 'items.1', /already/],
    [{ items: itemsOf(['ease', 'speed']), minAnswered: 3 }, 'minAnswered', /at most 2/],
    [{ items: itemsOf(['ease']) }, 'items', /./],
    [{ items: itemsOf(['ease', 'speed']), segmentBy: 'mood' }, 'segmentBy', /field of a persona/],
  ])('refuses %j at %s', async (asked, path, message) => {
    const { details } = await refused(asked)
    expect(details![0]!.path).toBe(path)
    expect(details![0]!.message).toMatch(message)
  })
})
