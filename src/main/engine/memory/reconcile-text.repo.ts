import { sql } from 'kysely'
import { z } from 'zod'
import type { PersonaId } from '../../../shared/contract/ids.ts'
import { MemoryType } from '../../../shared/contract/timeline.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { indexedTerms } from '../domain/memory/entry-text.ts'
import { personaToken } from './append.repo.ts'
import { toIso } from './instant.ts'

export type IndexedText = {
  readonly row: number
  readonly persona: string
  /** What full text should hold. */
  readonly text: string
  /** What scoring takes its length to be. */
  readonly storedLength: number
}

/** What full text should hold of the next entries, in order of their rows. */
export async function findTexts(
  db: ReadDb,
  personaId: PersonaId | null,
  page: { readonly after: number; readonly limit: number },
): Promise<IndexedText[]> {
  let query = db
    .selectFrom('timeline_entry')
    .select(['row', 'persona_id', 'event_at', 'event_label', 'facts', 'feelings'])
    .select(['interpretation', 'emotion_tags', 'memory_type', 'text_length'])
    .where('row', '>', page.after)
  if (personaId !== null) query = query.where('persona_id', '=', personaId)
  const rows = await query.orderBy('row').limit(page.limit).execute()
  return rows.map((row) => {
    const entry = {
      eventLabel: row.event_label,
      facts: row.facts,
      feelings: row.feelings,
      interpretation: row.interpretation,
      emotionTags: z.array(z.string()).parse(JSON.parse(row.emotion_tags)),
      memoryType: MemoryType.parse(row.memory_type),
    }
    return {
      row: row.row,
      persona: personaToken(row.persona_id as PersonaId),
      text: indexedTerms(entry, toIso(row.event_at)).join(' '),
      storedLength: row.text_length,
    }
  })
}

/**
 * Rows that full text does not hold as they should be, by the number of words it holds of each: the
 * words themselves it does not give back.
 */
export async function findMismeasured(
  trx: WriteDb,
  texts: readonly IndexedText[],
): Promise<Set<number>> {
  if (texts.length === 0) return new Set()
  // A twin of the real table says how many words the same tokenizer makes of each.
  await sql`create virtual table if not exists temp.expected_text using fts5(
    persona, text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')`.execute(
    trx,
  )
  const rows = JSON.stringify(texts.map(({ row, persona, text }) => [row, persona, text]))
  await sql`insert into temp.expected_text (rowid, persona, text)
    select value ->> 0, value ->> 1, value ->> 2 from json_each(${rows})`.execute(trx)
  const { rows: wrong } = await sql<{ row: number }>`
    select e.id as row from temp.expected_text_docsize e
    left join main.timeline_text_docsize t on t.id = e.id
    where t.sz is null or t.sz <> e.sz`.execute(trx)
  await sql`insert into temp.expected_text (expected_text) values ('delete-all')`.execute(trx)
  return new Set(wrong.map(({ row }) => row))
}

/** Whether full text holds exactly these words, in this order. About 1 ms per 100,000 entries. */
export async function holdsText(db: ReadDb, { row, persona, text }: IndexedText): Promise<boolean> {
  const phrase = text === '' ? '' : ` AND text:"${text.replaceAll('"', '""')}"`
  const found = await db
    .selectFrom('timeline_entry as e')
    .select('e.row')
    .where('e.row', '=', row)
    .where(
      sql<boolean>`e.row in (select rowid from timeline_text
        where timeline_text match ${`persona:"${persona}"${phrase}`} and rowid = ${row})`,
    )
    .executeTakeFirst()
  return found !== undefined
}

/** Puts the entry's words into full text in place of what is there. */
export async function replaceText(trx: WriteDb, item: IndexedText): Promise<void> {
  await sql`delete from timeline_text where rowid = ${item.row}`.execute(trx)
  await sql`insert into timeline_text (rowid, persona, text)
    values (${item.row}, ${item.persona}, ${item.text})`.execute(trx)
  await trx
    .updateTable('timeline_entry')
    .set({ text_length: item.text.length })
    .where('row', '=', item.row)
    .execute()
}

/** Rows of full text that belong to no entry, within a range. */
export async function findOrphanedTexts(
  db: WriteDb,
  page: { readonly after: number; readonly limit: number },
): Promise<number[]> {
  const { rows } = await sql<{ row: number }>`
    select t.id as row from timeline_text_docsize t
    left join timeline_entry e on e.row = t.id
    where t.id > ${page.after} and t.id <= ${page.after + page.limit} and e.row is null`.execute(db)
  return rows.map(({ row }) => row)
}

export async function deleteTexts(trx: WriteDb, rows: readonly number[]): Promise<void> {
  const list = JSON.stringify(rows)
  await sql`delete from timeline_text where rowid in (select value from json_each(${list}))`.execute(
    trx,
  )
}

export async function findLastText(db: WriteDb): Promise<number> {
  const { rows } = await sql<{ row: number | null }>`
    select max(id) as row from timeline_text_docsize`.execute(db)
  return rows[0]?.row ?? 0
}

/** Entries and texts, by number: equal in a workspace whose full text holds what it should. */
export async function countTexts(db: WriteDb): Promise<{ entries: number; texts: number }> {
  const { rows } = await sql<{ entries: number; texts: number }>`
    select (select count(*) from timeline_entry) as entries,
      (select count(*) from timeline_text_docsize) as texts`.execute(db)
  return rows[0]!
}
