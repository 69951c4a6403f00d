import type { TimelineEntry } from '../../../../../shared/contract/timeline.ts'
import { fieldSpan, type Fault, type StructuralCheck } from './structural-check.ts'

const followsBefore =
  /^(?:(?:and )?then,? (?:I|we|came|it|the next|a)|after that\b|afterwards\b|(?:on )?the (?:next|following) (?:day|morning|evening|night|week|month|year|weekend)\b|the (?:day|morning|week|month|year) after(?: that|,)|later (?:that|the same) (?:day|evening|night|week|month|year)\b|(?:a|one|two|three|a few|some) (?:days?|weeks?|months?|years?) (?:later|after that)\b|shortly (?:after|afterwards)\b|soon after(?:wards)?\b|right after that\b)/i

/**
 * Memories that claim to follow another and are dated before it: by `metadata.follows` (an entry's
 * id or sequence), by beginning with words such as "the next day" (which follow the memory told
 * before), or by revising what became known later. An earlier time told later is no fault.
 */
export function findOutOfOrder({ entries, added }: StructuralCheck): Fault[] {
  const byId = new Map<string, TimelineEntry>(entries.map((entry) => [entry.id, entry]))
  const bySequence = new Map(entries.map((entry) => [entry.sequence, entry]))
  return entries.flatMap((entry) => {
    if (entry.supersededBy || (added && !added.has(entry.id))) return []
    return [
      ...followed(entry, byId, bySequence).flatMap((before) => outOfOrder(before, entry)),
      ...revisedTooEarly(entry, byId),
    ]
  })
}

function followed(
  entry: TimelineEntry,
  byId: ReadonlyMap<string, TimelineEntry>,
  bySequence: ReadonlyMap<number, TimelineEntry>,
): TimelineEntry[] {
  const { follows } = entry.metadata
  if (follows !== undefined) {
    return [follows].flat().flatMap((reference) => {
      const before =
        typeof reference === 'number' ? bySequence.get(reference) : byId.get(String(reference))
      return before && before.id !== entry.id ? [before] : []
    })
  }
  if (
    entry.supersedes ||
    !(followsBefore.test(entry.facts) || followsBefore.test(entry.eventLabel))
  )
    return []
  const before = bySequence.get(entry.sequence - 1)
  return before && before.supersededBy === null ? [before] : []
}

function outOfOrder(before: TimelineEntry, entry: TimelineEntry): Fault[] {
  if (entry.eventAt >= before.eventAt) return []
  return [
    {
      type: 'non_monotonic_event_time',
      severity: 'warning',
      entries: [before, entry],
      spans: [fieldSpan(before, 'eventAt', 0, 10), fieldSpan(entry, 'eventAt', 0, 10)],
      explanation: `It follows memory ${before.sequence} of ${before.eventAt.slice(0, 10)} but is dated ${entry.eventAt.slice(0, 10)}.`,
    },
  ]
}

function revisedTooEarly(entry: TimelineEntry, byId: ReadonlyMap<string, TimelineEntry>): Fault[] {
  const old = byId.get(entry.supersedes ?? '')
  if (!old || (entry.sequence > old.sequence && entry.knownAt >= old.knownAt)) return []
  return [
    {
      type: 'non_monotonic_event_time',
      severity: 'warning',
      entries: [old, entry],
      spans: [fieldSpan(old, 'sequence'), fieldSpan(entry, 'sequence')],
      explanation: `It revises memory ${old.sequence}, which became known only after it.`,
      about: 'revision',
    },
  ]
}
