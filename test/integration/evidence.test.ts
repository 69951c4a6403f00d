import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Evidence, QuestionEvidence } from '../../src/shared/contract/evidence.ts'
import type { Run, TaskList, TaskResults } from '../../src/shared/contract/runs.ts'
import {
  importStudy,
  openTestEngine,
  runStudy,
  sampleStudy,
  type TestEngine,
} from '../helpers/test-engine.ts'

type Row = {
  cohort: string
  personaId: string
  weight: string
  questionId: string
  status: string
  value: string
  label: string
}

let engine: TestEngine
let run: Run
let evidence: Evidence
let rows: Row[]
let report: string

beforeAll(async () => {
  engine = await openTestEngine()
  run = await runStudy(engine, await importStudy(engine, sampleStudy()))
  evidence = await engine.call<Evidence>('GET', `/runs/${run.id}/evidence?segmentBy=gender`)
  const csv = await text(`/runs/${run.id}/export?format=csv`)
  rows = parse(csv, { columns: true })
  report = await text(`/runs/${run.id}/export?format=html`)
}, 120_000)
afterAll(() => engine.close())

async function text(path: string): Promise<string> {
  const request = new Request(`http://localhost${path}`)
  const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
  expect(answer.status).toBe(200)
  return answer.text()
}

const question = (id: string) => evidence.questions.find(({ questionId }) => questionId === id)!
const segment = ({ segments }: QuestionEvidence, label: string) =>
  segments.find((one) => one.label === label)!

/** Σwy / Σw over the exported rows: the whole of what an estimate of a share or mean is. */
function weighted(questionId: string, pick: (row: Row) => number, cohort?: string): number {
  const valid = rows.filter(
    (row) =>
      row.questionId === questionId &&
      row.status === 'valid' &&
      (cohort === undefined || row.cohort === cohort),
  )
  const total = valid.reduce((sum, { weight }) => sum + Number(weight), 0)
  return valid.reduce((sum, row) => sum + Number(row.weight) * pick(row), 0) / total
}

describe('evidence of the sample study', () => {
  it('finds the planted difference and says so first', () => {
    const [primary] = question('convenient').comparisons
    expect(primary).toMatchObject({ kind: 'primary', verdict: 'different' })
    expect(evidence.headline).toContain('City: on average')
    expect(evidence.headline).toMatch(/^In this rehearsal/)
    expect(question('trust').comparisons[0]).toMatchObject({ verdict: 'no difference found' })
  })

  it.each([undefined, 'City', 'Town and countryside'])(
    'agrees with recomputation from the export, for %s',
    (cohort) => {
      for (const id of ['convenient', 'trust', 'price']) {
        const found = question(id)
        const { mean } = cohort === undefined ? found.overall : segment(found, cohort)
        expect(mean!.estimate).toBeCloseTo(
          weighted(id, ({ value }) => Number(value), cohort),
          9,
        )
      }
      const choice = question('choice')
      const { shares } = cohort === undefined ? choice.overall : segment(choice, cohort)
      for (const { value, share } of shares!)
        expect(share.estimate).toBeCloseTo(
          weighted('choice', (row) => (row.value === value ? 1 : 0), cohort),
          9,
        )
    },
  )

  it('opens every bar to as many tasks as it counts', async () => {
    const { overall, segments } = question('convenient')
    const city = segments.find(({ label }) => label === 'City')!
    for (const { value } of overall.shares!) {
      const expected = rows.filter(
        (row) => row.questionId === 'convenient' && row.value === value && row.cohort === 'City',
      ).length
      const query = new URLSearchParams({
        questionId: 'convenient',
        value,
        cohortId: city.value,
        limit: '200',
      })
      const { tasks } = await engine.call<TaskList>('GET', `/runs/${run.id}/tasks?${query}`)
      expect(tasks).toHaveLength(expected)
    }
  })

  it('counts every bar of every question as the tasks behind it', async () => {
    const behind = async (query: Record<string, string>) => {
      const search = new URLSearchParams({ ...query, limit: '200' })
      return (await engine.call<TaskList>('GET', `/runs/${run.id}/tasks?${search}`)).tasks.length
    }
    for (const { questionId, type, overall, segments } of evidence.questions) {
      const counted = [
        ...(['__dont_know', '__refused', '__invalid'] as const).map((value, i) => ({
          value,
          n: [overall.dontKnow, overall.refused, overall.invalid][i]!,
        })),
        ...(overall.shares ?? []).map(({ value }) => ({
          value,
          n: rows.filter((row) => row.questionId === questionId && row.value === value).length,
        })),
      ]
      for (const { value, n } of counted)
        expect([questionId, value, await behind({ questionId, value })]).toEqual([
          questionId,
          value,
          n,
        ])
      const bars = counted.slice(3).reduce((sum, { n }) => sum + n, 0)
      if (type === 'single' || type === 'likert')
        expect([questionId, bars]).toEqual([questionId, overall.n])
      for (const { by, value, n, dontKnow, refused, invalid } of segments) {
        const query = by === 'cohort' ? { cohortId: value } : { segmentBy: by, segmentValue: value }
        const all = n + dontKnow + refused + invalid
        expect([questionId, value, await behind({ questionId, ...query })]).toEqual([
          questionId,
          value,
          all,
        ])
      }
    }
  })

  it('quotes people by answers that they gave, under themes that add up to everybody', async () => {
    const { themes, overall } = question('opinion')
    expect(themes.length).toBeGreaterThan(1)
    expect(themes.reduce((sum, { share }) => sum + share.estimate!, 0)).toBeCloseTo(1, 9)
    expect(overall.n).toBe(
      rows.filter(({ questionId, status }) => questionId === 'opinion' && status === 'valid')
        .length,
    )
    for (const { taskId, text: quote } of themes.flatMap(({ quotes }) => quotes)) {
      const { results } = await engine.call<TaskResults>('GET', `/tasks/${taskId}/results`)
      expect(results.find(({ questionId }) => questionId === 'opinion')!.text).toBe(quote)
    }
  })

  it('is the same when it is asked again, whatever was asked in between', async () => {
    const again = await engine.call<Evidence>('GET', `/runs/${run.id}/evidence?segmentBy=gender`)
    expect(again).toEqual(evidence)
    const plain = await engine.call<Evidence>('GET', `/runs/${run.id}/evidence`)
    expect(plain.questions.map(({ overall }) => overall)).toEqual(
      evidence.questions.map(({ overall }) => overall),
    )
    expect(plain.headline).toBe(evidence.headline)
  })

  it('cuts by any field a persona has and refuses others', async () => {
    for (const field of ['age', 'traits.openness']) {
      const cut = await engine.call<Evidence>('GET', `/runs/${run.id}/evidence?segmentBy=${field}`)
      const found = cut.questions[1]!.segments.filter(({ by }) => by === field)
      expect([field, found.length > 0]).toEqual([field, true])
    }
    const request = new Request(`http://localhost/runs/${run.id}/evidence?segmentBy=shoe`)
    const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ details: [{ path: 'segmentBy' }] })
  })

  it('opens a segment to its tasks and adds up to everybody', async () => {
    const genders = question('trust').segments.filter(({ by }) => by === 'gender')
    const all = (one: (typeof genders)[number]) => one.n + one.dontKnow + one.refused + one.invalid
    expect(genders.reduce((sum, one) => sum + all(one), 0)).toBe(200)
    const [first] = genders
    const query = `segmentBy=gender&segmentValue=${first!.value}&limit=200`
    const { tasks } = await engine.call<TaskList>('GET', `/runs/${run.id}/tasks?${query}`)
    expect(tasks).toHaveLength(all(first!))
  })

  it('labels every exported row as a rehearsal', () => {
    expect(new Set(rows.map(({ label }) => label))).toEqual(
      new Set(['rehearsal, not evidence about people']),
    )
  })
})

