import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PersonaProfile, type PersonaSeed } from '../../../../../shared/contract/personas.ts'
import { NewTimelineEntry } from '../../../../../shared/contract/timeline.ts'
import { YEAR_MS } from '../calendar.ts'
import { createDice } from '../dice.ts'
import { readGender } from '../gender.ts'
import { generatePersona } from '../generate-persona.ts'
import { drawTraitScores } from '../traits.ts'
import { placeAt, type Life } from './life.ts'
import { planLife } from './plan-life.ts'

const now = Date.UTC(2026, 10, 24, 9, 30)

const occupations = [
  'Nurse',
  'software engineer',
  'retired bus driver',
  'Retired',
  'student',
  'PhD student',
  'unemployed',
  'out of work welder',
  'homemaker',
  'pupil',
  'surgeon',
  'judge',
  'CEO',
  'poet',
  'farm hand',
  '무직',
  '[x|y] {z}',
]
const oddText = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 100 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.constantFrom('[a|b', '{friend}', '$&', '\\', "O'Neill", 'x'.repeat(100)),
  )
  .filter((text) => text.trim() !== '')

const optional = (...values: string[]) =>
  fc.option(fc.oneof(fc.constantFrom(...values), oddText), { nil: undefined })

const anySeed: fc.Arbitrary<PersonaSeed> = fc
  .record({
    firstName: oddText,
    lastName: oddText,
    age: fc.integer({ min: 0, max: 120 }),
    location: fc.oneof(fc.constantFrom('Lyon', 'Leeds, UK', 'Tokyo', 'Nowhere', ', ,'), oddText),
    baseOccupation: fc.oneof(fc.constantFrom(...occupations), oddText),
    gender: optional('woman', 'man', 'non-binary'),
    education: optional(
      'PhD',
      'Master',
      'Bachelor',
      'apprenticeship',
      'high school',
      'primary',
      'none',
    ),
    household: optional(
      'married, 2 children',
      'alone',
      'widowed',
      'divorced, one son',
      'partner',
      '8 kids',
    ),
    attributes: fc.option(
      fc.dictionary(oddText, fc.oneof(oddText, fc.boolean(), fc.double({ noNaN: true }))),
      { nil: undefined },
    ),
  })
  .map((seed) => {
    const given = Object.entries(seed).filter(([, value]) => value !== undefined)
    return Object.fromEntries(given) as PersonaSeed
  })

const anyPerson = fc.tuple(anySeed, fc.nat(1000))

function lifeOf(seed: PersonaSeed, key: string): Life {
  const dice = createDice(key)
  const gender = readGender(seed.gender)
  return planLife(seed, gender, drawTraitScores(dice, seed.age, gender), now, dice)
}

