import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { CompiledQuery, sql } from 'kysely'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { WriteDb } from '../db/schema.ts'
import { entryText } from '../domain/memory/entry-text.ts'
import { personaToken } from './append.repo.ts'
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
  const copyIds = new Map(entries.map(({ id }) => [id, randomUUID() as string]))
  const copyOf = (id: string | null) => (id === null ? null : (copyIds.get(id) ?? null))
  for (let i = 0; i < entries.length; i += BATCH) {
    if (i > 0) await setImmediate()
    for (const { row: _, ...entry } of entries.slice(i, i + BATCH)) {
      await insertCopy(trx, {
        ...entry,
        id: copyIds.get(entry.id)!,
        persona_id: to,
        supersedes: copyOf(entry.supersedes),
        superseded_by: copyOf(entry.superseded_by),
      })
    }
  }
  await copyVectors(trx, to, copyIds)
}

async function insertCopy(trx: WriteDb, entry: Omit<TimelineEntryTable, 'row'>): Promise<void> {
  const { row } = await trx
    .insertInto('timeline_entry')
    .values(entry)
    .returning('row')
    .executeTakeFirstOrThrow()
  await trx.executeQuery(
    CompiledQuery.raw('insert into timeline_text (rowid, persona, text) values (?, ?, ?)', [
      row,
      personaToken(entry.persona_id as PersonaId),
      entryText({
        eventLabel: entry.event_label,
        facts: entry.facts,
        feelings: entry.feelings,
        interpretation: entry.interpretation,
        emotionTags: JSON.parse(entry.emotion_tags) as string[],
      }),
    ]),
  )
}

async function copyVectors(
  trx: WriteDb,
  to: PersonaId,
  copyIds: ReadonlyMap<string, string>,
): Promise<void> {
  const pairs = JSON.stringify([...copyIds])
  await sql`
    insert into embedding (entry_id, model, vector)
    select pair.value ->> 1, embedding.model, embedding.vector
    from json_each(${pairs}) as pair join embedding on embedding.entry_id = pair.value ->> 0
  `.execute(trx)
  await sql`
    insert into outbox (entry_id, persona_id, op)
    select id, persona_id, 'upsert' from timeline_entry
    where persona_id = ${to} order by sequence
  `.execute(trx)
}