describe('the report', () => {
  it('stands alone: no script and no address outside it', () => {
    expect(report).not.toMatch(/<script|<link|<img|@import|url\(/i)
    const addresses = report.match(/https?:\/\/[^"'\s<]+/g) ?? []
    expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([])
  })

  it('has a labelled picture of every closed question', () => {
    const pictures = report.match(/<svg[\s\S]*?<\/svg>/g) ?? []
    // Likert: shares and mean; single: shares; numeric: histogram and mean; open: themes by group.
    const titles = pictures.map((picture) => /aria-label="([^"]*)"/.exec(picture)![1]!)
    const of = (id: string) =>
      titles.filter((title) => title.includes(question(id).text.slice(0, 30).split("'")[0]!)).length
    expect(['convenient', 'trust', 'choice', 'price', 'opinion'].map(of)).toEqual([2, 2, 1, 2, 1])
    expect(pictures).toHaveLength(8)
    for (const picture of pictures)
      expect(picture).toMatch(/<text[^>]*>\s*rehearsal, not evidence about people\s*<\/text>/)
    expect(report).not.toMatch(/NaN|undefined|Infinity|\[object/)
  })
})

describe('names and answers that are not harmless', () => {
  const nasty = '<img src=x onerror=alert(1)>"&'

  it('are text in the report and no formula in the table', async () => {
    const file = {
      workbench: 1,
      name: `=1+1 ${nasty}`,
      personas: {
        inline: Array.from({ length: 6 }, (_, i) => ({
          firstName: i === 0 ? nasty : `=HYPERLINK(${i})`,
          lastName: 'Berg',
          age: 30 + i,
          location: '@Leeds',
          baseOccupation: 'Nurse',
        })),
      },
      cohorts: [{ name: `+${nasty}`, criteria: { all: [] } }],
      population: {},
      skill: {
        name: 'Small',
        objective: 'Test',
        questions: [
          { id: 'pick', type: 'single', text: nasty, options: [nasty, 'other'] },
          { id: 'change', type: 'numeric', text: 'Change?', min: -50, max: -1 },
        ],
      },
    }
    const { id } = await runStudy(engine, await importStudy(engine, { file }))
    const html = await text(`/runs/${id}/export?format=html`)
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img')
    const records: Record<string, string>[] = parse(await text(`/runs/${id}/export?format=csv`), {
      columns: true,
    })
    for (const record of records) {
      for (const name of ['study', 'persona', 'location', 'cohort', 'text'])
        expect(record[name]).not.toMatch(/^[=+@]/)
      if (record['questionId'] === 'change' && record['status'] === 'valid')
        expect(Number(record['value'])).toBeLessThan(0)
    }
    const lines = (await text(`/runs/${id}/export?format=jsonl`)).trim().split('\n')
    expect(JSON.parse(lines[0]!)).toMatchObject({ study: file.name, cohort: file.cohorts[0]!.name })
  })
})
