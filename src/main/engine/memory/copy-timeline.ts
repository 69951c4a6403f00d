import { setImmediate } from 'node:timers/promises'
import { CompiledQuery, sql } from 'kysely'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { MemoryType } from '../../../shared/contract/timeline.ts'
import type { WriteDb } from '../db/schema.ts'
import { indexedTerms } from '../domain/memory/entry-text.ts'
import { nextEntryRow, personaToken } from './append.repo.ts'
import { newEntryId } from './entry-id.ts'
import { toIso } from './instant.ts'
import type { TimelineEntryTable } from './memory.table.ts'

/** Entries written between two turns of the event loop: about 10 ms. */
const BATCH = 100

/**
 * Copies a timeline as it is, sequence numbers and revision chains included, onto a persona that has
 * none, inside the caller's transaction. The new persona's timeline length is the caller's.
 */
export async function copyTimeline(
  trx: WriteDb,
  { tenantId, from, to }: { tenantId: TenantId; from: PersonaId; to: PersonaId },
): Promise<void> {
  const entries = await trx
    .selectFrom('timeline_entry')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('persona_id', '=', from)
    .orderBy('sequence')
    .execute()
  const firstRow = await nextEntryRow(trx)
  const copies = new Map(
    entries.map(({ id, created_at }, i) => [
      id,
      { id: newEntryId(created_at) as string, row: firstRow + i },
    ]),
  )
  const copyOf = (id: string | null) => (id === null ? null : (copies.get(id)?.id ?? null))
  for (let i = 0; i < entries.length; i += BATCH) {
    if (i > 0) await setImmediate()
    for (const entry of entries.slice(i, i + BATCH)) {
      await insertCopy(trx, {
        ...entry,
        ...copies.get(entry.id)!,
        persona_id: to,
        supersedes: copyOf(entry.supersedes),
        superseded_by: copyOf(entry.superseded_by),
      })
    }
  }
  const pairs = entries.map(({ id, row }) => [row, copies.get(id)!.row] as const)
  await copyDerived(trx, { from, to }, pairs)
}

type Copy = Omit<TimelineEntryTable, 'row'> & { readonly row: number }

async function insertCopy(trx: WriteDb, entry: Copy): Promise<void> {
  await trx.insertInto('timeline_entry').values(entry).execute()
  const words = {
    eventLabel: entry.event_label,
    facts: entry.facts,
    feelings: entry.feelings,
    interpretation: entry.interpretation,
    emotionTags: JSON.parse(entry.emotion_tags) as string[],
    memoryType: entry.memory_type as MemoryType,
  }
  await trx.executeQuery(
    CompiledQuery.raw('insert into timeline_text (rowid, persona, text) values (?, ?, ?)', [
      entry.row,
      personaToken(entry.persona_id as PersonaId),
      indexedTerms(words, toIso(entry.event_at)).join(' '),
    ]),
  )
}

/** Features and vectors follow from the text, which is the same. */
async function copyDerived(
  trx: WriteDb,
  { from, to }: { from: PersonaId; to: PersonaId },
  pairs: readonly (readonly [from: number, to: number])[],
): Promise<void> {
  const rows = JSON.stringify(pairs)
  const source = sql`(select row from persona where id = ${from})`
  const target = sql`(select row from persona where id = ${to})`
  await sql`
    insert into memory_feature (persona_row, row, data)
    select ${target}, pair.value ->> 1, f.data
    from json_each(${rows}) as pair
      join memory_feature f on f.persona_row = ${source} and f.row = pair.value ->> 0
  `.execute(trx)
  await sql`
    insert into embedding (model, persona_row, row, vector)
    select v.model, ${target}, pair.value ->> 1, v.vector
    from json_each(${rows}) as pair cross join embedding_model m
      join embedding v on v.model = m.id and v.persona_row = ${source} and v.row = pair.value ->> 0
  `.execute(trx)
  await sql`
    insert into outbox (entry_id, persona_id, op)
    select id, persona_id, 'upsert' from timeline_entry
    where persona_id = ${to} order by sequence
  `.execute(trx)
}