describe('a generated person', () => {
  it('fits the contract, whatever the seed', () => {
    fc.assert(
      fc.property(anyPerson, ([seed, randomSeed]) => {
        const { profile, summary, biography } = generatePersona(seed, { randomSeed, now })
        PersonaProfile.parse(profile)
        expect(summary.length).toBeLessThanOrEqual(5000)
        expect(summary.trim()).not.toBe('')
        for (const entry of biography) expect(NewTimelineEntry.parse(entry)).toEqual(entry)
      }),
      { numRuns: 400 },
    )
  })

  it('has a word for work that is named by a bracket', () => {
    const seed = { firstName: 'A', lastName: 'B', age: 16, location: 'Lyon', baseOccupation: '(' }
    const { biography } = generatePersona(seed, { randomSeed: 0, now })
    for (const entry of biography) expect(NewTimelineEntry.parse(entry)).toEqual(entry)
  })

  it('remembers things in order, between birth and the present', () => {
    fc.assert(
      fc.property(anyPerson, ([seed, randomSeed]) => {
        const { biography } = generatePersona(seed, { randomSeed, now })
        const times = biography.map(({ eventAt }) => Date.parse(eventAt))
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        expect(biography[0]!.metadata!['kind']).toBe('birth')
        const age = (now - times[0]!) / YEAR_MS
        expect(age).toBeGreaterThanOrEqual(seed.age - 0.01)
        expect(age).toBeLessThan(seed.age + 1.01)
        for (const { eventAt, knownAt } of biography) {
          expect(Date.parse(eventAt)).toBeLessThanOrEqual(now)
          if (knownAt === undefined) continue
          expect(Date.parse(knownAt)).toBeLessThanOrEqual(now)
          expect(Date.parse(knownAt)).toBeGreaterThan(Date.parse(eventAt))
        }
      }),
      { numRuns: 400 },
    )
  })

  it('has 8 to 16 memories from six years on, of several types, and fewer before', () => {
    fc.assert(
      fc.property(anyPerson, ([seed, randomSeed]) => {
        const { biography } = generatePersona(seed, { randomSeed, now })
        const kinds = biography.map(({ eventLabel, eventAt }) => `${eventAt} ${eventLabel}`)
        expect(new Set(kinds).size).toBe(biography.length)
        expect(biography.length).toBeLessThanOrEqual(18)
        if (seed.age < 6) return
        expect(biography.length).toBeGreaterThanOrEqual(8)
        const types = new Set(biography.map(({ memoryType }) => memoryType))
        expect(types).toContain('pride')
        expect(types).toContain('shame')
      }),
      { numRuns: 400 },
    )
  })

  it('is the same for the same seed and another for another number', () => {
    fc.assert(
      fc.property(anyPerson, ([seed, randomSeed]) => {
        const once = generatePersona(seed, { randomSeed, now })
        expect(generatePersona(structuredClone(seed), { randomSeed, now })).toEqual(once)
        const other = generatePersona(seed, { randomSeed: randomSeed + 1, now })
        expect(other.personaKey).not.toBe(once.personaKey)
        expect(other.profile.traits).not.toEqual(once.profile.traits)
      }),
      { numRuns: 100 },
    )
  })

  it('was born on the same day, whenever in the year it was created', () => {
    const seed = {
      firstName: 'A',
      lastName: 'B',
      age: 40,
      location: 'Lyon',
      baseOccupation: 'cook',
    }
    const births = [0, 3, 6, 9].map((month) => {
      const { biography } = generatePersona(seed, { randomSeed: 0, now: Date.UTC(2026, month, 15) })
      return biography[0]!.eventAt.slice(5)
    })
    expect(new Set(births).size).toBe(1)
  })
})

