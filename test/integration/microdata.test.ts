import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  CohortGenerationJob,
  CohortGenerationReport,
} from '../../src/shared/contract/cohort-generation.ts'
import type { Cohort } from '../../src/shared/contract/cohorts.ts'
import type { Persona } from '../../src/shared/contract/personas.ts'
import type { Population } from '../../src/shared/contract/populations.ts'
import { openTestEngine, type TestEngine } from '../helpers/test-engine.ts'

// Margins of real survey microdata, computed here from the rows and their weights.

type Row = { age: string; gender: string; race: string; weight: number }
type Trait = 'age' | 'gender' | 'race'

const rows = (
  parse(readFileSync('test/fixtures/nhanes/nhanes.csv', 'utf8'), { columns: true }) as Record<
    keyof Row,
    string
  >[]
).map((row): Row => ({ ...row, weight: Number(row.weight) }))

const fieldOf = { age: 'age', gender: 'gender', race: 'attributes.race' }
const bands = [0, 20, 40, 60]
const youngest = { '0–19': 0, '20–39': 20, '40–59': 40, '60+': 60 } as Record<string, number>

const categoryOf = (row: Pick<Row, Trait>, traits: readonly Trait[]) =>
  traits.map((trait) => row[trait]).join(' × ')

function sharesOf<T extends Pick<Row, Trait>>(
  people: readonly T[],
  traits: readonly Trait[],
  weightOf: (person: T) => number,
): Map<string, number> {
  const total = people.reduce((sum, person) => sum + weightOf(person), 0)
  const shares = new Map<string, number>()
  for (const person of people) {
    const category = categoryOf(person, traits)
    shares.set(category, (shares.get(category) ?? 0) + weightOf(person) / total)
  }
  return shares
}

/** The weighted distribution of the survey, as a margin. */
function marginOf(...traits: Trait[]) {
  const targets = [...sharesOf(rows, traits, ({ weight }) => weight)].map(([category, share]) => ({
    category,
    share,
  }))
  return {
    fields: traits.map((trait) => fieldOf[trait]),
    ...(traits.includes('age') && { bands }),
    targets,
  }
}

const traitsOf = ({ age, gender, attributes }: Persona): Pick<Row, Trait> => ({
  age: age >= 60 ? '60+' : age >= 40 ? '40–59' : age >= 20 ? '20–39' : '0–19',
  gender: gender!,
  race: String(attributes['race']),
})

let engine: TestEngine
beforeAll(async () => {
  engine = await openTestEngine()
})
afterAll(() => engine.close())

async function everyone(): Promise<Persona[]> {
  const request = new Request('http://localhost/personas/export?format=jsonl')
  const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
  const lines = (await answer.text()).trim().split('\n')
  return lines.map((line) => (JSON.parse(line) as { persona: Persona }).persona)
}

const COUNT = 500
const asked: Trait[][] = [['gender'], ['race'], ['age'], ['age', 'gender']]

/** Whole people by the largest remainder (Hamilton), ties aside. */
function quotas(shares: ReadonlyMap<string, number>): Map<string, number> {
  const exact = [...shares].map(([category, share]) => ({ category, exact: share * COUNT }))
  const counts = new Map(exact.map((one) => [one.category, Math.floor(one.exact)]))
  const left = COUNT - [...counts.values()].reduce((sum, n) => sum + n, 0)
  const byRest = exact.toSorted((a, b) => (b.exact % 1) - (a.exact % 1))
  for (const { category } of byRest.slice(0, left)) counts.set(category, counts.get(category)! + 1)
  return counts
}

