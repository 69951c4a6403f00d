import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Evidence, QuestionEvidence } from '../../src/shared/contract/evidence.ts'
import type { Run, TaskList } from '../../src/shared/contract/runs.ts'
import type { Study } from '../../src/shared/contract/studies.ts'
import { openTestEngine, waitForRun, type TestEngine } from '../helpers/test-engine.ts'

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
  const sample = (name: string) => readFileSync(`resources/samples/${name}`, 'utf8')
  const files = { 'people.csv': sample('people.csv'), 'margins.csv': sample('margins.csv') }
  const body = { file: sample('parcel-lockers.yaml'), files }
  const { study } = await engine.call<{ study: Study }>('POST', '/study-files', body)
  const launched = await engine.call<{ run: Run }>('POST', `/studies/${study.id}/runs`, {})
  run = await waitForRun(engine, launched.run.id)
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
    expect(pictures.length).toBeGreaterThanOrEqual(4)
    for (const picture of pictures) expect(picture).toContain('rehearsal, not evidence')
  })
})
