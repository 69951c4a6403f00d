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

/** What exists for a recall: the timeline up to an instant, or as it stood at a run's launch. */
export type Horizon = {
  /** Milliseconds; null: no limit. */
  readonly asOf: number | null
  /** The last sequence that exists; null: all. */
  readonly maxSequence: number | null
}

export type VisibleTimeline = {
  /** Entries that exist, visible or not. */
  readonly length: number
  readonly count: number
  /** Characters. */
  readonly meanLength: number
  readonly newestMs: number
}

/** Statistics of what is visible, from an index alone. */
export async function summariseVisible(
  db: ReadDb,
  { tenantId, personaId }: Owner,
  horizon: Horizon,
): Promise<VisibleTimeline> {
  const row = await db
    .selectFrom('persona as p')
    .leftJoin('timeline_entry as e', (join) =>
      join.onRef('e.persona_id', '=', 'p.id').on(isVisible(horizon)),
    )
    .select([
      'p.timeline_length as length',
      sql<number>`count(e.sequence)`.as('count'),
      sql<number | null>`avg(e.text_length)`.as('meanLength'),
      sql<number | null>`max(e.event_at)`.as('newest'),
    ])
    .where('p.id', '=', personaId)
    .where('p.tenant_id', '=', tenantId)
    .groupBy('p.id')
    .executeTakeFirst()
  return {
    length: row?.length ?? 0,
    count: row?.count ?? 0,
    meanLength: row?.meanLength ?? 1,
    newestMs: row?.newest ?? 0,
  }
}

export type TextMatch = { readonly entryId: EntryId; readonly textLength: number }

/**
 * Visible entries of one persona that match a full-text expression, unscored: the built-in bm25()
 * counts over all personas.
 *
 * @param expression  in FTS5 syntax, the persona's token included
 */
export async function findTextMatches(
  db: ReadDb,
  { tenantId, personaId }: Owner,
  horizon: Horizon,
  expression: string,
): Promise<TextMatch[]> {
  const rows = await db
    .selectFrom('timeline_entry as e')
    .select(['e.id', 'e.text_length'])
    .where(
      sql<SqlBool>`e.row in (select rowid from timeline_text where timeline_text match ${expression})`,
    )
    .where('e.tenant_id', '=', tenantId)
    .where('e.persona_id', '=', personaId)
    .where(isVisible(horizon))
    .execute()
  return rows.map((row) => ({ entryId: row.id as EntryId, textLength: row.text_length }))
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

/** Visible repressed entries: a word of the question may open them unsearched. */
export async function findRepressed(
  db: ReadDb,
  { tenantId, personaId }: Owner,
  horizon: Horizon,
): Promise<TimelineEntry[]> {
  const rows = await db
    .selectFrom('timeline_entry as e')
    .selectAll('e')
    .where('e.persona_id', '=', personaId)
    .where('e.tenant_id', '=', tenantId)
    .where(sql<SqlBool>`e.memory_type = 'repressed'`)
    .where(isVisible(horizon))
    .execute()
  return rows.map(fromRow)
}

/** The strongest visible entries of a span of time. @param span  milliseconds, inclusive */
export async function findStrongest(
  db: ReadDb,
  { tenantId, personaId }: Owner,
  horizon: Horizon,
  span: { readonly from: number; readonly to: number },
  limit: number,
): Promise<TimelineEntry[]> {
  const rows = await db
    .selectFrom('timeline_entry as e')
    .selectAll('e')
    .where('e.persona_id', '=', personaId)
    .where('e.tenant_id', '=', tenantId)
    .where('e.event_at', '>=', span.from)
    .where('e.event_at', '<=', span.to)
    .where(isVisible(horizon))
    .orderBy('e.memory_strength', 'desc')
    .orderBy('e.sequence')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
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
