import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aPersona } from '../../../../../test/helpers/a-persona.ts'
import { aTimeline, aTimelineEntry } from '../../../../../test/helpers/timeline-entry.ts'
import { makePairs } from '../../../../../test/fixtures/consistency/make-pairs.ts'
import { generatePersona } from '../personas/generate-persona.ts'
import { checkTimeline, checkTimelineInSteps } from './check-timeline.ts'
import type { Finding } from './finding.ts'

const nowMs = Date.UTC(2026, 10, 20)
const persona = aPersona({ firstName: 'Robin', lastName: 'Vale', age: 59, location: 'Leeds, UK' })
const pairs = makePairs('tune')

function check(entries: Parameters<typeof aTimeline>[0]): Finding[] {
  return checkTimeline({ persona, entries: aTimeline(entries), nowMs })
}

const first = new Map(pairs.toReversed().map((pair) => [pair.cluster, pair]))

it.each(
  [...first.values()]
    .filter(({ contradiction }) => !contradiction)
    .map(
      (pair) =>
        [pair.kind, pair.trap, pair.entries.map(({ facts }) => facts).join(' / '), pair] as const,
    ),
)('leaves %s alone where it is %s: %s', (_kind, _trap, _text, { entries }) => {
  expect(
    checkTimeline({ persona, entries, nowMs }).filter(({ type }) => type === 'contradiction'),
  ).toEqual([])
})

it.each(
  [...first.values()]
    .filter(
      ({ contradiction, entries }) =>
        // Whose home is named in another sentence than the living is beyond a reader of sentences.
        contradiction && !/rain in/.test(entries[1]!.facts),
    )
    .map((pair) => [pair.kind, pair.entries.map(({ facts }) => facts).join(' / '), pair] as const),
)('finds the contradiction on %s: %s', (_kind, _text, { entries }) => {
  expect(checkTimeline({ persona, entries, nowMs }).map(({ type }) => type)).toContain(
    'contradiction',
  )
})

it('says in one sentence what cannot both be true, and where', () => {
  const [finding] = check([
    { eventAt: '2014-06-03', facts: "That spring was wet. I'm living in Leeds." },
    { eventAt: '2014-06-20', facts: 'I live in York, in two rooms.' },
  ])
  expect(finding).toMatchObject({
    type: 'contradiction',
    severity: 'warning',
    explanation: 'Two places to live in June 2014: Leeds and York.',
    spans: [
      { field: 'facts', start: 21, end: 40, text: "I'm living in Leeds" },
      { field: 'facts', start: 0, end: 14, text: 'I live in York' },
    ],
  })
})

it('suggests to correct the clearly weaker memory', () => {
  const entries = [
    { facts: 'I was born in Leeds, on a Sunday.', memoryStrength: 30 },
    { facts: 'I was born in York.', memoryStrength: 80 },
  ]
  const { suggestion, entryIds } = check(entries)[0]!
  expect(suggestion).toMatchObject({
    entryId: entryIds[0],
    entry: { facts: 'I was born in York, on a Sunday.', memoryType: 'revised', memoryStrength: 30 },
  })
})

it('suggests nothing where either of two passing states may be right', () => {
  const [finding] = check([
    { eventAt: '2014-06-03', facts: 'I live in Leeds.' },
    { eventAt: '2014-06-20', facts: 'I live in York.' },
  ])
  expect(finding).not.toHaveProperty('suggestion')
})

it('takes a move between two remarks for the change that it is', () => {
  const remarks = [
    { eventAt: '2014-06-03', facts: 'I live in Leeds.' },
    { eventAt: '2014-06-20', facts: 'I live in York.' },
  ]
  const move = { eventAt: '2014-06-10', eventLabel: 'Moved to York', facts: 'Two vans and a cat.' }
  expect(check([...remarks, move])).toEqual([])
})

it('lets a superseded memory rest', () => {
  const [old, revision, other] = aTimeline([
    { facts: 'I was born in Leeds.' },
    { facts: 'I was born in York.', memoryType: 'revised' },
    { facts: 'I was born in York, I am told daily.' },
  ])
  const entries = [
    { ...old!, supersededBy: revision!.id },
    { ...revision!, supersedes: old!.id },
    other!,
  ]
  expect(checkTimeline({ persona, entries, nowMs })).toEqual([])
})

