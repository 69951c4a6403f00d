import { randomUUID } from 'node:crypto'
import type { EntryId, PersonaId } from '../../src/shared/contract/ids.ts'
import type { TimelineEntry } from '../../src/shared/contract/timeline.ts'

const personaId = randomUUID() as PersonaId

/** An entry of a timeline as a check reads it; name what matters to the test. */
export function aTimelineEntry(overrides: Partial<TimelineEntry> = {}): TimelineEntry {
  const eventAt = instant(overrides.eventAt ?? '2015-06-01')
  const knownAt = overrides.knownAt === undefined ? eventAt : instant(overrides.knownAt)
  return {
    id: randomUUID() as EntryId,
    personaId,
    sequence: 1,
    eventLabel: 'A remark',
    facts: 'It rained all day.',
    feelings: 'Calm.',
    interpretation: 'Nothing much.',
    emotionTags: [],
    memoryType: 'normal',
    memoryStrength: 50,
    metadata: {},
    source: 'user',
    supersedes: null,
    supersededBy: null,
    supersedeReason: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    ...overrides,
    eventAt,
    knownAt,
  }
}

/** Entries numbered from 1 in the order given. */
export function aTimeline(entries: readonly Partial<TimelineEntry>[]): TimelineEntry[] {
  return entries.map((entry, i) => aTimelineEntry({ sequence: i + 1, ...entry }))
}

function instant(date: string): string {
  return date.length === 10 ? `${date}T12:00:00.000Z` : date
}
