import type { TimelineEntry } from '../../../shared/contract/timeline.ts'

export type TimelineItem = {
  entry: TimelineEntry
  /** What this entry replaced, newest first. */
  earlier: TimelineEntry[]
}

/** Entries that hold, as time runs, each with the versions folded under it. */
export function foldTimeline(entries: readonly TimelineEntry[]): TimelineItem[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return entries
    .filter(({ supersededBy }) => supersededBy === null || !byId.has(supersededBy))
    .toSorted((a, b) => a.eventAt.localeCompare(b.eventAt) || a.sequence - b.sequence)
    .map((entry) => ({ entry, earlier: collectEarlier(entry, byId) }))
}

function collectEarlier(
  entry: TimelineEntry,
  byId: ReadonlyMap<string, TimelineEntry>,
): TimelineEntry[] {
  const earlier: TimelineEntry[] = []
  const seen = new Set<string>([entry.id])
  let id = entry.supersedes
  while (id !== null && !seen.has(id)) {
    seen.add(id)
    const before = byId.get(id)
    if (!before) break
    earlier.push(before)
    id = before.supersedes
  }
  return earlier
}

export function vividnessOf(strength: number): 'vivid' | 'clear' | 'faded' {
  if (strength >= 75) return 'vivid'
  return strength >= 40 ? 'clear' : 'faded'
}
