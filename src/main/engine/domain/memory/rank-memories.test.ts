import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EntryId } from '../../../../shared/contract/ids.ts'
import { MemoryType } from '../../../../shared/contract/timeline.ts'
import type { Match } from './relevance.ts'
import { rankMemories, type Candidate, type RankOptions } from './rank-memories.ts'

const DAY_MS = 86_400_000

function aMatch(overrides: Partial<Match> = {}): Match {
  return {
    vectorRank: 1,
    textRank: 1,
    cosine: 0.5,
    matchedTerms: ['term'],
    coverage: 0.5,
    context: 0,
    likeness: 0.5,
    time: null,
    ...overrides,
  }
}

function aCandidate(overrides: Partial<Candidate> = {}): Candidate {
  const sequence = overrides.sequence ?? 1
  return {
    entryId: `entry-${sequence}` as EntryId,
    sequence,
    eventAt: '2015-06-01T00:00:00.000Z',
    eventAtMs: 16_587 * DAY_MS,
    eventLabel: `Memory ${sequence}`,
    facts: 'Something happened.',
    feelings: 'Fine.',
    interpretation: 'So it goes.',
    memoryType: 'normal',
    memoryStrength: 50,
    triggers: [],
    triggered: false,
    match: aMatch(),
    terms: Uint32Array.of(sequence),
    ...overrides,
  }
}

const options: RankOptions = {
  k: 8,
  tokenBudget: 1000,
  pressure: {},
  surfaced: new Set(),
  probed: new Set(),
  window: null,
  newestMs: 20_000 * DAY_MS,
}

const unrelated = aMatch({
  vectorRank: 9,
  textRank: null,
  cosine: 0.15,
  matchedTerms: [],
  coverage: 0,
  likeness: 0.05,
})

const anyCandidate = fc.record({
  eventAtMs: fc.integer({ min: -10_000 * DAY_MS, max: 25_000 * DAY_MS }),
  memoryType: fc.constantFrom(...MemoryType.options),
  memoryStrength: fc.double({ min: 0, max: 100, noNaN: true }),
  facts: fc.string({ minLength: 1, maxLength: 400 }),
  triggered: fc.boolean(),
  terms: fc
    .uniqueArray(fc.integer({ min: 1, max: 5 }))
    .map((terms) => Uint32Array.from(terms).sort()),
  match: fc.record({
    vectorRank: fc.option(fc.integer({ min: 1, max: 40 })),
    textRank: fc.option(fc.integer({ min: 1, max: 40 })),
    cosine: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
    matchedTerms: fc.constant([]),
    coverage: fc.double({ min: 0, max: 1, noNaN: true }),
    context: fc.double({ min: 0, max: 1, noNaN: true }),
    likeness: fc.double({ min: 0, max: 3, noNaN: true }),
    time: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  }),
})
const anyCandidates = fc
  .array(anyCandidate, { maxLength: 30 })
  .map((items) => items.map((item, i) => aCandidate({ ...item, sequence: i + 1 })))

it('explains every score by parts that add up, best first, within k and the budget', () => {
  fc.assert(
    fc.property(
      anyCandidates,
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 0, max: 400 }),
      (candidates, k, tokenBudget) => {
        const { recalled } = rankMemories(candidates, { ...options, k, tokenBudget })
        for (const { parts, score } of recalled) {
          expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 12)
          expect(parts.redundancy).toBeLessThanOrEqual(0)
          expect(Object.is(parts.redundancy, -0)).toBe(false)
        }
        const scores = recalled.map(({ score }) => score)
        expect(scores).toEqual(scores.toSorted((a, b) => b - a))
        expect(recalled.length).toBeLessThanOrEqual(k)
        const characters = recalled.reduce((sum, { text }) => sum + text.length, 0)
        expect(characters).toBeLessThanOrEqual(tokenBudget * 4)
      },
    ),
  )
})

it('recalls or cuts every candidate, each once, whatever their order', () => {
  fc.assert(
    fc.property(anyCandidates, (candidates) => {
      const { recalled, cut } = rankMemories(candidates, options)
      const ids = [...recalled, ...cut].map(({ entryId }) => entryId)
      expect(ids.toSorted()).toEqual(candidates.map(({ entryId }) => entryId).toSorted())
      const reversed = rankMemories(candidates.toReversed(), options)
      expect(reversed.recalled).toEqual(recalled)
    }),
  )
})

it('never lets a word of a shut memory into what it hands out', () => {
  fc.assert(
    fc.property(anyCandidates, (candidates) => {
      const secret = candidates.map((candidate) => ({ ...candidate, facts: 'SECRET' }))
      const { recalled } = rankMemories(secret, options)
      for (const { memoryType, directive, text } of recalled) {
        if (memoryType !== 'repressed' || directive.kind === 'surface') continue
        expect(text).toBe('')
      }
    }),
  )
})

