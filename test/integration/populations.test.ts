import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRest, seed, type Call, type Rest } from '../helpers/rest.ts'

let rest: Rest
beforeEach(async () => {
  rest = await openRest()
})
afterEach(async () => {
  expect(rest.bugs).toEqual([])
  await rest.close()
})

const patch = (body: object): Call => ({ method: 'PATCH', body })
const fixture = (name: string) => readFileSync(`test/fixtures/population/${name}`, 'utf8')

async function people(lines: readonly object[]): Promise<void> {
  const headers = { 'content-type': 'application/x-ndjson' }
  const body = lines.map((line) => JSON.stringify(line)).join('\n')
  await rest.get('/personas/import', { body, headers })
}

async function cohort(name: string, criteria: object = { all: [] }): Promise<string> {
  return (await rest.get('/cohorts', { body: { name, criteria } })).cohort.id
}

const gender = (woman: number) => ({
  fields: ['gender'],
  targets: [
    { category: 'woman', share: woman },
    { category: 'man', share: 1 - woman },
  ],
})

/** Sixty people: `women` of them, a third in a city, from 20 to 49. */
async function sixty(women: number): Promise<string> {
  await people(
    Array.from({ length: 60 }, (_, i) =>
      seed(`P${i}`, {
        age: 20 + (i % 30),
        gender: i < women ? 'woman' : 'man',
        attributes: { area: i % 3 === 0 ? 'city' : 'country' },
      }),
    ),
  )
  return cohort('Everybody')
}
const one = (cohortId: string) => [{ cohortId, targetShare: 1 }]

describe('a survey and its census margins', () => {
  it('are read, balanced, looked through for gaps and measured', async () => {
    await rest.get('/personas/import', {
      body: fixture('survey.csv'),
      headers: { 'content-type': 'text/csv' },
    })
    const { margins, notes } = await rest.get('/populations/margins', {
      body: { table: `\ufeff${fixture('margins.csv')}` },
    })
    expect(margins.map(({ fields }: { fields: string[] }) => fields[0])).toEqual([
      'gender',
      'age',
      'education',
      'attributes.region',
      'attributes.area',
      'attributes.householdSize',
    ])
    expect(notes).toContain('Sex: its total is left out.')
    const draft = { cohorts: one(await cohort('Survey')), margins }
    const preview = await rest.get('/populations/preview', { body: draft })
    expect(preview).toMatchObject({ size: 480, problems: [], balance: { converged: true } })
    expect(preview.balance.maxGapPoints).toBeLessThan(0.01)
    expect(preview.balance.effectiveN).toBeLessThan(400)

    const trimmed = await rest.get('/populations/preview', {
      body: { ...draft, trim: { lower: 0.5, upper: 1.6 } },
    })
    expect(trimmed.balance.trimming.untrimmedEffectiveN).toBeCloseTo(preview.balance.effectiveN, 6)
    expect(trimmed.balance.effectiveN).toBeGreaterThan(preview.balance.effectiveN)
    expect(trimmed.balance.trimming.atUpper).toBeGreaterThan(0)
    const misfits = trimmed.balance.margins.map(({ maxGapPoints }: never) => maxGapPoints)
    expect(Math.max(...misfits)).toBeCloseTo(trimmed.balance.maxGapPoints, 9)

    const { gaps, effectiveN } = await rest.get('/populations/gaps', { body: draft })
    expect(effectiveN).toBeCloseTo(preview.balance.effectiveN, 0)
    expect(gaps.length).toBeGreaterThan(0)
    const costs = gaps.map(({ costsEffectiveN }: never) => costsEffectiveN)
    expect(costs).toEqual(costs.toSorted((a: number, b: number) => b - a))
    expect(costs[0]).toBeGreaterThan(5)
    expect(gaps[0].requests[0]).toMatchObject({ count: gaps[0].missing })

    const { population } = await rest.get('/populations', { body: { name: 'Panel', ...draft } })
    const { coverage } = await rest.get(`/populations/${population.id}/coverage`)
    expect(coverage).toMatchObject({ version: 1, size: 480, measured: 480 })
    expect(coverage.cellsReached.personas).toBeLessThan(coverage.cellsReached.random)
    expect(coverage.nearestDistance.personas).toBeGreaterThan(0)
    expect(coverage.findings).toHaveLength(4)
  })
})

