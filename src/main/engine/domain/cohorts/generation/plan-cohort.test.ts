import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CohortGenerationBody } from '../../../../../shared/contract/cohort-generation.ts'
import { planCohort } from './plan-cohort.ts'

const shares = (shares: Record<string, number>) =>
  Object.entries(shares).map(([category, share]) => ({ category, share }))
const plan = (body: object) =>
  planCohort(CohortGenerationBody.parse({ name: 'Made', count: 60, ...body }))
function made(body: object) {
  const found = plan(body)
  if ('faults' in found) throw new Error(JSON.stringify(found.faults))
  const seeds = Array.from({ length: found.report.count }, (_, i) => found.seedAt(i))
  return { ...found, seeds }
}
const faults = (body: object) => {
  const found = plan(body)
  return 'faults' in found ? found.faults.map(({ path, message }) => `${path}: ${message}`) : []
}
const nurses = {
  where: { baseOccupation: 'nurse', age: '25–45' },
  margins: [
    { fields: ['location'], targets: shares({ Lyon: 0.6, Lille: 0.4 }) },
    { fields: ['gender'], targets: shares({ woman: 0.75, man: 0.25 }) },
  ],
}

describe('sixty nurses in Lyon and Lille', () => {
  const { seeds, report } = made(nurses)
  const count = (holds: (seed: (typeof seeds)[number]) => boolean) => seeds.filter(holds).length

  it('meet every quota exactly', () => {
    expect(seeds).toHaveLength(60)
    expect(count(({ location }) => location === 'Lyon')).toBe(36)
    expect(count(({ gender }) => gender === 'woman')).toBe(45)
    expect(count(({ baseOccupation }) => baseOccupation === 'nurse')).toBe(60)
    expect(report).toMatchObject({ method: 'independence', maxGapPoints: 0 })
  })

  it('have ages spread over the whole band', () => {
    const ages = seeds.map(({ age }) => age)
    expect([Math.min(...ages), Math.max(...ages)]).toEqual([25, 45])
    const times = Map.groupBy(ages, (age) => age)
    expect(Math.max(...[...times.values()].map(({ length }) => length))).toBeLessThanOrEqual(3)
  })

  it('have names of their place and are the same for the same seed alone', () => {
    expect(made(nurses).seeds).toEqual(seeds)
    expect(made({ ...nurses, randomSeed: 1 }).seeds).not.toEqual(seeds)
    expect(
      new Set(seeds.map(({ firstName, lastName }) => firstName + lastName)).size,
    ).toBeGreaterThan(20)
  })
})

it('meets a joint distribution cell by cell', () => {
  const cells = [
    { categories: ['woman', '18–34'], share: 0.3 },
    { categories: ['woman', '35+'], share: 0.2 },
    { categories: ['man', '18–34'], share: 0.1 },
    { categories: ['man', '35+'], share: 0.4 },
  ]
  const { seeds } = made({
    count: 100,
    joint: [{ fields: ['gender', 'age'], bands: [18, 35], cells }],
  })
  const n = (gender: string, young: boolean) =>
    seeds.filter((seed) => seed.gender === gender && seed.age < 35 === young).length
  expect([n('woman', true), n('woman', false), n('man', true), n('man', false)]).toEqual([
    30, 20, 10, 40,
  ])
})

