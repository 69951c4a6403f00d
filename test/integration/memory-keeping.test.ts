import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MemorySettings } from '../../src/shared/contract/memory-settings.ts'
import { openRest, seed, type Rest } from '../helpers/rest.ts'

const DAY = 24 * 3_600_000
const YEAR = 365.25 * DAY

let rest: Rest
let personaId: string
beforeEach(async () => {
  rest = await openRest()
  personaId = (await rest.get('/personas', { body: { seed: seed() } })).persona.id
})
afterEach(async () => {
  expect(rest.bugs).toEqual([])
  await rest.close()
})

const entry = (more: object = {}) => ({
  eventAt: '2016-06-01',
  eventLabel: 'The zeppelin over the harbour',
  facts: 'A silver zeppelin drifted over the harbour and dropped paper flowers.',
  feelings: 'I was amazed.',
  interpretation: 'Some days are gifts.',
  memoryStrength: 80,
  ...more,
})
const append = async (...entries: object[]) =>
  (await rest.get(`/personas/${personaId}/timeline`, { body: { entries } })).entries
const configure = (settings: object) =>
  rest.get('/settings/memory', { method: 'PUT', body: settings })
const curveOf = async (entryId: string, query = '') =>
  (await rest.get(`/personas/${personaId}/timeline/${entryId}/forgetting${query}`)).curve
const recall = async (q: string, query = '') =>
  (await rest.get(`/personas/${personaId}/recall?q=${encodeURIComponent(q)}${query}`)).recalled
const ask = (userPrompt: string, more: object = {}) =>
  rest.get('/personas/prompt', { body: { personaId, userPrompt, ...more } })
const statistics = async (query = '') =>
  (await rest.get(`/personas/${personaId}/memory-statistics${query}`)).statistics

describe('the settings of memory', () => {
  it('are the defaults at first, and what an administrator wrote from then on', async () => {
    const defaults = MemorySettings.parse({})
    expect(await rest.get('/settings/memory')).toEqual({ settings: defaults })
    const { settings } = await configure({ forgetting: { enabled: true, exponent: 0.5 } })
    expect(settings).toEqual({
      ...defaults,
      forgetting: { enabled: true, exponent: 0.5, rehearsal: true },
    })
    expect(await rest.get('/settings/memory')).toEqual({ settings })
  })

  it('are read by anybody and written by administrators', async () => {
    const [reader, researcher] = [await rest.newKey('read'), await rest.newKey('research')]
    expect((await rest.ask('/settings/memory', { key: reader })).status).toBe(200)
    const write = { method: 'PUT', key: researcher, body: {} }
    expect((await rest.ask('/settings/memory', write)).status).toBe(403)
  })

  it.each([
    [{ forgetting: { exponent: 3 } }, 'forgetting.exponent'],
    [{ consistency: { schedule: 'hourly' } }, 'consistency.schedule'],
    [{ recall: { tokenBudget: 1 } }, 'recall.tokenBudget'],
  ])('refuse %j', async (body, path) => {
    const { status, body: answer } = await rest.ask('/settings/memory', { method: 'PUT', body })
    expect([status, answer.details[0].path]).toEqual([400, path])
  })
})

