import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import type { Memory } from '../domain/memory/memory.ts'
import { triggeredBy } from '../domain/memory/pressure.ts'
import type { Candidate } from '../domain/memory/rank-memories.ts'
import type { Match } from '../domain/memory/relevance.ts'
import { termsOfRow } from '../domain/memory/search/persona-index.ts'
import type { SearchCandidate } from '../domain/memory/search/search-index.ts'
import { memoryTypes } from './feature-record.ts'
import { fromRow } from './memory.repo.ts'
import type { Timeline } from './timeline-columns.ts'
import type { TimelineReader } from './timeline-reader.ts'

const REPRESSED = memoryTypes.indexOf('repressed')

/** Repressed entries that a word of the question opens, whether a search finds them or not. */
export function openedBy(
  reader: TimelineReader,
  timeline: Timeline,
  visible: Uint8Array | null,
  question: string,
): ReadonlySet<number> {
  const opened = new Set<number>()
  const { types } = timeline
  const isOpened = triggeredBy(question)
  for (let row = types.indexOf(REPRESSED); row >= 0; row = types.indexOf(REPRESSED, row + 1)) {
    if (visible !== null && visible[row] === 0) continue
    if (isOpened(memoryAt(reader, timeline, row))) opened.add(row)
  }
  return opened
}

/** What was found, and what was opened without being found, with the texts. */
export function toCandidates(
  reader: TimelineReader,
  timeline: Timeline,
  found: readonly SearchCandidate[],
  opened: ReadonlySet<number>,
): Candidate[] {
  const matches = new Map(found.map(({ row, match }) => [row, match]))
  for (const row of opened) if (!matches.has(row)) matches.set(row, noMatch)
  return [...matches].map(([row, match]) => ({
    ...memoryAt(reader, timeline, row),
    match,
    terms: termsOfRow(timeline.index, row),
    triggered: opened.has(row),
  }))
}

/** An entry's text never changes: what was read once stays with the timeline. */
function memoryAt(reader: TimelineReader, { memories, entryRows }: Timeline, row: number): Memory {
  const known = memories.get(row)
  if (known) return known
  const memory = toMemory(fromRow(reader.entry(entryRows[row]!)!))
  memories.set(row, memory)
  return memory
}

const noMatch: Match = {
  vectorRank: null,
  textRank: null,
  cosine: null,
  matchedTerms: [],
  coverage: 0,
  context: 0,
  time: null,
  likeness: 0,
}

function toMemory(entry: TimelineEntry): Memory {
  return {
    entryId: entry.id,
    sequence: entry.sequence,
    eventAt: entry.eventAt,
    eventAtMs: Date.parse(entry.eventAt),
    eventLabel: entry.eventLabel,
    facts: entry.facts,
    feelings: entry.feelings,
    interpretation: entry.interpretation,
    memoryType: entry.memoryType,
    memoryStrength: entry.memoryStrength,
    triggers: triggersOf(entry),
  }
}

// Metadata is the client's own: what is not a list of words triggers nothing.
function triggersOf({ metadata }: TimelineEntry): string[] {
  const triggers = metadata['triggers']
  if (!Array.isArray(triggers)) return []
  return triggers.filter((trigger): trigger is string => typeof trigger === 'string')
}
