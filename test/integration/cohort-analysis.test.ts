import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type {
  CohortAnalysis,
  CohortOverlapMatrix,
  CohortRevisionList,
} from '../../src/shared/contract/cohort-analysis.ts'
import type { Cohort, CohortPreview, CriteriaTree } from '../../src/shared/contract/cohorts.ts'
import { openTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
beforeEach(async () => {
  engine = await openTestEngine()
})
afterEach(() => engine.close())

type Somebody = { age: number; location?: string; attributes?: object; randomSeed?: number }
async function somebody({ age, location = 'Lyon', attributes = {}, randomSeed = age }: Somebody) {
  const seed = {
    firstName: 'P',
    lastName: `N${age}`,
    age,
    location,
    baseOccupation: 'nurse',
    attributes,
  }
  const { persona } = await engine.call<{ persona: { id: string } }>('POST', '/personas', {
    seed,
    randomSeed,
  })
  return persona.id
}
const analyse = (criteria: CriteriaTree, more: object = {}) =>
  engine.call<CohortAnalysis>('POST', '/cohorts/analysis', { criteria, ...more })
const save = async (name: string, criteria: CriteriaTree) =>
  (await engine.call<{ cohort: Cohort }>('POST', '/cohorts', { name, criteria })).cohort
const over = (age: number): CriteriaTree => ({ field: 'age', op: 'gte', value: age })
const EVERYBODY: CriteriaTree = { all: [] }

describe('the composition of a cohort', () => {
  it('counts members against everybody, what sets them apart first', async () => {
    for (let age = 20; age < 60; age += 2)
      await somebody({ age, attributes: { region: age < 40 ? 'South' : 'North', plan: 'basic' } })
    const { composition, size, of, floor } = await analyse(over(40))
    expect({ size, of, floor }).toEqual({ size: 10, of: 20, floor: 30 })
    const fields = composition.map(({ field }) => field)
    expect(fields.slice(0, 2).toSorted()).toEqual(['age', 'attributes.region'])
    const region = composition.find(({ field }) => field === 'attributes.region')!
    expect(region).toMatchObject({ label: 'Region', kind: 'category', missing: 0, distance: 0.5 })
    expect(region.categories).toEqual([
      { category: 'North', n: 10, share: 1, workspaceShare: 0.5 },
      { category: 'South', n: 0, share: 0, workspaceShare: 0.5 },
    ])
    const age = composition.find(({ field }) => field === 'age')!
    expect(age).toMatchObject({ defining: true, kind: 'number', mean: 49, workspaceMean: 39 })
    expect(age.categories.map(({ category, n }) => `${category}: ${n}`)).toContain('45–54: 5')
    expect(composition.find(({ field }) => field === 'attributes.plan')!.distance).toBe(0)
    expect(composition.find(({ field }) => field === 'values')!.kind).toBe('list')
  })

  it('names who is unknown, and a cohort of nobody has no shares', async () => {
    for (const age of [20, 30, 40, 50, 60, 70])
      await somebody({ age, ...(age > 20 && { attributes: { children: age / 10 } }) })
    const young = await analyse({ field: 'age', op: 'lt', value: 40 })
    const children = young.composition.find(({ field }) => field === 'attributes.children')!
    expect(children).toMatchObject({ kind: 'number', missing: 1, mean: 3 })
    expect(children.categories.at(-1)).toMatchObject({ category: 'unknown', n: 1, share: 0.5 })
    const nobody = await analyse(over(99))
    expect(nobody.size).toBe(0)
    expect(nobody.composition.every(({ distance }) => distance === 0)).toBe(true)
    expect(nobody.diversity).toMatchObject({ meanDistance: null, ratio: null, twins: [] })
  })

  it('is of an empty workspace too', async () => {
    expect(await analyse(EVERYBODY)).toMatchObject({ size: 0, of: 0, composition: [], notes: [] })
  })
})

describe('inner diversity', () => {
  it('is that of everybody for everybody, less for those alike, and names twins', async () => {
    for (let age = 20; age < 60; age += 2)
      await somebody({ age, location: age < 40 ? 'Lyon' : 'Lille' })
    const a = await somebody({ age: 70, randomSeed: 7 })
    const b = await somebody({ age: 70, randomSeed: 7 })
    const all = await analyse(EVERYBODY)
    expect(all.diversity).toMatchObject({ ratio: 1, pairs: 231, exact: true })
    expect(all.diversity.sentence).toContain('100 %')
    expect(all.diversity.twins[0]).toMatchObject({ distance: 0 })
    const [twins] = all.diversity.twins
    expect([twins!.a.personaId, twins!.b.personaId].toSorted()).toEqual([a, b].toSorted())
    const some = await analyse({ field: 'location', op: 'eq', value: 'Lille' })
    expect(some.diversity.ratio).toBeLessThan(1)
  })
})

describe('overlap', () => {
  it('is told with every other cohort, and as a matrix', async () => {
    for (let age = 20; age < 60; age += 2) await somebody({ age })
    const old = await save('Old', over(40))
    const older = await save('Older', over(50))
    const young = await save('Young', { not: over(30) })
    const { overlap } = await analyse(over(40), { cohortId: old.id })
    expect(overlap).toEqual([
      { cohortId: older.id, name: 'Older', size: 5, shared: 5, jaccard: 0.5, shareOfThis: 0.5 },
      { cohortId: young.id, name: 'Young', size: 5, shared: 0, jaccard: 0, shareOfThis: 0 },
    ])
    const matrix = await engine.call<CohortOverlapMatrix>('GET', '/cohorts/overlap')
    expect(matrix.cohorts.map(({ name }) => name)).toEqual(['Young', 'Older', 'Old'])
    expect(matrix.shared).toEqual([
      [5, 0, 0],
      [0, 5, 5],
      [0, 5, 10],
    ])
    expect(matrix.jaccard[1]).toEqual([0, 1, 0.5])
    expect(matrix).toMatchObject({ inNone: 5, inSeveral: 5, of: 20 })
    await engine.call('PATCH', `/cohorts/${older.id}`, { criteria: over(56) })
    await somebody({ age: 80 })
    const after = await engine.call<CohortOverlapMatrix>('GET', '/cohorts/overlap')
    expect(after.cohorts.map(({ size }) => size)).toEqual([5, 3, 11])
  })
})

it('sees at once who came, changed, left and came back', async () => {
  const sizes = async () => {
    const { size, of } = await engine.call<CohortPreview>('POST', '/cohorts/preview', {
      criteria: over(40),
    })
    return [size, of]
  }
  expect(await sizes()).toEqual([0, 0])
  await somebody({ age: 30 })
  const id = await somebody({ age: 50 })
  expect(await sizes()).toEqual([1, 2])
  await somebody({ age: 60 })
  expect(await sizes()).toEqual([2, 3])
  await engine.call('PATCH', `/personas/${id}`, { age: 39 })
  expect(await sizes()).toEqual([1, 3])
  await engine.call('DELETE', `/personas/${id}`)
  expect(await sizes()).toEqual([1, 2])
  await engine.call('POST', `/personas/${id}/restore`)
  await engine.call('PATCH', `/personas/${id}`, { age: 41 })
  expect(await sizes()).toEqual([2, 3])
})

describe('notes', () => {
  beforeEach(async () => {
    for (let age = 20; age < 40; age += 2) await somebody({ age })
  })
  const notesOf = async (criteria: CriteriaTree, more?: object) =>
    (await analyse(criteria, more)).notes

  it('are none where every criterion does something', async () => {
    expect(await notesOf({ all: [over(25), { field: 'age', op: 'lt', value: 35 }] })).toEqual([])
    expect(await notesOf(EVERYBODY)).toEqual([])
  })
  it('name what changes nothing', async () => {
    expect(await notesOf({ all: [over(18), over(25)] })).toEqual([
      '“whose age is 18 or more” changes nothing: it holds for everybody.',
    ])
    expect(await notesOf({ all: [over(25), over(30)] })).toEqual([
      '“whose age is 25 or more” changes nothing: the other criteria leave only such people.',
    ])
    expect(await notesOf({ any: [over(25), over(30)] })).toEqual([
      '“whose age is 30 or more” changes nothing: the other criteria let all such people in.',
    ])
  })
  it('name what leaves nobody, alone or together', async () => {
    expect(await notesOf({ all: [over(25), over(90)] })).toEqual([
      '“whose age is 90 or more” leaves nobody.',
    ])
    const [together, ...without] = await notesOf({
      all: [over(35), { field: 'age', op: 'lt', value: 25 }],
    })
    expect(together).toContain('Together they leave nobody')
    expect(without).toHaveLength(2)
  })
  it('name a field nobody has', async () => {
    const criteria = { field: 'attributes.regoin', op: 'eq', value: 'South' } as const
    expect(await notesOf({ all: [criteria] })).toEqual(['Nobody has a known regoin.'])
  })
  it('tell what picking by hand does not do', async () => {
    const id = await somebody({ age: 90 })
    const gone = '00000000-0000-4000-8000-000000000000'
    expect(await notesOf(over(80), { additions: [id, gone] })).toEqual([
      'One picked by hand is not in the workspace any more.',
      'One added by hand meets the criteria anyway.',
    ])
  })
})

describe('the history of a cohort', () => {
  const revisionsOf = async (id: string) =>
    (await engine.call<CohortRevisionList>('GET', `/cohorts/${id}/revisions`)).revisions

  it('tells what each change changed, a name alone too, and takes one back', async () => {
    for (let age = 20; age < 60; age += 2) await somebody({ age })
    const { id } = await save('Old', { all: [over(40)] })
    const change = (body: object) => engine.call('PATCH', `/cohorts/${id}`, body)
    await change({ criteria: { all: [over(50)] } })
    await change({ name: 'Older' })
    await change({ name: 'Older' })
    const shown = await revisionsOf(id)
    const older = 'Everyone whose age is 50 or more'
    expect(shown).toMatchObject([
      {
        revision: 3,
        name: 'Older',
        sentence: older,
        size: 5,
        isCurrent: true,
        changes: ['Renamed from “Old” to “Older”.'],
      },
      {
        revision: 2,
        name: 'Old',
        sentence: older,
        size: 5,
        isCurrent: false,
        changes: ['“whose age is 40 or more” became “whose age is 50 or more”.'],
      },
      {
        revision: 1,
        name: 'Old',
        size: 10,
        isCurrent: false,
        changes: [],
        sentence: 'Everyone whose age is 40 or more',
      },
    ])
    const restore = (revision: number) =>
      engine.call<{ cohort: Cohort }>('POST', `/cohorts/${id}/revisions/${revision}/restore`)
    expect((await restore(1)).cohort).toMatchObject({ revision: 4, name: 'Old', size: 10 })
    expect((await restore(4)).cohort.revision).toBe(4)
    expect((await revisionsOf(id))[0]!.changes).toHaveLength(2)
    await expect(restore(9)).rejects.toThrow(/404.*No revision 9/)
    await engine.call('DELETE', `/cohorts/${id}`)
    await expect(restore(1)).rejects.toThrow('404')
  })

  it('keeps both of two changes made at once', async () => {
    const { id } = await save('Old', over(40))
    await Promise.all([
      engine.call('PATCH', `/cohorts/${id}`, { name: 'A' }),
      engine.call('PATCH', `/cohorts/${id}`, { criteria: over(50) }),
    ])
    const [newest, ...before] = await revisionsOf(id)
    expect(newest).toMatchObject({ revision: 3, name: 'A' })
    expect(newest!.sentence).toContain('50')
    expect(before).toHaveLength(2)
  })
})
