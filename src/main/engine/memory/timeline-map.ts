import type { EntryId } from '../../../shared/contract/ids.ts'
import type { TimelineMap } from '../../../shared/contract/timeline-map.ts'
import { EntrySource, MemoryType } from '../../../shared/contract/timeline.ts'
import type { ReadDb } from '../db/schema.ts'
import { getPersona } from '../personas/find-personas.ts'
import { listMapRows, type MapRow } from './timeline-map.repo.ts'
import type { TimelineOwner } from './timeline.ts'

/** Rows read between two turns of the event loop: about 5 ms. */
const ROWS_PER_TURN = 1_000

/**
 * The whole timeline in columns.
 *
 * @param asOf  milliseconds; undefined: everything there is
 */
export async function readTimelineMap(
  db: ReadDb,
  owner: TimelineOwner,
  asOf: number | undefined,
): Promise<TimelineMap> {
  await getPersona(db, owner.tenantId, owner.personaId)
  const rows: MapRow[] = []
  for (let after = 0; ; await new Promise(setImmediate)) {
    const chunk = await listMapRows(db, owner, after, ROWS_PER_TURN)
    for (const row of chunk) if (exists(row, asOf)) rows.push(row)
    if (chunk.length < ROWS_PER_TURN) return toMap(rows)
    after = chunk.at(-1)!.sequence
  }
}

function exists(row: MapRow, asOf = Number.MAX_SAFE_INTEGER): boolean {
  return row.event_at <= asOf && row.known_at <= asOf
}

function toMap(rows: readonly MapRow[]): TimelineMap {
  const indexes = new Map(rows.map(({ id }, index) => [id, index]))
  // An entry that is not there yet neither replaces nor is replaced.
  const indexOf = (id: string | null) => (id === null ? -1 : (indexes.get(id) ?? -1))
  const strengths = rows.map((row) => row.memory_strength)
  return {
    ids: rows.map((row) => row.id as EntryId),
    sequences: rows.map((row) => row.sequence),
    eventAt: rows.map((row) => row.event_at),
    knownAt: rows.map((row) => row.known_at),
    labels: rows.map((row) => row.event_label),
    types: rows.map((row) => MemoryType.parse(row.memory_type)),
    sources: rows.map((row) => EntrySource.parse(row.source)),
    strengths,
    effectiveStrengths: strengths,
    supersedes: rows.map((row) => indexOf(row.supersedes)),
    supersededBy: rows.map((row) => indexOf(row.superseded_by)),
  }
}
