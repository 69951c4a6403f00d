import type { EntryId } from '../../../shared/contract/ids.ts'
import type { TimelineMap } from '../../../shared/contract/timeline-map.ts'
import { EntrySource, MemoryType } from '../../../shared/contract/timeline.ts'
import type { ReadDb } from '../db/schema.ts'
import { effectiveStrength } from '../domain/memory/forgetting.ts'
import { getPersona } from '../personas/find-personas.ts'
import { getMemorySettings } from './memory-settings.ts'
import { listMapRows, listRehearsedAt, type MapRow } from './timeline-map.repo.ts'
import type { TimelineOwner } from './timeline.ts'

/** Rows read between two turns of the event loop: about 5 ms. */
const ROWS_PER_TURN = 1_000

type MapScope = TimelineOwner & {
  /** What forgetting counts to, milliseconds. */
  readonly clock: number
  /** Milliseconds; undefined: everything there is. */
  readonly asOf: number | undefined
}

/** The whole timeline in columns. */
export async function readTimelineMap(
  db: ReadDb,
  { asOf, clock, ...owner }: MapScope,
): Promise<TimelineMap> {
  await getPersona(db, owner.tenantId, owner.personaId)
  const rows: MapRow[] = []
  for (let after = 0; ; await new Promise(setImmediate)) {
    const chunk = await listMapRows(db, owner, after, ROWS_PER_TURN)
    for (const row of chunk) if (exists(row, asOf)) rows.push(row)
    if (chunk.length < ROWS_PER_TURN) return toMap(rows, await strengthAt(db, owner, clock))
    after = chunk.at(-1)!.sequence
  }
}

function exists(row: MapRow, asOf = Number.MAX_SAFE_INTEGER): boolean {
  return row.event_at <= asOf && row.known_at <= asOf
}

/** What is left of a memory's strength; all of it where the workspace does not forget. */
async function strengthAt(
  db: ReadDb,
  { personaId }: TimelineOwner,
  clock: number,
): Promise<(row: MapRow) => number> {
  const { forgetting } = await getMemorySettings(db)
  if (!forgetting.enabled) return (row) => row.memory_strength
  const rehearsals = forgetting.rehearsal ? await listRehearsedAt(db, personaId, clock) : []
  const rehearsedAt = Map.groupBy(rehearsals, ({ entry_id }) => entry_id)
  return (row) =>
    effectiveStrength(
      {
        memoryType: MemoryType.parse(row.memory_type),
        memoryStrength: row.memory_strength,
        eventAtMs: row.event_at,
        rehearsedAt: rehearsedAt.get(row.id)?.map(({ at }) => at) ?? [],
      },
      clock,
      forgetting,
    )
}

function toMap(rows: readonly MapRow[], strengthOf: (row: MapRow) => number): TimelineMap {
  const indexes = new Map(rows.map(({ id }, index) => [id, index]))
  // An entry that is not there yet neither replaces nor is replaced.
  const indexOf = (id: string | null) => (id === null ? -1 : (indexes.get(id) ?? -1))
  return {
    ids: rows.map((row) => row.id as EntryId),
    sequences: rows.map((row) => row.sequence),
    eventAt: rows.map((row) => row.event_at),
    knownAt: rows.map((row) => row.known_at),
    labels: rows.map((row) => row.event_label),
    types: rows.map((row) => MemoryType.parse(row.memory_type)),
    sources: rows.map((row) => EntrySource.parse(row.source)),
    strengths: rows.map((row) => row.memory_strength),
    effectiveStrengths: rows.map(strengthOf),
    supersedes: rows.map((row) => indexOf(row.supersedes)),
    supersededBy: rows.map((row) => indexOf(row.superseded_by)),
  }
}
