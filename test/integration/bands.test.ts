import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunEvidence } from '../../src/shared/contract/arm-evidence.ts'
import type { Crosstab } from '../../src/shared/contract/crosstab.ts'
import type { Segment } from '../../src/shared/contract/evidence.ts'
import type { PowerReport } from '../../src/shared/contract/study-planning.ts'
import type { Persona } from '../../src/shared/contract/personas.ts'
import type { Run, TaskList } from '../../src/shared/contract/runs.ts'
import type { Study } from '../../src/shared/contract/studies.ts'
import type { ChatModel } from '../../src/main/engine/models/chat-model.ts'
import { openTestEngine, waitForRun, type TestEngine } from '../helpers/test-engine.ts'

const FIELD = 'attributes.income'
const PEOPLE = 60

/** Nobody's income is somebody else's; every tenth has none, two are said in words. */
const incomeOf = (i: number) => {
  if (i === 7 || i === 8) return 'not said'
  return i % 10 === 9 ? undefined : 11_003 + ((i * 37) % PEOPLE) * 713
}
const people = Array.from({ length: PEOPLE }, (_, i) => {
  const income = incomeOf(i)
  return {
    firstName: `Ada${i}`,
    lastName: 'Berg',
    age: 30,
    gender: i % 2 ? 'woman' : 'man',
    location: 'Leeds, England',
    baseOccupation: 'Nurse',
    attributes: { children: i % 4, ...(income !== undefined && { income }) },
  }
})

const file = {
  workbench: 1,
  name: 'Incomes',
  personas: { inline: people },
  cohorts: [{ name: 'Everyone', criteria: { all: [] } }],
  population: {},
  skill: {
    name: 'Incomes',
    objective: 'Test',
    questions: [{ id: 'q', type: 'yesno', text: 'Fine?' }],
  },
  study: { model: 'slow', comparisons: [{ questionId: 'q', by: FIELD }] },
}

/** Answers the first few, the others when they are let. */
const FIRST = 20
const isLet = Promise.withResolvers<void>()
let asked = 0
const model: ChatModel = {
  name: 'slow',
  rehearsal: false,
  async *stream() {
    const mine = ++asked
    if (mine > FIRST) await isLet.promise
    yield { type: 'delta', text: mine % 2 === 0 ? 'Yes' : 'No' }
    yield { type: 'done', modelName: 'slow', tokensIn: 10, tokensOut: 1 }
  },
}

let engine: TestEngine
let study: Study
let run: Run
/** While the run was going, and of the whole. */
let early: RunEvidence
let evidence: RunEvidence

beforeAll(async () => {
  engine = await openTestEngine({ slow: model })
  study = (await engine.call<{ study: Study }>('POST', '/study-files', { file })).study
  run = (await engine.call<{ run: Run }>('POST', `/studies/${study.id}/runs`, {})).run
  await waitForRun(engine, run.id, ({ tasks: { succeeded } }) => succeeded === FIRST)
  early = await cutBy(FIELD)
  isLet.resolve()
  run = await waitForRun(engine, run.id)
  evidence = await cutBy(FIELD)
}, 60_000)
afterAll(async () => {
  isLet.resolve()
  await engine.close()
})

const cutBy = (field: string) =>
  engine.call<RunEvidence>('GET', `/runs/${run.id}/evidence?segmentBy=${encodeURIComponent(field)}`)
const segmentsOf = (found: RunEvidence, by = FIELD) =>
  found.questions[0]!.segments.filter((one) => one.by === by)
const tasks = async (query: [string, string][]) => {
  const search = new URLSearchParams([...query, ['limit', '200']])
  return (await engine.call<TaskList>('GET', `/runs/${run.id}/tasks?${search}`)).tasks
}
const personasBehind = async ({ by, value }: Pick<Segment, 'by' | 'value'>) => {
  const found = await tasks([
    ['segmentBy', by],
    ['segmentValue', value],
  ])
  return found.map(({ personaId }) => personaId).toSorted()
}
const exported = async (format: string) => {
  const request = new Request(`http://localhost/runs/${run.id}/export?format=${format}`)
  const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
  expect(answer.status).toBe(200)
  return answer.text()
}
const personas = async () => {
  const ids = new Set((await tasks([])).map(({ personaId }) => personaId))
  const found = [...ids].map((id) => engine.call<{ persona: Persona }>('GET', `/personas/${id}`))
  return (await Promise.all(found)).map(({ persona }) => persona)
}

/** Whether a number is in a band, read from its name alone. */
function isIn(band: string, value: unknown): boolean {
  if (typeof value !== 'number') return band === value
  const [from, to] = (band.match(/\d[\d,]*/g) ?? []).map((one) => Number(one.replaceAll(',', '')))
  if (band.startsWith('under ')) return value < from!
  if (band.endsWith('+')) return value >= from!
  return from !== undefined && value >= from && value <= to!
}

