import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPersona } from '../../../../../../test/helpers/a-persona.ts'
import type { Persona } from '../../../../../shared/contract/personas.ts'
import { createStream } from '../../random.ts'
import { bandAt, bandsFor } from './bands-for.ts'
import { readColumns } from './columns.ts'
import { compositionOf, spreadFields } from './composition.ts'
import { comparable, EXACT_PAIRS, gowerDistance, meanDistance, SAMPLED_PAIRS } from './gower.ts'
import { createTwinList, findTwins, MOST_TWINS, TWIN_DISTANCE } from './twins.ts'

function done<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
const columnsOf = (people: readonly Persona[]) => done(readColumns(people))
const distanceOf = (people: readonly Persona[]) => gowerDistance(comparable(columnsOf(people)))
const places = (n: number) => Int32Array.from({ length: n }, (_, i) => i)

/** Different people, the same for the same seed. */
function crowd(n: number, seed: string): Persona[] {
  const draw = createStream('crowd', seed)
  const percent = () => Math.floor(draw() * 101)
  return Array.from({ length: n }, () =>
    aPersona({
      age: 18 + Math.floor(draw() * 60),
      location: ['Lyon', 'Lille', 'Nice'][Math.floor(draw() * 3)]!,
      gender: draw() < 0.5 ? 'woman' : 'man',
      ...(draw() < 0.7 && { income: String(Math.floor(draw() * 5) * 1000) }),
      values: draw() < 0.5 ? ['security', 'power', 'hedonism'] : ['security', 'tradition', 'power'],
      attributes: draw() < 0.8 ? { plan: draw() < 0.5 ? 'basic' : 'family' } : {},
      traits: {
        openness: percent(),
        conscientiousness: percent(),
        extraversion: percent(),
        agreeableness: percent(),
        neuroticism: percent(),
      },
    }),
  )
}

describe('the distance of two people', () => {
  it('is that of Gower, over what both have', () => {
    const people = [
      aPersona({
        age: 20,
        location: 'Lyon',
        income: '1000',
        values: ['power', 'security', 'hedonism'],
      }),
      aPersona({ age: 60, location: ' lyon', values: ['power', 'security', 'tradition'] }),
      aPersona({
        age: 30,
        location: 'Lille',
        income: '3000',
        values: ['power', 'security', 'hedonism'],
      }),
    ]
    const distance = distanceOf(people)
    // Age, place and values: income is unknown of one, all else is the same of everybody.
    expect(distance(0, 1)).toBeCloseTo((1 + 0 + 0.5) / 3)
    expect(distance(0, 2)).toBeCloseTo((0.25 + 1 + 1 + 0) / 4)
    expect(distance(1, 0)).toBe(distance(0, 1))
  })

  it('is 0 for oneself, at most 1 and the same both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const people = crowd(6, String(seed))
        const distance = distanceOf(people)
        for (let i = 0; i < 6; i++)
          for (let j = 0; j < 6; j++) {
            expect(distance(i, j)).toBe(distance(j, i))
            expect(distance(i, j)).toBeGreaterThanOrEqual(0)
            expect(distance(i, j)).toBeLessThanOrEqual(i === j ? 0 : 1)
          }
      }),
      { numRuns: 30 },
    )
  })

  it('leaves out what is the same of everybody and what hardly two share', () => {
    const people = crowd(60, 'notes').map((persona, i) => ({
      ...persona,
      attributes: { ...persona.attributes, note: `Note ${i}`, country: 'France' },
    }))
    const fields = comparable(columnsOf(people)).map(({ field }) => field)
    expect(fields).toContain('attributes.plan')
    expect(fields).toContain('income')
    expect(fields).not.toContain('attributes.note')
    expect(fields).not.toContain('attributes.country')
  })

  it('has nearly the same mean in a sample as over all pairs', () => {
    const people = crowd(450, 'mean')
    const distance = distanceOf(people)
    const sampled = done(meanDistance(distance, places(450)))
    expect(sampled).toMatchObject({ exact: false, pairs: SAMPLED_PAIRS })
    let [sum, pairs] = [0, 0]
    for (let i = 0; i < 450; i++) for (let j = 0; j < i; j++, pairs++) sum += distance(i, j)
    expect(pairs).toBeGreaterThan(EXACT_PAIRS)
    expect(sampled.mean).toBeCloseTo(sum / pairs, 2)
  })
})

describe('twins', () => {
  const twinsOf = (people: readonly Persona[]) => {
    const compared = comparable(columnsOf(people))
    const twins = createTwinList()
    const members = places(people.length)
    done(findTwins(compared, gowerDistance(compared), { people: members, twins }))
    return twins.list()
  }

  it('that were planted among many are found, and nobody else is named', () => {
    const people = crowd(900, 'twins')
    people[800] = { ...people[3]!, id: people[800]!.id }
    people[17] = { ...people[500]!, id: people[17]!.id, age: people[500]!.age + 1 }
    const found = twinsOf(people)
    const pairs = found.map(({ a, b }) => `${a}+${b}`)
    expect(pairs[0]).toBe('3+800')
    expect(pairs).toContain('17+500')
    const distance = distanceOf(people)
    for (const one of found) {
      expect(distance(one.a, one.b)).toBe(one.distance)
      expect(one.distance).toBeLessThanOrEqual(TWIN_DISTANCE)
    }
  })

  it('are the closest few where all are alike', () => {
    const people = Array.from({ length: 500 }, (_, i) => aPersona({ age: 20 + (i % 50) }))
    const found = twinsOf(people)
    expect(found).toHaveLength(MOST_TWINS)
    expect(found.every(({ distance }) => distance === 0)).toBe(true)
  })
})

describe('the composition', () => {
  const composed = (people: readonly Persona[], members: Int32Array) =>
    done(compositionOf(done(spreadFields(columnsOf(people), people.length)), members, new Set()))

  it('adds up, and everybody differs from everybody in nothing', () => {
    const people = crowd(200, 'all')
    for (const field of composed(people, places(200))) {
      expect(field.distance).toBeCloseTo(0, 10)
      if (field.kind === 'list') continue
      expect(field.categories.reduce((sum, { n }) => sum + n, 0)).toBe(200)
      expect(field.categories.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
      const unknown = field.categories.find(({ category }) => category === 'unknown')
      expect(unknown?.n ?? 0).toBe(field.missing)
    }
  })

  it('does not put the many cities of a small random pick before what sets it apart', () => {
    const people = crowd(2000, 'cities').map((persona, i) => ({
      ...persona,
      location: `City ${(i * 7919) % 400}`,
      attributes: {
        ...persona.attributes,
        club: i % 60 === 0 ? 'yes, of old' : i % 2 ? 'no' : 'never',
      },
    }))
    const members = Int32Array.from({ length: 34 }, (_, i) => i * 60)
    const [first] = composed(people, members)
    expect(first!.field).toBe('attributes.club')
  })
})

it('bands a number by its values where they are few, else by fifths of everybody', () => {
  const few = bandsFor('attributes.children', Float64Array.from([0, 0, 1, 2, 2]))
  expect([0, 1, 2].map((value) => bandAt(value, few))).toEqual(['under 1', '1', '2+'])
  const many = bandsFor(
    'attributes.rent',
    Float64Array.from({ length: 100 }, (_, i) => i * 10),
  )
  expect(many.labels).toEqual(['under 200', '200–399', '400–599', '600–799', '800+'])
  const one = bandsFor('attributes.n', Float64Array.from([3, 3]))
  expect(bandAt(3, one)).toBe('any')
})
