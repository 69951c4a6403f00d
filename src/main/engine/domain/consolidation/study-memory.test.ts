import { expect, it } from 'vitest'
import { NewTimelineEntry } from '../../../../shared/contract/timeline.ts'
import { toStudyMemory } from './study-memory.ts'

const calm = { valence: 0, arousal: 0, dominance: 0 }
const clock = Date.UTC(2026, 5, 1)

it('holds whole exchanges and fits an entry, however much was asked', () => {
  const exchanges = Array.from({ length: 100 }, (_, i) => ({
    question: `Question ${i} ${'about something '.repeat(40)}?`,
    answer: `Answer ${i} ${'and more of it '.repeat(60)}`,
  }))
  const entry = toStudyMemory({ exchanges, mood: calm, clock, metadata: {} })
  expect(NewTimelineEntry.safeParse(entry).error).toBeUndefined()
  expect(entry.facts).toMatch(/And \d+ more\.$/)
  expect(entry.eventLabel.length).toBeLessThanOrEqual(500)
})

it('names what was asked in one line', () => {
  const exchanges = [{ question: 'Would you\nbuy it?', answer: 'Yes' }]
  expect(toStudyMemory({ exchanges, mood: calm, clock, metadata: {} })).toMatchObject({
    eventLabel: 'Was asked: Would you buy it?',
    facts: 'Asked “Would you buy it?”, I answered: Yes.',
    eventAt: '2026-06-01T00:00:00.000Z',
  })
})