it('prefers, all else equal, the stronger and the more recent', () => {
  const { recalled } = rankMemories(
    [
      aCandidate({ sequence: 1 }),
      aCandidate({ sequence: 2, memoryStrength: 70 }),
      aCandidate({ sequence: 3, eventAtMs: 19_000 * DAY_MS }),
    ],
    options,
  )
  expect(recalled.map(({ sequence }) => sequence)).toEqual([2, 3, 1])
})

it('lets one vivid pride in unasked, the strongest, and no other type', () => {
  const aside = { match: unrelated, memoryStrength: 80 }
  const { recalled } = rankMemories(
    [
      aCandidate({ sequence: 1, ...aside, memoryType: 'pride' }),
      aCandidate({ sequence: 2, ...aside, memoryType: 'pride', memoryStrength: 95 }),
      aCandidate({ sequence: 3, ...aside }),
      aCandidate({ sequence: 4, ...aside, memoryType: 'pride', memoryStrength: 60 }),
    ],
    options,
  )
  expect(recalled.map(({ sequence, directive }) => [sequence, directive.kind])).toEqual([
    [2, 'volunteer'],
  ])
})

it('prefers what adds something to what repeats the first', () => {
  const like = (likeness: number) => ({ match: aMatch({ likeness }) })
  const { recalled } = rankMemories(
    [
      aCandidate({ sequence: 1, ...like(0.9), terms: Uint32Array.of(1, 2, 3) }),
      aCandidate({ sequence: 2, ...like(0.8), terms: Uint32Array.of(1, 2, 4) }),
      aCandidate({ sequence: 3, ...like(0.78), terms: Uint32Array.of(5, 6, 7) }),
    ],
    options,
  )
  expect(recalled.map(({ sequence }) => sequence)).toEqual([1, 3, 2])
})

it('takes in beside what is about the question what fits it by its neighbours, if not sensitive', () => {
  const answer = { match: aMatch({ coverage: 0, cosine: 0.1, context: 1, likeness: 0.3 }) }
  const { recalled, cut } = rankMemories(
    [
      aCandidate({ sequence: 1 }),
      aCandidate({ sequence: 2, ...answer }),
      aCandidate({ sequence: 3, ...answer, memoryType: 'shame' }),
      aCandidate({ sequence: 4, match: aMatch({ coverage: 0, cosine: 0.1, likeness: 0.01 }) }),
    ],
    options,
  )
  expect(recalled.map(({ sequence }) => sequence)).toEqual([1, 2])
  expect(cut.map(({ reason }) => reason)).toEqual([
    'Not about the question',
    'Not about the question',
  ])
})

it('recalls nothing beside a best that fits by a chance word', () => {
  const { recalled } = rankMemories(
    [
      aCandidate({ sequence: 1, match: aMatch({ cosine: 0, coverage: 0.15, likeness: 0.16 }) }),
      aCandidate({ sequence: 2, match: aMatch({ cosine: 0, coverage: 0, likeness: 0.1 }) }),
    ],
    options,
  )
  expect(recalled.map(({ sequence }) => sequence)).toEqual([1])
})

it('leaves out what is of another time only where the question narrows', () => {
  const year = { from: 17_897, to: 18_261, months: null, label: '2019' }
  const candidates = [
    aCandidate({ sequence: 1, match: aMatch({ time: 1 }) }),
    aCandidate({ sequence: 2, match: aMatch({ time: 0 }) }),
  ]
  const recalledIn = (narrows: boolean) =>
    rankMemories(candidates, { ...options, window: { ...year, narrows } })
  expect(recalledIn(false).recalled).toHaveLength(2)
  expect(recalledIn(true).recalled.map(({ sequence }) => sequence)).toEqual([1])
  expect(recalledIn(true).cut[0]!.reason).toBe('Not of the time asked about: 2019')
})

it('takes equal pieces from several conversations before a second one from the first', () => {
  const match = (likeness: number) => ({ match: aMatch({ likeness }) })
  const { recalled } = rankMemories(
    [
      aCandidate({ sequence: 1, ...match(0.9) }),
      aCandidate({ sequence: 2, ...match(0.5) }),
      aCandidate({ sequence: 3, ...match(0.49), eventAtMs: 16_500 * DAY_MS }),
    ],
    options,
  )
  expect(recalled.map(({ sequence }) => sequence)).toEqual([1, 3, 2])
})

it('tells a memory briefly before it leaves it out for want of room', () => {
  const feelings = 'It took me a long time to find out what I had felt that day.'
  const candidates = [1, 2].map((sequence) => aCandidate({ sequence, feelings }))
  const all = rankMemories(candidates, options)
  const tight = rankMemories(candidates, { ...options, tokenBudget: all.budget.used - 1 })
  expect(tight.recalled.map(({ text }) => text.includes(feelings))).toEqual([true, false])
  expect(tight.recalled[1]!.text).toContain('Something happened.')
  expect(tight.budget.cut).toBe(0)
})