describe('a draft', () => {
  it('that cannot be balanced says every reason at once, with the field and what to do', async () => {
    const cohorts = one(await sixty(60))
    const area = {
      fields: ['attributes.area'],
      targets: [
        { category: 'city', share: 0.5 },
        { category: 'sea', share: 0.5 },
      ],
    }
    const draft = { cohorts, margins: [gender(0.5), area] }
    const { problems, balance, unweighted } = await rest.get('/populations/preview', {
      body: draft,
    })
    expect(balance).toBeNull()
    expect(problems).toEqual([
      {
        path: 'margins.0.targets.1',
        message: expect.stringMatching(/nobody is in “man”.*Generate/),
      },
      { path: 'margins.1.targets.1', message: expect.stringMatching(/nobody is in “sea”/) },
      { path: 'margins.1', message: expect.stringMatching(/40 personas are in “country”/) },
    ])
    expect(unweighted[1].categories[0]).toMatchObject({ category: 'woman', n: 60, before: 1 })

    const refused = await rest.ask('/populations', { body: { name: 'Panel', ...draft } })
    expect([refused.status, refused.body.details]).toEqual([400, problems])
  })

  it('with an empty category asks for its people first, in a request that fits the cohort', async () => {
    await sixty(60)
    const cohorts = one(
      await cohort('Young', {
        all: [
          { field: 'age', op: 'gte', value: 20 },
          { field: 'age', op: 'lte', value: 49 },
          { field: 'attributes.area', op: 'in', value: ['city', 'country'] },
        ],
      }),
    )
    const ages = {
      fields: ['age'],
      bands: [18, 35, 60],
      targets: [
        { category: '18–34', share: 0.5 },
        { category: '35–59', share: 0.5 },
      ],
    }
    const { effectiveN, gaps, leftOut } = await rest.get('/populations/gaps', {
      body: { cohorts, margins: [gender(0.6), ages] },
    })
    expect([effectiveN, leftOut]).toEqual([null, 0])
    expect(gaps[0]).toMatchObject({
      cell: [{ margin: 'gender', category: 'man' }],
      n: 0,
      expected: 24,
      missing: 40,
      isBlocking: true,
      costsEffectiveN: null,
      requests: [{ name: 'man for Young', count: 40, where: { gender: 'man' } }],
    })
    // Ages are cut to what the cohort takes; its two areas are equally likely.
    expect(gaps[0].requests[0].margins).toEqual([
      {
        fields: ['age'],
        bands: [20, 35, 50],
        targets: [
          { category: '20–34', share: 0.5 },
          { category: '35–49', share: 0.5 },
        ],
      },
      {
        fields: ['attributes.area'],
        targets: [
          { category: 'city', share: 0.5 },
          { category: 'country', share: 0.5 },
        ],
      },
    ])

    // Somebody makes these people: the gap is gone, and effective n is what was promised.
    await people(
      Array.from({ length: 40 }, (_, i) =>
        seed(`M${i}`, {
          age: i % 2 === 0 ? 20 + (i % 15) : 35 + (i % 15),
          gender: 'man',
          attributes: { area: i % 4 < 2 ? 'city' : 'country' },
        }),
      ),
    )
    const filled = await rest.get('/populations/gaps', {
      body: { cohorts, margins: [gender(0.6), ages] },
    })
    expect(filled.gaps).toEqual([])
    expect(filled.size).toBe(100)
    expect(Math.abs(filled.effectiveN - gaps[0].effectiveNWith)).toBeLessThan(5)
  })

  it('is refused by field, and a table by its row', async () => {
    const cohorts = one(await sixty(30))
    const typo = await rest.ask('/populations/preview', { body: { cohorts, margin: [] } })
    expect([typo.status, typo.body.error]).toEqual([400, expect.stringContaining('margin')])
    const table = await rest.ask('/populations/margins', { body: { table: 'a,b\n1,2' } })
    expect([table.status, table.body.details[0].path]).toEqual([400, 'table'])
  })
})

describe('versions', () => {
  it('are listed, read and compared, with one another and with now', async () => {
    const cohortId = await sixty(40)
    const body = { name: 'Panel', cohorts: one(cohortId), margins: [gender(0.5)] }
    const { population } = await rest.get('/populations', { body })
    const path = `/populations/${population.id}`
    expect((await rest.get(`${path}/drift`)).drift).toMatchObject({
      from: { version: 1, size: 60 },
      to: { version: null, size: 60 },
      kept: 60,
      gained: 0,
      lost: 0,
      changes: [],
      problems: [],
    })

    await people([seed('New1', { gender: 'man' }), seed('New2', { gender: 'man' })])
    const { personas } = await rest.get('/personas?limit=1&search=P0')
    await rest.get(`/personas/${personas[0].id}`, { method: 'DELETE' })
    const { drift } = await rest.get(`${path}/drift?version=1`)
    expect(drift).toMatchObject({ kept: 59, gained: 2, lost: 1, moved: 0 })
    expect(drift.examples.lost).toEqual([{ personaId: personas[0].id, name: null }])
    expect(drift.margins[0]).toMatchObject({ name: 'gender' })
    expect(drift.margins[0].movedPoints).toBeCloseTo(100 * (40 / 60 - 39 / 61), 6)
    expect(drift.to.effectiveN).toBeGreaterThan(drift.from.effectiveN)

    await rest.get(path, patch({ margins: [gender(0.55)], trim: { lower: 0.2, upper: 5 } }))
    const between = (await rest.get(`${path}/drift?version=1&against=2`)).drift
    expect(between.changes).toEqual([
      'The targets of gender changed.',
      'Weights were without bounds and are between 0.2 and 5 times the mean.',
    ])
    expect((await rest.get(`${path}/versions`)).populations).toHaveLength(2)
    expect((await rest.get(`${path}/versions/1`)).population).toEqual(population)
    expect((await rest.ask(`${path}/versions/3`)).status).toBe(404)

    const first = await rest.get(`${path}/versions/1/members?limit=50`)
    const rest2 = await rest.get(`${path}/versions/1/members?limit=50&cursor=${first.nextCursor}`)
    const members = [...first.members, ...rest2.members]
    expect([members.length, rest2.nextCursor]).toEqual([60, null])
    expect(members.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(60, 9)
  })

  it('say what keeps today from being balanced, a cohort in the trash too', async () => {
    const cohortId = await sixty(40)
    const body = { name: 'Panel', cohorts: one(cohortId), margins: [gender(0.5)] }
    const { population } = await rest.get('/populations', { body })
    await people([seed('Other', { gender: 'other' })])
    const path = `/populations/${population.id}/drift`
    const { drift } = await rest.get(path)
    expect(drift).toMatchObject({ gained: 1, to: { size: 61, effectiveN: null } })
    expect(drift.problems[0].message).toMatch(/1 persona is in “other”, which has no target share/)

    await rest.get(`/cohorts/${cohortId}`, { method: 'DELETE' })
    const gone = (await rest.get(path)).drift
    expect(gone).toMatchObject({ lost: 60, kept: 0, to: { size: 0, effectiveN: null } })
    expect(gone.problems[0]).toMatchObject({ path: 'cohorts.0' })
  })
})