describe('a cohort generated from the margins of a survey', () => {
  let report: CohortGenerationReport
  let made: Persona[]

  beforeAll(async () => {
    const margins = [marginOf('race'), marginOf('age', 'gender')]
    const { jobId } = await engine.call<{ jobId: string }>('POST', '/cohorts/generate', {
      name: 'Americans',
      count: COUNT,
      margins,
      randomSeed: 3,
    })
    for (;;) {
      const job = await engine.call<CohortGenerationJob>('GET', `/cohorts/generate/${jobId}`)
      if (job.status === 'failed') throw new Error(JSON.stringify(job))
      if (job.status === 'succeeded') {
        report = job.report!
        break
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    made = await everyone()
  }, 50_000)

  it.each([[['race']], [['age', 'gender']]] as [Trait[]][])('has exact quotas of %s', (traits) => {
    const wanted = quotas(sharesOf(rows, traits, ({ weight }) => weight))
    const found = new Map([...wanted].map(([category]) => [category, 0]))
    for (const persona of made) {
      const category = categoryOf(traitsOf(persona), traits)
      found.set(category, (found.get(category) ?? 0) + 1)
    }
    expect(made).toHaveLength(COUNT)
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted))
  })

  it.each(asked.map((traits) => [traits]))('is within 0.5 points of the survey in %s', (traits) => {
    const wanted = sharesOf(rows, traits, ({ weight }) => weight)
    const found = sharesOf(made.map(traitsOf), traits, () => 1)
    for (const [category, share] of wanted)
      expect(Math.abs((found.get(category) ?? 0) - share)).toBeLessThanOrEqual(0.005)
    expect(report.maxGapPoints).toBeLessThanOrEqual(0.5)
  })
})

describe('respondents of a survey, unweighted', () => {
  it('are raked to its margins within 0.01 points', async () => {
    // Every nineteenth row: too many of the groups that the survey sampled more.
    const sample = rows.filter((_, i) => i % 19 === 0)
    const lines = sample.map(({ age, gender, race }, i) => ({
      seed: {
        firstName: `R${i}`,
        lastName: 'Respondent',
        age: youngest[age]! + (i % 20),
        location: 'Ohio, United States',
        baseOccupation: 'respondent',
        gender,
        attributes: { race, survey: true },
      },
    }))
    const body = lines.map((line) => JSON.stringify(line)).join('\n')
    const request = new Request('http://localhost/personas/import', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-ndjson' },
    })
    const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
    expect(await answer.json()).toMatchObject({ imported: sample.length, failed: 0 })

    const { cohort } = await engine.call<{ cohort: Cohort }>('POST', '/cohorts', {
      name: 'Respondents',
      criteria: { field: 'attributes.survey', op: 'eq', value: true },
    })
    const { population } = await engine.call<{ population: Population }>('POST', '/populations', {
      name: 'Respondents',
      cohorts: [{ cohortId: cohort.id, targetShare: 1 }],
      margins: [marginOf('race'), marginOf('age', 'gender'), marginOf('gender', 'race')],
    })
    expect(population).toMatchObject({ size: sample.length, balance: { converged: true } })

    const weights = new Map<string, number>()
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { members: { personaId: string; weight: number }[]; nextCursor: string | null } =
        await engine.call(
          'GET',
          `/populations/${population.id}/versions/1/members?limit=200${cursor && `&cursor=${cursor}`}`,
        )
      for (const { personaId, weight } of page.members) weights.set(personaId, weight)
      cursor = page.nextCursor
    }
    const people = (await everyone())
      .filter(({ id }) => weights.has(id))
      .map((persona) => ({ ...traitsOf(persona), weight: weights.get(persona.id)! }))
    expect(people).toHaveLength(sample.length)
    for (const traits of [
      ['race'],
      ['gender'],
      ['age'],
      ['age', 'gender'],
      ['gender', 'race'],
    ] as Trait[][]) {
      const wanted = sharesOf(rows, traits, ({ weight }) => weight)
      const found = sharesOf(people, traits, ({ weight }) => weight)
      for (const [category, share] of wanted)
        expect(Math.abs(found.get(category)! - share)).toBeLessThanOrEqual(0.0001)
    }
    // The unweighted sample is far off: there was something to do.
    const raw = sharesOf(people, ['race'], () => 1)
    expect(
      Math.abs(raw.get('white')! - sharesOf(rows, ['race'], ({ weight }) => weight).get('white')!),
    ).toBeGreaterThan(0.05)
  }, 50_000)
})