describe('a run cut by a number with many values', () => {
  it('has a few bands between round numbers, words beside them, and says so', () => {
    expect(segmentsOf(evidence).map(({ label, n }) => [label, n])).toEqual([
      ['under 20,000', expect.any(Number)],
      ['20,000–31,999', expect.any(Number)],
      ['32,000–43,999', expect.any(Number)],
      ['44,000+', expect.any(Number)],
      ['not said', 2],
    ])
    const labels = segmentsOf(evidence).map(({ label }) => label)
    expect(evidence.bands).toEqual([{ field: FIELD, labels: labels.slice(0, 4) }])
  })

  it('has the same bands after the first answers as after the last', () => {
    expect([early.provisional, evidence.provisional]).toEqual([true, false])
    expect(early.bands).toEqual(evidence.bands)
    const before = segmentsOf(early).map(({ label }) => label)
    expect(segmentsOf(evidence).map(({ label }) => label)).toEqual(expect.arrayContaining(before))
  })

  it('leads from each band to the tasks of exactly those in it', async () => {
    const everybody = await personas()
    for (const segment of segmentsOf(evidence)) {
      const inside = everybody.filter(({ attributes }) => isIn(segment.value, attributes['income']))
      expect(inside.length).toBeGreaterThan(1)
      expect(await personasBehind(segment)).toEqual(inside.map(({ id }) => id).toSorted())
      const { n, dontKnow, refused, invalid } = segment
      expect(n + dontKnow + refused + invalid).toBe(inside.length)
    }
  })

  it('crosses them with another field, and stays with values where there are few', async () => {
    const by = `gender × ${FIELD}`
    const crossed = await cutBy(by)
    expect(crossed.bands).toEqual(evidence.bands)
    const everybody = await personas()
    const found = segmentsOf(crossed, by).filter(({ value }) => !value.includes('not said'))
    expect(found).toHaveLength(8)
    for (const segment of found) {
      const [gender, band] = segment.value.split(' × ') as [string, string]
      const inside = everybody.filter(
        (one) => one.gender === gender && isIn(band, one.attributes['income']),
      )
      expect(await personasBehind(segment)).toEqual(inside.map(({ id }) => id).toSorted())
    }
    const children = await cutBy('attributes.children')
    const labels = segmentsOf(children, 'attributes.children').map(({ label }) => label)
    expect(labels).toEqual(['0', '1', '2', '3'])
    // Named before launch: compared, whatever is asked for.
    expect(children.bands).toEqual(evidence.bands)
  })

  it('is cut the same way in a crosstab, in differences, power, exports and the report', async () => {
    const bands = evidence.bands[0]!.labels
    const search = new URLSearchParams({ rows: 'question:q', columns: `field:${FIELD}` })
    const crosstab = await engine.call<Crosstab>('GET', `/runs/${run.id}/crosstab?${search}`)
    const columns = crosstab.columns.filter(({ label }) => label !== 'All')
    expect(columns.map(({ label }) => label)).toEqual([...bands, 'not said'])
    const named = evidence.questions[0]!.comparisons.filter(({ by }) => by === FIELD)
    expect(new Set(named.flatMap(({ a, b }) => [a.label, b.label]))).toEqual(
      new Set([...bands, 'not said']),
    )
    const rows = parse(await exported('table'), { columns: true }) as Record<string, string>[]
    for (const segment of segmentsOf(evidence)) {
      const inside = rows.filter((row) => row[`segment.${FIELD}`] === segment.value)
      const ids = inside.map(({ personaId }) => personaId!).toSorted()
      expect(await personasBehind(segment)).toEqual(ids)
    }
    expect(await exported('html')).toContain(`Groups by income are bands`)
    const { power } = await engine.call<{ power: PowerReport }>('GET', `/studies/${study.id}/power`)
    expect(JSON.stringify(power.differences)).toContain(bands[3])
  })

  it('keeps its bands when somebody is given another income, or thrown away', async () => {
    const behind = await personasBehind(segmentsOf(evidence)[0]!)
    await engine.call('PATCH', `/personas/${behind[0]}`, { attributes: { income: 9_000_000 } })
    await engine.call('DELETE', `/personas/${behind[1]}`)
    expect((await cutBy(FIELD)).bands).toEqual(evidence.bands)
    expect(segmentsOf(await cutBy(FIELD))).toEqual(segmentsOf(evidence))
    expect(await personasBehind(segmentsOf(evidence)[0]!)).toEqual(behind)
  })
})
