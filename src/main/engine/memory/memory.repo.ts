import { sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import type { EntryId, PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import {
  EntrySource,
  MemoryType,
  type TimelineEntry,
  type TimelineQuery,
} from '../../../shared/contract/timeline.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import type { Horizon } from '../domain/memory/existing-rows.ts'
import { toIso } from './instant.ts'
import type { TimelineEntryTable } from './memory.table.ts'

type Owner = { readonly tenantId: TenantId; readonly personaId: PersonaId }
export type EntryRow = Omit<TimelineEntryTable, 'row'>

/** Rows of a timeline in sequence, starting after `after`. */
export async function listEntries(
  db: ReadDb,
  { tenantId, personaId }: Owner,
  filter: Pick<TimelineQuery, 'limit' | 'includeSuperseded' | 'type' | 'ids'> & {
    readonly after: number
  },
): Promise<TimelineEntry[]> {
  let query = db
    .selectFrom('timeline_entry')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    // Where ids are given, the plus keeps SQLite from walking the whole timeline for them.
    .where(sql<SqlBool>`${sql.raw(filter.ids ? '+' : '')}persona_id = ${personaId}`)
    .where('sequence', '>', filter.after)
  if (filter.includeSuperseded === 'false') query = query.where('superseded_by', 'is', null)
  if (filter.ids)
    query = query.where(
      sql<SqlBool>`id in (select value from json_each(${JSON.stringify(filter.ids)}))`,
    )
  if (filter.type) query = query.where('memory_type', '=', filter.type)
  const rows = await query.orderBy('sequence').limit(filter.limit).execute()
  return rows.map(fromRow)
}

export async function findEntry(
  db: ReadDb,
  { tenantId, personaId }: Owner,
  entryId: EntryId,
): Promise<TimelineEntry | undefined> {
  const row = await db
    .selectFrom('timeline_entry')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('persona_id', '=', personaId)
    .where('id', '=', entryId)
    .executeTakeFirst()
  return row && fromRow(row)
}

/**
 * Marks an entry as replaced; the index hears of it through the outbox.
 *
 * @returns false when another revision came first
 */
export async function markSuperseded(
  trx: WriteDb,
  { tenantId, personaId }: Owner,
  revision: { readonly entryId: EntryId; readonly by: EntryId; readonly reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('timeline_entry')
    .set({ superseded_by: revision.by, supersede_reason: revision.reason })
    .where('tenant_id', '=', tenantId)
    .where('persona_id', '=', personaId)
    .where('id', '=', revision.entryId)
    .where('superseded_by', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await trx
    .insertInto('outbox')
    .values({ entry_id: revision.entryId, persona_id: personaId, op: 'upsert' })
    .execute()
  return true
}

/** Those of the entries that are visible. The others are absent from the map. */
export async function findVisible(
  db: ReadDb,
  { tenantId, personaId }: Owner,
  horizon: Horizon,
  entryIds: readonly EntryId[],
): Promise<ReadonlyMap<EntryId, TimelineEntry>> {
  if (entryIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('timeline_entry as e')
    .selectAll('e')
    .where('e.id', 'in', entryIds)
    .where('e.tenant_id', '=', tenantId)
    .where('e.persona_id', '=', personaId)
    .where(isVisible(horizon))
    .execute()
  return new Map(rows.map(fromRow).map((entry) => [entry.id, entry]))
}

/** Happened and known by then, and not superseded by an entry that itself exists by then. */
export function isVisible({ asOf, maxSequence }: Horizon) {
  const [latest, last] = [asOf ?? Number.MAX_SAFE_INTEGER, maxSequence ?? Number.MAX_SAFE_INTEGER]
  if (asOf === null && maxSequence === null) return sql<SqlBool>`e.superseded_by is null`
  return sql<SqlBool>`e.event_at <= ${latest} and e.known_at <= ${latest} and e.sequence <= ${last}
    and (e.superseded_by is null or not exists (select 1 from timeline_entry s
      where s.id = e.superseded_by and s.event_at <= ${latest} and s.known_at <= ${latest}
        and s.sequence <= ${last}))`
}

const Tags = z.array(z.string())
const Metadata = z.record(z.string(), z.unknown())

export function fromRow(row: EntryRow): TimelineEntry {
  return {
    id: row.id as EntryId,
    personaId: row.persona_id as PersonaId,
    sequence: row.sequence,
    eventAt: toIso(row.event_at),
    eventLabel: row.event_label,
    facts: row.facts,
    feelings: row.feelings,
    interpretation: row.interpretation,
    emotionTags: Tags.parse(JSON.parse(row.emotion_tags)),
    memoryType: MemoryType.parse(row.memory_type),
    memoryStrength: row.memory_strength,
    metadata: Metadata.parse(JSON.parse(row.metadata)),
    source: EntrySource.parse(row.source),
    knownAt: toIso(row.known_at),
    supersedes: row.supersedes as EntryId | null,
    supersededBy: row.superseded_by as EntryId | null,
    supersedeReason: row.supersede_reason,
    createdAt: toIso(row.created_at),
  }
}
