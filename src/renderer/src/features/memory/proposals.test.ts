import { expect, it } from 'vitest'
import type { ProposedMemory } from '../../../../shared/contract/memory-files.ts'
import { changeDraft, problemOf, setKept, toDrafts } from './proposals.ts'

const proposal: ProposedMemory = {
  key: 'p1',
  entry: {
    eventAt: '1998-03-12',
    eventLabel: 'The flood',
    facts: 'The cellar stood under water.',
    feelings: 'Afraid.',
    interpretation: 'Water finds its way.',
    emotionTags: [],
    memoryType: 'normal',
    memoryStrength: 50,
  },
  dateFrom: 'assumed',
  where: 'line 3',
  quote: 'the cellar stood under water',
  notes: [],
}

it('keeps every proposal until somebody decides otherwise', () => {
  expect(toDrafts([proposal]).map(({ kept }) => kept)).toEqual([true])
  expect(setKept(toDrafts([proposal]), 'p1', false).map(({ kept }) => kept)).toEqual([false])
})

it('takes a date that was set for one that is known', () => {
  const [draft] = changeDraft(toDrafts([proposal]), 'p1', { eventAt: '1999-01-01' })
  expect([draft?.entry.eventAt, draft?.dateFrom]).toEqual(['1999-01-01', 'text'])
  const [other] = changeDraft(toDrafts([proposal]), 'p1', { facts: 'Dry.' })
  expect(other?.dateFrom).toBe('assumed')
})

it.each([
  { change: {}, problem: null },
  { change: { eventLabel: ' ' }, problem: 'It needs what happened' },
  { change: { feelings: 'x'.repeat(5001) }, problem: 'Too long: feelings' },
  { change: { eventAt: '' }, problem: 'It needs a date' },
])('finds $problem', ({ change, problem }) => {
  const [draft] = changeDraft(toDrafts([proposal]), 'p1', change)
  expect(problemOf(draft!)).toBe(problem)
})