it('fits tables that share a field, within half a point at a thousand', () => {
  const table = fc
    .array(fc.integer({ min: 1, max: 20 }), { minLength: 12, maxLength: 12 })
    .map((weights) =>
      weights.map((weight) => weight / weights.reduce((sum, each) => sum + each, 0)),
    )
  fc.assert(
    fc.property(table, fc.integer({ min: 400, max: 3000 }), (cells, count) => {
      const at = (a: number, b: number, c: number) => cells[(a * 2 + b) * 3 + c]!
      const [as, bs, cs] = [
        ['a0', 'a1'],
        ['b0', 'b1'],
        ['c0', 'c1', 'c2'],
      ] as const
      const sum = (of: (a: number, b: number, c: number) => boolean) =>
        as
          .flatMap((_, a) =>
            bs.flatMap((__, b) => cs.map((___, c) => (of(a, b, c) ? at(a, b, c) : 0))),
          )
          .reduce((all, each) => all + each, 0)
      const joint = [
        {
          fields: ['attributes.a', 'attributes.b'],
          cells: as.flatMap((a, i) =>
            bs.map((b, j) => ({ categories: [a, b], share: sum((x, y) => x === i && y === j) })),
          ),
        },
        {
          fields: ['attributes.b', 'attributes.c'],
          cells: bs.flatMap((b, j) =>
            cs.map((c, k) => ({ categories: [b, c], share: sum((_, y, z) => y === j && z === k) })),
          ),
        },
      ]
      const { report, seeds } = made({ count, joint })
      expect(seeds).toHaveLength(count)
      expect(report.method).toBe('fitted')
      expect(report.maxGapPoints).toBeLessThanOrEqual(Math.max(0.5, 200 / count))
    }),
    { numRuns: 40 },
  )
})

it('lets work fit age and schooling where nobody says what it is', () => {
  const education = {
    fields: ['education'],
    targets: shares({ 'primary school': 0.5, doctorate: 0.5 }),
  }
  const { seeds } = made({ count: 300, margins: [education], where: { age: '16–75' } })
  const works = (holds: (seed: (typeof seeds)[number]) => boolean) =>
    seeds.filter(holds).map(({ baseOccupation }) => baseOccupation)
  expect(works(({ age }) => age < 18).every((work) => work === 'pupil')).toBe(true)
  expect(works(({ age }) => age >= 67).every((work) => work.startsWith('retired '))).toBe(true)
  expect(works(({ education: level }) => level === 'primary school').join()).not.toMatch(
    /lawyer|doctor|nurse/,
  )
})

it('refuses by name what cannot be', () => {
  const gender = (targets: Record<string, number>) => [
    { fields: ['gender'], targets: shares(targets) },
  ]
  expect(faults({ margins: gender({ woman: 0.5, man: 0.3 }) })).toEqual([
    'margins.0: the shares make 0.8, not 1',
  ])
  expect(
    faults({ margins: [{ fields: ['traits.openness'], targets: shares({ low: 1 }) }] }),
  ).toEqual(['margins.0.fields: "traits.openness" cannot be given: it is drawn to fit the rest'])
  expect(faults({ where: { firstName: 'Ada' } })[0]).toContain('where.firstName')
  expect(
    faults({ where: { gender: 'woman' }, margins: gender({ woman: 0.5, man: 0.5 }) })[0],
  ).toContain('already the same')
  expect(
    faults({ margins: [{ fields: ['location'], targets: shares({ unknown: 1 }) }] })[0],
  ).toContain('cannot be unknown')
  expect(faults({ where: { age: 'middle' } })[0]).toContain('is not an age')
  const [conflict] = faults({
    joint: [
      {
        fields: ['gender', 'attributes.x'],
        cells: [
          { categories: ['woman', 'a'], share: 0.7 },
          { categories: ['man', 'b'], share: 0.3 },
        ],
      },
      {
        fields: ['gender', 'attributes.y'],
        cells: [
          { categories: ['woman', 'c'], share: 0.4 },
          { categories: ['man', 'd'], share: 0.6 },
        ],
      },
    ],
  })
  expect(conflict).toMatch(/contradict each other on what they share, by up to \d/)
})

it('leaves a field out where it is unknown, and takes shares rounded for print', () => {
  const margin = {
    fields: ['income'],
    targets: shares({ '40 000': 0.333, '60 000': 0.333, unknown: 0.333 }),
  }
  const { seeds } = made({ count: 30, margins: [margin] })
  expect(seeds.filter(({ income }) => income === undefined)).toHaveLength(10)
})
