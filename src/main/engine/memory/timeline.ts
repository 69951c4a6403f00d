import type { EntryId, PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type {
  NewTimelineEntry,
  TimelineAnswer,
  TimelineEntry,
  TimelineQuery,
} from '../../../shared/contract/timeline.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import type { EmbeddingModel } from '../models/embedding-model.ts'
import { getPersona } from '../personas/find-personas.ts'
import type { Limits, UsageLog } from '../tenancy/limits.ts'
import { prepareEntries } from './append-entries.ts'
import { appendInChunks } from './append-in-chunks.ts'
import { findEntry, listEntries } from './memory.repo.ts'

export type TimelineDeps = {
  readonly db: WriteDb
  readonly now: () => number
  readonly embedding: EmbeddingModel
  readonly limits: Pick<Limits, 'requireRoom'>
  readonly usage: UsageLog
  /** Told when something was committed that the index should have. */
  readonly vectors: { notify(): void }
}

export type TimelineOwner = { readonly tenantId: TenantId; readonly personaId: PersonaId }

/** A page of the timeline in sequence; its history too unless asked otherwise. */
export async function listTimeline(
  db: ReadDb,
  owner: TimelineOwner,
  query: TimelineQuery,
): Promise<TimelineAnswer> {
  await getPersona(db, owner.tenantId, owner.personaId)
  const after = query.cursor === undefined ? 0 : await findPlace(db, owner, query.cursor)
  const entries = await listEntries(db, owner, { ...query, after, limit: query.limit + 1 })
  const page = entries.slice(0, query.limit)
  const nextCursor = entries.length > page.length ? cursorAfter(page.at(-1)!) : null
  return { entries: page, nextCursor }
}

/** Adds entries at the end of the timeline, all or none, numbered in the order given. */
export async function appendTimeline(
  deps: TimelineDeps,
  owner: TimelineOwner,
  entries: readonly NewTimelineEntry[],
): Promise<TimelineEntry[]> {
  await getPersona(deps.db, owner.tenantId, owner.personaId)
  await deps.limits.requireRoom(owner.tenantId, 'timelineEntries', entries.length)
  const prepared = await prepareEntries(deps, [{ ...owner, entries, source: 'user' }])
  const appended = await appendInChunks(deps.db, owner, prepared, deps.now())
  deps.vectors.notify()
  recordAppended(deps, owner, appended)
  return appended
}

export function recordAppended(
  { usage }: Pick<TimelineDeps, 'usage'>,
  { tenantId }: TimelineOwner,
  appended: readonly TimelineEntry[],
): void {
  for (const { personaId, memoryType, memoryStrength, eventLabel } of appended) {
    usage.record(tenantId, 'persona_timeline_append', {
      personaId,
      memoryType,
      strength: memoryStrength,
      label: eventLabel,
    })
  }
}

function cursorAfter({ sequence, id }: TimelineEntry): string {
  return encodeCursor([sequence, id])
}

/** The number to go on after. The entry's own, since numbers may have changed between two pages. */
async function findPlace(db: ReadDb, owner: TimelineOwner, cursor: string): Promise<number> {
  const [sequence, id] = decodeCursor(cursor)
  if (typeof sequence === 'number' && typeof id === 'string') {
    return (await findEntry(db, owner, id as EntryId))?.sequence ?? sequence
  }
  throw new EngineError('invalid_input', 'cursor is not one that this list has answered', {
    details: [{ path: 'cursor', message: 'must be the nextCursor of the page before' }],
  })
}
