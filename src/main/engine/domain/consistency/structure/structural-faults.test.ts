import { expect, it } from 'vitest'
import { aPersona } from '../../../../../../test/helpers/a-persona.ts'
import { aTimeline } from '../../../../../../test/helpers/timeline-entry.ts'
import type { TimelineEntry } from '../../../../../shared/contract/timeline.ts'
import { checkTimeline } from '../check-timeline.ts'

const nowMs = Date.UTC(2026, 10, 20)
const persona = aPersona({ age: 40, createdAt: '2026-01-01T00:00:00.000Z' })

function faultsOf(entries: readonly TimelineEntry[]) {
  return checkTimeline({ persona, entries, nowMs }).map(
    ({ type, severity, explanation }) => [type, severity, explanation] as const,
  )
}

it('finds the number that is missing and the one that is there twice', () => {
  const [one, two, five, again] = aTimeline([{}, {}, {}, {}])
  expect(faultsOf([one!, two!, { ...five!, sequence: 5 }, { ...again!, sequence: 5 }])).toEqual([
    ['sequence_gap', 'error', 'Memories number 3 to 4 are missing.'],
    ['sequence_gap', 'error', 'Two memories have the number 5.'],
  ])
})

it('takes an earlier time told later for ordinary remembering', () => {
  expect(faultsOf(aTimeline([{ eventAt: '2015-01-01' }, { eventAt: '1999-01-01' }]))).toEqual([])
})

it.each([
  ['words', { facts: 'The next day I went back.' }],
  ['metadata', { metadata: { follows: 1 } }],
])('finds what claims by %s to follow and is dated before', (_how, later) => {
  const entries = aTimeline([{ eventAt: '2015-01-05' }, { eventAt: '2015-01-02', ...later }])
  expect(faultsOf(entries)).toEqual([
    [
      'non_monotonic_event_time',
      'warning',
      'It follows memory 1 of 2015-01-05 but is dated 2015-01-02.',
    ],
  ])
})

it('finds what is dated before the birth on the timeline', () => {
  const entries = aTimeline([
    { eventAt: '1985-06-01', eventLabel: 'Born in Lyon', facts: 'I was born in Lyon.' },
    { eventAt: '1985-02-01', facts: 'I learned to walk.' },
  ])
  expect(faultsOf(entries)).toEqual([
    ['before_birth', 'error', 'It is dated 1985-02-01, before the birth on 1985-06-01.'],
  ])
})

it('finds what is dated before the age allows a birth', () => {
  expect(faultsOf(aTimeline([{ eventAt: '1979-02-01', facts: 'I learned to walk.' }]))).toEqual([
    [
      'before_birth',
      'error',
      'It is dated 1979-02-01, before somebody aged 40 can have been born.',
    ],
  ])
})

it('lets the family remember what was before', () => {
  const history = {
    eventAt: '1960-02-01',
    facts: 'My grandparents met on a ferry, before I was born.',
  }
  expect(faultsOf(aTimeline([history]))).toEqual([])
})

it('finds what is dated after now, unless it is a plan that is known', () => {
  const entries = aTimeline([
    { eventAt: '2027-03-01', facts: 'I ran the marathon.' },
    { eventAt: '2027-03-01', knownAt: '2026-10-01', facts: 'I am going to run the marathon.' },
  ])
  expect(faultsOf(entries)).toEqual([
    ['in_the_future', 'error', 'It is dated 2027-03-01, after 2026-11-20.'],
  ])
})

it('finds nothing wrong with a revision that is whole', () => {
  expect(faultsOf(revision())).toEqual([])
})

it.each([
  ['points nowhere', ([, b]: TimelineEntry[]) => [{ ...b!, sequence: 1 }]],
  [
    'is not known to what it revises',
    ([a, b]: TimelineEntry[]) => [{ ...a!, supersededBy: null }, b!],
  ],
  [
    'is of another type',
    ([a, b]: TimelineEntry[]) => [a!, { ...b!, memoryType: 'normal' as const }],
  ],
  [
    'goes in a circle',
    ([a, b]: TimelineEntry[]) => [
      { ...a!, supersedes: b!.id, memoryType: 'revised' as const },
      { ...b!, supersededBy: a!.id },
    ],
  ],
])('finds a revision that %s', (_what, damage) => {
  const found = faultsOf(damage(revision()))
  expect(
    found.filter(([type, severity]) => type === 'broken_revision' && severity === 'error'),
  ).not.toEqual([])
})

function revision(): TimelineEntry[] {
  const [old, corrected] = aTimeline([{}, { memoryType: 'revised' }])
  return [
    { ...old!, supersededBy: corrected!.id },
    { ...corrected!, supersedes: old!.id },
  ]
}