describe('forgetting', () => {
  it('is off at first: a recall says nothing of it, however old the memory', async () => {
    await append(entry({ eventAt: '1996-06-01' }))
    const [first] = await recall('the zeppelin over the harbour')
    expect(first).toMatchObject({ memoryStrength: 80, vividness: 'vivid' })
    expect(first).not.toHaveProperty('effectiveStrength')
  })

  it('makes an old memory hazy once it is on, and ranks it by what is left', async () => {
    await append(entry({ eventAt: '1996-06-01' }))
    const [before] = await recall('the zeppelin over the harbour')
    await configure({ forgetting: { enabled: true, exponent: 0.5 } })
    const [after] = await recall('the zeppelin over the harbour')
    expect(after).toMatchObject({
      memoryStrength: 80,
      vividness: 'faded',
      directive: { kind: 'gist' },
    })
    expect(after.effectiveStrength).toBeLessThan(20)
    expect(after.parts.strength / before.parts.strength).toBeCloseTo(
      after.effectiveStrength / 80,
      10,
    )
    expect(after.text).not.toContain('paper flowers')
  })

  it('counts to the clock of the recall', async () => {
    await append(entry({ eventAt: '1996-06-01' }))
    await configure({ forgetting: { enabled: true } })
    const [then] = await recall('the zeppelin over the harbour', '&asOf=1996-06-02T00:00:00Z')
    expect(then).toMatchObject({ vividness: 'vivid' })
    expect(then.effectiveStrength).toBeGreaterThan(79.9)
  })

  it('never touches when a shame is admitted', async () => {
    await append(entry({ memoryType: 'repressed', eventAt: '1970-06-01', memoryStrength: 50 }))
    await configure({ forgetting: { enabled: true, exponent: 2 } })
    const kinds = []
    for (const pressure of ['0.74', '0.75']) {
      const [first] = await recall('the zeppelin over the harbour', `&pressure=${pressure}`)
      kinds.push(first.directive.kind)
    }
    expect(kinds).toEqual(['avoid', 'surface'])
  })
})

describe('rehearsal', () => {
  it('keeps what an interview recalled, as a dated event', async () => {
    const [{ id }] = await append(entry())
    await configure({ forgetting: { enabled: true } })
    const before = await curveOf(id)
    const { turnId } = await ask('Tell me about the zeppelin over the harbour')
    const after = await curveOf(id)
    expect(before.rehearsals).toEqual([])
    expect(after.rehearsals).toEqual([{ turnId, at: expect.any(String) }])
    expect(before.effectiveStrength).toBeLessThan(50)
    expect(after.effectiveStrength).toBeCloseTo(81, 1)
    expect(await statistics()).toMatchObject({ rehearsals: expect.any(Number) })
    expect((await statistics()).rehearsals).toBeGreaterThan(0)
  })

  it('is not there for an instant before it, nor off the record', async () => {
    const [{ id }] = await append(entry())
    await ask('Tell me about the zeppelin over the harbour', { remember: false })
    expect((await curveOf(id)).rehearsals).toEqual([])
    await ask('Tell me about the zeppelin over the harbour')
    expect((await curveOf(id, '?asOf=2020-01-01T00:00:00Z')).rehearsals).toEqual([])
  })

  it('is dated by the clock of the session, not by the day it was talked', async () => {
    const [{ id }] = await append(entry())
    const asOf = '2018-05-05T10:00:00.000Z'
    const { turnId } = await ask('Tell me about the zeppelin over the harbour', { asOf })
    expect((await curveOf(id)).rehearsals).toEqual([{ turnId, at: asOf }])
  })
})

describe('a study', () => {
  it('recalls without rehearsing, and leaves nothing in memory', async () => {
    await append(entry())
    const before = await statistics()
    const file = {
      workbench: 1,
      name: 'Small',
      personas: { inline: [seed()] },
      cohorts: [{ name: 'Everyone', criteria: { all: [] } }],
      population: {},
      skill: {
        name: 'Small',
        objective: 'Test',
        questions: [{ id: 'q', type: 'open', text: 'What about the zeppelin over the harbour?' }],
      },
    }
    const { study } = await rest.get('/study-files', { body: { file } })
    const { run } = await rest.get(`/studies/${study.id}/runs`, { body: {} })
    while (!['succeeded', 'failed'].includes((await rest.get(`/runs/${run.id}`)).run.status))
      await new Promise((resolve) => setTimeout(resolve, 10))
    const [task] = (await rest.get(`/runs/${run.id}/tasks`)).tasks
    const { turns } = await rest.get(`/tasks/${task.id}/turns`)
    expect(task.personaId).toBe(personaId)
    expect(turns[0].recalled[0].eventLabel).toBe('The zeppelin over the harbour')
    expect(await statistics()).toEqual(before)
  })
})

