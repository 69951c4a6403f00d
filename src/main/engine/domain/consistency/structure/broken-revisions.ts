import type { TimelineEntry } from '../../../../../shared/contract/timeline.ts'
import { fieldSpan, type Fault, type StructuralCheck } from './structural-check.ts'

type ById = ReadonlyMap<string, TimelineEntry>

/** A revision and what it revises name each other, once, and end somewhere. */
export function findBrokenRevisions({ entries, partial = false }: StructuralCheck): Fault[] {
  const byId: ById = new Map(entries.map((entry) => [entry.id, entry]))
  const faults = entries.flatMap((entry) => [
    ...revisesNothing(entry, byId, partial),
    ...revisedByNothing(entry, byId, partial),
    ...wrongType(entry),
  ])
  return [...faults, ...competing(entries), ...cycles(entries, byId)]
}

function revisesNothing(entry: TimelineEntry, byId: ById, partial: boolean): Fault[] {
  if (!entry.supersedes) return []
  const old = byId.get(entry.supersedes)
  if (!old)
    return partial
      ? []
      : [broken([entry], 'It revises a memory that is not in this timeline.', 'target')]
  if (old.supersededBy === entry.id) return []
  return [
    broken(
      [old, entry],
      `Memory ${entry.sequence} revises memory ${old.sequence}, which does not say so.`,
      'mutual',
    ),
  ]
}

function revisedByNothing(entry: TimelineEntry, byId: ById, partial: boolean): Fault[] {
  if (!entry.supersededBy) return []
  const revision = byId.get(entry.supersededBy)
  if (!revision)
    return partial
      ? []
      : [broken([entry], 'It is revised by a memory that is not in this timeline.', 'revision')]
  if (revision.supersedes === entry.id) return []
  return [
    broken(
      [entry, revision],
      `Memory ${entry.sequence} is revised by memory ${revision.sequence}, which does not say so.`,
      'mutual',
    ),
  ]
}

function wrongType(entry: TimelineEntry): Fault[] {
  const revised = entry.memoryType === 'revised'
  if (revised === (entry.supersedes !== null)) return []
  return [
    revised
      ? { ...broken([entry], 'It is a revision of no other memory.', 'type'), severity: 'info' }
      : broken([entry], `It revises another memory but is of type ${entry.memoryType}.`, 'type'),
  ]
}

function competing(entries: readonly TimelineEntry[]): Fault[] {
  const revisionOf = new Map<string, TimelineEntry>()
  return entries.flatMap((entry) => {
    if (!entry.supersedes) return []
    const other = revisionOf.get(entry.supersedes)
    revisionOf.set(entry.supersedes, entry)
    return other
      ? [
          broken(
            [other, entry],
            `Memories ${other.sequence} and ${entry.sequence} revise the same memory.`,
            'twice',
          ),
        ]
      : []
  })
}

function cycles(entries: readonly TimelineEntry[], byId: ById): Fault[] {
  const done = new Set<string>()
  const faults: Fault[] = []
  for (const entry of entries) {
    const path: TimelineEntry[] = []
    for (
      let at: TimelineEntry | undefined = entry;
      at && !done.has(at.id);
      at = byId.get(at.supersedes ?? '')
    ) {
      const seen = path.indexOf(at)
      if (seen >= 0) {
        const ring = path.slice(seen).toSorted((a, b) => a.sequence - b.sequence)
        faults.push(
          broken(
            ring,
            `Memories ${ring.map(({ sequence }) => sequence).join(', ')} revise one another in a circle.`,
            'cycle',
          ),
        )
        break
      }
      path.push(at)
    }
    for (const { id } of path) done.add(id)
  }
  return faults
}

function broken(entries: readonly TimelineEntry[], explanation: string, about: string): Fault {
  const spans = entries.map((entry) => fieldSpan(entry, 'sequence'))
  return { type: 'broken_revision', severity: 'error', entries, spans, explanation, about }
}
