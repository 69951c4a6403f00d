import { CompiledQuery } from 'kysely'
import type { EntryId, PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type {
  EntrySource,
  NewTimelineEntry,
  TimelineEntry,
} from '../../../shared/contract/timeline.ts'
import type { WriteDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { embeddingModelId } from '../vectors/embedding-models.ts'
import { newEntryId } from './entry-id.ts'
import { toIso } from './instant.ts'

/** What follows from an entry's text: what searches read. */
export type DerivedEntry = {
  /** What full text indexes. */
  readonly text: string
  readonly record: Uint8Array
  /** As `embedding` holds it. */
  readonly vector: Uint8Array
  readonly embeddingModel: string
}

export type NewEntry = {
  readonly personaId: PersonaId
  readonly tenantId: TenantId
  readonly source: EntrySource
  readonly entry: NewTimelineEntry
  readonly sequence: number
  readonly eventAt: number
  readonly knownAt: number
  readonly derived: DerivedEntry
  readonly supersedes: EntryId | null
}

type Owner = { readonly personaId: PersonaId; readonly tenantId: TenantId }

/** Where an entry goes: the next number in its persona's timeline. */
export type Place = { readonly sequence: number; readonly personaRow: number }

/** The next place for each item, in order; the personas' timelines grow by them. */
export async function takeSequences(trx: WriteDb, items: readonly Owner[]): Promise<Place[]> {
  const counts = new Map<PersonaId, { tenantId: TenantId; adding: number }>()
  for (const { personaId, tenantId } of items) {
    const adding = (counts.get(personaId)?.adding ?? 0) + 1
    counts.set(personaId, { tenantId, adding })
  }
  const next = new Map<PersonaId, Place>()
  for (const [personaId, { tenantId, adding }] of counts) {
    const { rows } = await trx.executeQuery<{ timeline_length: number; row: number }>(
      CompiledQuery.raw(
        `update persona set timeline_length = timeline_length + ?
         where id = ? and tenant_id = ? and deleted_at is null returning timeline_length, row`,
        [adding, personaId, tenantId],
      ),
    )
    if (!rows[0]) throw new EngineError('not_found', `No persona ${personaId}`)
    const sequence = rows[0].timeline_length - adding + 1
    next.set(personaId, { sequence, personaRow: rows[0].row })
  }
  return items.map(({ personaId }) => {
    const place = next.get(personaId)!
    next.set(personaId, { ...place, sequence: place.sequence + 1 })
    return place
  })
}

/** The first row that no entry has, and no append in the making has claimed. */
export async function nextEntryRow(trx: WriteDb): Promise<number> {
  const { rows } = await trx.executeQuery<{ row: number }>(
    CompiledQuery.raw(
      `select max(ifnull((select max(row) from timeline_entry), 0),
         ifnull((select max(last_row) from timeline_batch), 0)) + 1 as row`,
    ),
  )
  return rows[0]!.row
}

export type DerivedRow = {
  readonly row: number
  readonly personaId: PersonaId
  readonly personaRow: number
  readonly derived: DerivedEntry
}

/** Full text, features and vectors: found by nobody until their entries are there. */
export async function insertDerived(trx: WriteDb, rows: readonly DerivedRow[]): Promise<void> {
  const models = new Map<string, number>()
  for (const { derived } of rows) models.set(derived.embeddingModel, 0)
  for (const name of models.keys()) models.set(name, await embeddingModelId(trx, name))
  await insertRows(
    trx,
    'timeline_text',
    ['rowid', 'persona', 'text'],
    rows.map(({ row, personaId, derived }) => [row, personaToken(personaId), derived.text]),
  )
  await insertRows(
    trx,
    'memory_feature',
    ['persona_row', 'row', 'data'],
    rows.map(({ row, personaRow, derived }) => [personaRow, row, derived.record]),
  )
  await insertRows(
    trx,
    'embedding',
    ['model', 'persona_row', 'row', 'vector'],
    rows.map(({ row, personaRow, derived }) => [
      models.get(derived.embeddingModel),
      personaRow,
      row,
      derived.vector,
    ]),
  )
}

export type EntryWithRow = NewEntry & { readonly row: number }

/** The entries themselves, and the index's notice of them: from here on they exist. */
export async function insertEntryRows(
  trx: WriteDb,
  entries: readonly EntryWithRow[],
  now: number,
): Promise<TimelineEntry[]> {
  const withIds = entries.map((entry) => ({ ...entry, id: newEntryId(now) }))
  await insertRows(
    trx,
    'timeline_entry',
    entryColumns,
    withIds.map((entry) => entryRow(entry, now)),
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

type EntryWithIds = EntryWithRow & { readonly id: EntryId }

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
    item.derived.text.length,
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