describe('the curve of one memory', () => {
  it('runs from the event to ten years on, with a kink where it was talked about', async () => {
    const [{ id }] = await append(entry())
    await configure({ forgetting: { enabled: true } })
    await ask('Tell me about the zeppelin over the harbour')
    rest.pass(YEAR)
    const curve = await curveOf(id)
    const { points, rehearsals } = curve
    expect(curve).toMatchObject({ enabled: true, fades: true, storedStrength: 80 })
    expect(points[0]).toEqual({
      at: '2016-06-01T00:00:00.000Z',
      strength: 80,
      vividness: 'vivid',
    })
    const [end, at] = [points.at(-1).at, curve.at].map(Date.parse) as [number, number]
    expect(end - at).toBe(10 * YEAR)
    const kink = points.findIndex((point: { at: string }) => point.at === rehearsals[0].at)
    expect(points[kink].strength).toBe(81)
    expect(points[kink - 1].strength).toBeLessThan(50)
  })

  it('shows what would be where the workspace does not forget', async () => {
    const [{ id }] = await append(entry())
    const curve = await curveOf(id)
    expect(curve).toMatchObject({ enabled: false, effectiveStrength: 80, vividness: 'vivid' })
    expect(curve.points.at(-1).strength).toBeLessThan(40)
  })

  it('is flat for a pride', async () => {
    const [{ id }] = await append(entry({ memoryType: 'pride' }))
    const { fades, points } = await curveOf(id)
    const strengths = new Set(points.map(({ strength }: { strength: number }) => strength))
    expect({ fades, strengths: [...strengths] }).toEqual({ fades: false, strengths: [80] })
  })
})

describe('memory statistics', () => {
  it('count the timeline as it is, and as it stood', async () => {
    const before = await statistics()
    const [old] = await append(entry(), entry({ eventAt: '2017-01-01', memoryStrength: 10 }))
    await rest.get(`/personas/${personaId}/timeline/${old.id}/supersede`, {
      body: { reason: 'It was a balloon', entry: entry({ eventLabel: 'The balloon' }) },
    })
    const after = await statistics()
    const count = (record: Record<string, number>, key: string) => record[key] ?? 0
    expect(after).toMatchObject({
      personaId,
      length: before.length + 3,
      visible: before.visible + 2,
      superseded: 1,
      rehearsals: 0,
      consolidations: { add: 0, reinforce: 0, flag: 0, ignore: 0 },
      consistency: null,
    })
    expect(count(after.byType, 'revised')).toBe(1)
    expect(count(after.bySource, 'user')).toBe(2)
    expect(count(after.byYear, '2016') - count(before.byYear, '2016')).toBe(1)
    expect(count(after.byVividness, 'faded') - count(before.byVividness, 'faded')).toBe(1)
    const counted = (record: Record<string, number>) =>
      Object.values(record).reduce((sum, one) => sum + one, 0)
    for (const by of [after.byType, after.bySource, after.byYear, after.byVividness])
      expect(counted(by)).toBe(after.visible)
    // The correction became known today: at that time the entry stood as it was.
    const then = await statistics('?asOf=2017-06-01T00:00:00Z')
    expect(then).toMatchObject({ superseded: 0, visible: then.length })
    expect(then.lastEventAt < '2017-06-01').toBe(true)
  })

  it('count by what forgetting has left', async () => {
    await append(entry({ eventAt: '1990-01-01' }))
    const { meanStrength, meanEffectiveStrength, byVividness } = await statistics()
    expect(meanEffectiveStrength).toBeCloseTo(meanStrength, 10)
    await configure({ forgetting: { enabled: true, exponent: 2 } })
    const forgot = await statistics()
    expect(forgot.meanStrength).toBe(meanStrength)
    expect(forgot.meanEffectiveStrength).toBeLessThan(meanStrength / 2)
    expect(forgot.byVividness.faded).toBeGreaterThan(byVividness.faded)
  })
})