describe('a life', () => {
  const eachLife = (check: (life: Life) => void) =>
    fc.assert(
      fc.property(anySeed, fc.nat(), (seed, n) => check(lifeOf(seed, `life ${n}`))),
      { numRuns: 500 },
    )

  it('has one home at a time, without gaps, ending where the seed says', () => {
    eachLife(({ residences, city }) => {
      expect(residences[0]!.from).toBe(0)
      residences.forEach((home, i) => {
        expect(home.to).toBe(residences[i + 1]?.from ?? null)
        if (i > 0) expect(home.from).toBeGreaterThan(residences[i - 1]!.from)
      })
      expect(residences.at(-1)!.place).toBe(city)
      expect(new Set(residences.map(({ place }) => place)).size).toBe(residences.length)
    })
  })

  it('has one school or course at a time, at a plausible age, where it lived', () => {
    eachLife((life) => {
      const { stages, seed } = life
      const earliest = {
        primary: 6,
        secondary: 11,
        vocational: 16,
        bachelor: 18,
        master: 20,
        doctorate: 22,
      }
      stages.forEach((stage, i) => {
        expect(stage.from).toBeGreaterThanOrEqual(earliest[stage.kind])
        expect(stage.from).toBeLessThan(seed.age)
        expect(stage.to ?? seed.age).toBeLessThanOrEqual(seed.age)
        expect(stage.place).toBe(placeAt(life, stage.from))
        if (i > 0) expect(stage.from).toBeGreaterThanOrEqual(stages[i - 1]!.to!)
      })
    })
  })

  it('has one job at a time, none before fifteen, each where it lived', () => {
    eachLife((life) => {
      const { jobs, seed, occupation } = life
      jobs.forEach((job, i) => {
        expect(job.from).toBeGreaterThanOrEqual(15)
        expect(job.from).toBeLessThan(job.to ?? seed.age)
        if (i > 0) expect(job.from).toBe(jobs[i - 1]!.to)
        expect(job.place).toBe(placeAt(life, job.from))
        expect(placeAt(life, (job.to ?? seed.age) - 0.001)).toBe(job.place)
      })
      if (occupation.status === 'working')
        expect(jobs.at(-1)).toMatchObject({ title: occupation.title, to: null })
      else for (const job of jobs) expect(job.to).not.toBeNull()
    })
  })

  it('has a retirement after work, when the seed says retired', () => {
    eachLife(({ occupation, seed, jobs, retiredAt }) => {
      if (occupation.status !== 'retired' || seed.age < 35) return
      expect(jobs.length).toBeGreaterThan(0)
      expect(jobs.at(-1)).toMatchObject({ title: occupation.title, to: retiredAt })
    })
  })

  it('has loves, weddings and children in order and at plausible ages', () => {
    eachLife(({ partnerships, children, seed }) => {
      for (const { metAt, marriedAt, endedAt } of partnerships) {
        expect(metAt).toBeGreaterThanOrEqual(15)
        const wedding = marriedAt ?? Math.max(metAt, 20)
        expect(wedding).toBeGreaterThanOrEqual(20)
        const steps = [
          metAt,
          ...(marriedAt === undefined ? [] : [marriedAt]),
          ...(endedAt === undefined ? [] : [endedAt]),
          seed.age,
        ]
        expect(steps).toEqual(steps.toSorted((a, b) => a - b))
      }
      if (partnerships.length === 2)
        expect(partnerships[1]!.metAt).toBeGreaterThan(partnerships[0]!.endedAt ?? seed.age)
      const births = children.map(({ bornAt }) => bornAt)
      for (const bornAt of births) {
        expect(bornAt).toBeGreaterThanOrEqual(19)
        expect(bornAt).toBeLessThanOrEqual(45)
      }
      for (let i = 1; i < births.length; i++)
        expect(births[i]! - births[i - 1]!).toBeGreaterThan(0.9)
    })
  })

  it('never gives two people one name', () => {
    eachLife(({ seed, people, jobs, partnerships, children }) => {
      const { teacher: _, neighbour: __, ...firstNames } = people
      const names = [
        seed.firstName,
        ...Object.values(firstNames),
        ...children.map(({ name }) => name),
        ...partnerships.map(({ name }) => name),
        ...jobs.flatMap(({ boss, colleague }) => [boss, colleague]),
      ].map((name) => name.toLowerCase())
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
    })
  })
})

describe('what the seed says', () => {
  const person = (overrides: Partial<PersonaSeed>, randomSeed = 0) =>
    generatePersona(
      {
        firstName: 'Ana',
        lastName: 'Silva',
        age: 45,
        location: 'Porto',
        baseOccupation: 'Nurse',
        ...overrides,
      },
      { randomSeed, now },
    ).biography
  const kinds = (entries: readonly NewTimelineEntry[]) =>
    entries.map(({ metadata }) => metadata!['kind'])
  const many = Array.from({ length: 60 }, (_, i) => i)

  it('gives workers their job, retired people a last day, children a school and no job', () => {
    for (const i of many) {
      expect(person({}, i).map(({ metadata }) => metadata!['work'])).toContain('Nurse')
      expect(kinds(person({ age: 70, baseOccupation: 'Retired nurse' }, i))).toContain('retirement')
      const child = person({ age: 9, baseOccupation: 'Nurse' }, i)
      expect(kinds(child)).toContain('school-start')
      expect(kinds(child).filter((kind) => kind === 'job' || kind === 'wedding')).toEqual([])
    }
  })

  it('gives nobody partners or children the household rules out', () => {
    for (const i of many) {
      const single = kinds(person({ household: 'single, never married, no children' }, i))
      expect(single.filter((kind) => kind === 'wedding' || kind === 'child')).toEqual([])
    }
  })

  it('tells of studies only for who has studied', () => {
    for (const i of many) {
      const school = person({ education: 'high school' }, i)
      expect(school.filter(({ metadata }) => metadata!['study'] !== undefined)).toEqual([])
      const stages = lifeOf(
        {
          firstName: 'A',
          lastName: 'B',
          age: 40,
          location: 'X',
          baseOccupation: 'Chemist',
          education: 'PhD',
        },
        `${i}`,
      ).stages
      expect(stages.map(({ kind }) => kind)).toContain('doctorate')
    }
  })
})