it('believes the facts of an exaggerated memory and not what is made of them', () => {
  const exaggerated = {
    memoryType: 'exaggerated' as const,
    facts: 'I caught one fish.',
    interpretation: 'I have never been to Italy.',
  }
  const visit = { eventAt: '2014-06-01', facts: 'I went to Rome with my aunt.' }
  expect(check([exaggerated, visit])).toEqual([])
})

it.each([
  ['a weak reading of age', { facts: "I'm thirty-one." }, 'Two dates for birth'],
  ['a home', { facts: 'I live in Madrid.' }, 'lives in Leeds'],
])('holds %s of the present against the profile', (_what, entry) => {
  const [finding] = check([{ ...entry, eventAt: '2026-02-01' }])
  expect(finding).toMatchObject({ type: 'profile_conflict', severity: 'warning' })
})

it('holds no past home against the profile', () => {
  expect(check([{ eventAt: '2016-02-01', facts: 'I live in Madrid.' }])).toEqual([])
})

it('finds the same whatever the order of the entries, with the same ids', () => {
  const entries = pairs
    .filter(({ contradiction }) => contradiction)
    .slice(0, 60)
    .flatMap((pair) => pair.entries)
  const numbered = entries.map((entry, i) => ({ ...entry, sequence: i + 1 }))
  const found = checkTimeline({ persona, entries: numbered, nowMs })
  expect(found.length).toBeGreaterThan(10)
  fc.assert(
    fc.property(fc.shuffledSubarray(numbered, { minLength: numbered.length }), (shuffled) => {
      expect(checkTimeline({ persona, entries: shuffled, nowMs })).toEqual(found)
    }),
    { numRuns: 5 },
  )
})

it('never finds a memory at odds with a retelling of itself', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pairs), fc.nat(1), (pair, side) => {
      const entry = pair.entries[side]!
      const again = aTimelineEntry({ ...entry, id: pair.entries[1 - side]!.id, sequence: 2 })
      const found = checkTimeline({ persona, entries: [{ ...entry, sequence: 1 }, again], nowMs })
      expect(found.filter(({ type }) => type === 'contradiction')).toEqual([])
    }),
    { numRuns: 300 },
  )
})

it('slices every field by the spans of its findings', () => {
  for (const { entries } of pairs) {
    for (const { spans } of checkTimeline({ persona, entries, nowMs })) {
      for (const { entryId, field, start, end, text } of spans) {
        const entry = entries.find(({ id }) => id === entryId)!
        expect(String(entry[field as keyof typeof entry]).slice(start, end)).toBe(text)
      }
    }
  }
})

it('raises no alarm over generated biographies', () => {
  const seeds = Array.from({ length: 120 }, (_, i) => ({
    firstName: ['Maria', 'Jan', 'Ada'][i % 3]!,
    lastName: `Berg ${i}`,
    age: 18 + ((i * 7) % 70),
    location: ['Leeds, UK', 'Oslo', 'Lyon, France', 'Chicago, USA'][i % 4]!,
    baseOccupation: ['nurse', 'retired carpenter', 'student', 'teacher', 'unemployed welder'][
      i % 5
    ]!,
    gender: i % 2 ? 'man' : 'woman',
    ...(i % 3 ? { household: ['married, 2 children', 'lives alone', 'widowed'][i % 3]! } : {}),
  }))
  const found = seeds.flatMap((seed, i) => {
    const { biography } = generatePersona(seed, { randomSeed: i, now: nowMs })
    const entries = aTimeline(
      biography.map(({ knownAt = undefined, metadata = {}, ...entry }) => ({
        ...entry,
        metadata,
        ...(knownAt === undefined ? {} : { knownAt }),
      })),
    )
    const born = aPersona({ ...seed, createdAt: '2026-11-20T00:00:00.000Z' })
    return checkTimeline({ persona: born, entries, nowMs })
  })
  expect(found).toEqual([])
})

it('steps often enough to let others run', () => {
  const entries = aTimeline(Array.from({ length: 1000 }, () => ({ facts: 'I live in Leeds.' })))
  const steps = checkTimelineInSteps({ persona, entries, nowMs })
  let count = 0
  for (let step = steps.next(); !step.done; step = steps.next()) count++
  expect(count).toBeGreaterThan(20)
})
