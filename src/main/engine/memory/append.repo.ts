import { randomUUID } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import type { EntryId, PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type {
  EntrySource,
  NewTimelineEntry,
  TimelineEntry,
} from '../../../shared/contract/timeline.ts'
import type { WriteDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { toIso } from './instant.ts'
import { toBlob } from '../vectors/vector-blob.ts'

export type NewEntry = {
  readonly personaId: PersonaId
  readonly tenantId: TenantId
  readonly source: EntrySource
  readonly entry: NewTimelineEntry
  readonly sequence: number
  readonly eventAt: number
  readonly knownAt: number
  /** What full text indexes. */
  readonly text: string
  readonly vector: Float32Array
  readonly embeddingModel: string
  readonly supersedes: EntryId | null
}

type Owner = { readonly personaId: PersonaId; readonly tenantId: TenantId }

/** The next sequence number for each item, in order; the personas' timelines grow by them. */
export async function takeSequences(trx: WriteDb, items: readonly Owner[]): Promise<number[]> {
  const counts = new Map<PersonaId, { tenantId: TenantId; adding: number }>()
  for (const { personaId, tenantId } of items) {
    const adding = (counts.get(personaId)?.adding ?? 0) + 1
    counts.set(personaId, { tenantId, adding })
  }
  const next = new Map<PersonaId, number>()
  for (const [personaId, { tenantId, adding }] of counts) {
    const { rows } = await trx.executeQuery<{ timeline_length: number }>(
      CompiledQuery.raw(
        `update persona set timeline_length = timeline_length + ?
         where id = ? and tenant_id = ? and deleted_at is null returning timeline_length`,
        [adding, personaId, tenantId],
      ),
    )
    if (!rows[0]) throw new EngineError('not_found', `No persona ${personaId}`)
    next.set(personaId, rows[0].timeline_length - adding + 1)
  }
  return items.map(({ personaId }) => {
    const sequence = next.get(personaId)!
    next.set(personaId, sequence + 1)
    return sequence
  })
}

/** Entry, full text, embedding and outbox rows; a few rows per statement, since 80,000 come at once. */
export async function insertEntries(
  trx: WriteDb,
  entries: readonly NewEntry[],
  now: number,
): Promise<TimelineEntry[]> {
  const last = await trx
    .selectFrom('timeline_entry')
    .select((eb) => eb.fn.max('row').as('row'))
    .executeTakeFirst()
  const firstRow = (last?.row ?? 0) + 1
  const withIds = entries.map((entry, i) => ({
    ...entry,
    id: randomUUID() as EntryId,
    row: firstRow + i,
  }))
  await insertRows(
    trx,
    'timeline_entry',
    entryColumns,
    withIds.map((entry) => entryRow(entry, now)),
  )
  await insertRows(
    trx,
    'timeline_text',
    ['rowid', 'persona', 'text'],
    withIds.map(({ row, personaId, text }) => [row, personaToken(personaId), text]),
  )
  await insertRows(
    trx,
    'embedding',
    ['entry_id', 'model', 'vector'],
    withIds.map(({ id, embeddingModel, vector }) => [id, embeddingModel, toBlob(vector)]),
  )
  await insertRows(
    trx,
    'outbox',
    ['entry_id', 'persona_id', 'op'],
    withIds.map(({ id, personaId }) => [id, personaId, 'upsert']),
  )
  return withIds.map((entry) => toTimelineEntry(entry, now))
}

/** The persona as full text indexes it: one token, so that a match touches one persona's rows. */
export function personaToken(personaId: PersonaId): string {
  return personaId.replaceAll('-', '')
}

type EntryWithIds = NewEntry & { readonly id: EntryId; readonly row: number }

const entryColumns = [
  'row',
  'id',
  'tenant_id',
  'persona_id',
  'sequence',
  'event_at',
  'event_label',
  'facts',
  'feelings',
  'interpretation',
  'emotion_tags',
  'memory_type',
  'memory_strength',
  'metadata',
  'source',
  'known_at',
  'supersedes',
  'text_length',
  'created_at',
]

function entryRow(item: EntryWithIds, now: number): unknown[] {
  const { entry } = item
  return [
    item.row,
    item.id,
    item.tenantId,
    item.personaId,
    item.sequence,
    item.eventAt,
    entry.eventLabel,
    entry.facts,
    entry.feelings,
    entry.interpretation,
    JSON.stringify(entry.emotionTags),
    entry.memoryType,
    entry.memoryStrength,
    JSON.stringify(entry.metadata ?? {}),
    item.source,
    item.knownAt,
    item.supersedes,
    item.text.length,
    now,
  ]
}

function toTimelineEntry(item: EntryWithIds, now: number): TimelineEntry {
  const { entry } = item
  return {
    id: item.id,
    personaId: item.personaId,
    sequence: item.sequence,
    eventAt: toIso(item.eventAt),
    eventLabel: entry.eventLabel,
    facts: entry.facts,
    feelings: entry.feelings,
    interpretation: entry.interpretation,
    emotionTags: entry.emotionTags,
    memoryType: entry.memoryType,
    memoryStrength: entry.memoryStrength,
    metadata: entry.metadata ?? {},
    source: item.source,
    knownAt: toIso(item.knownAt),
    supersedes: item.supersedes,
    supersededBy: null,
    supersedeReason: null,
    createdAt: toIso(now),
  }
}

// Building this many rows through the query builder costs several times what SQLite needs for them.
const ROWS_PER_STATEMENT = 64

async function insertRows(
  trx: WriteDb,
  table: string,
  columns: readonly string[],
  rows: readonly unknown[][],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const batch = rows.slice(start, start + ROWS_PER_STATEMENT)
    const values = `(${columns.map(() => '?').join(',')})`
    const text = `insert into ${table} (${columns.join(',')}) values ${batch.map(() => values).join(',')}`
    await trx.executeQuery(CompiledQuery.raw(text, batch.flat()))
  }
}
