import { expect, it } from 'vitest'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import { foldTimeline, vividnessOf } from './timeline-order.ts'

function anEntry(facts: Partial<Record<keyof TimelineEntry, unknown>>): TimelineEntry {
  return { sequence: 1, supersedes: null, supersededBy: null, ...facts } as TimelineEntry
}

it('folds what was replaced under what holds, in the order of events', () => {
  const berlin = anEntry({ id: 'berlin', eventAt: '2013', supersededBy: 'hamburg' })
  const hamburg = anEntry({ id: 'hamburg', eventAt: '2013', supersedes: 'berlin', sequence: 3 })
  const birth = anEntry({ id: 'birth', eventAt: '1985', sequence: 2 })
  expect(foldTimeline([berlin, hamburg, birth])).toEqual([
    { entry: birth, earlier: [] },
    { entry: hamburg, earlier: [berlin] },
  ])
})

it('keeps an entry whose replacement has not been read yet', () => {
  const entry = anEntry({ id: 'a', eventAt: '2000', supersededBy: 'not-here' })
  expect(foldTimeline([entry])).toEqual([{ entry, earlier: [] }])
})

it.each([
  { strength: 75, word: 'vivid' },
  { strength: 74, word: 'clear' },
  { strength: 39, word: 'faded' },
])('calls a strength of $strength $word', ({ strength, word }) => {
  expect(vividnessOf(strength)).toBe(word)
})
