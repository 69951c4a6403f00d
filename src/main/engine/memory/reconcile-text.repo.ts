import { sql } from 'kysely'
import { z } from 'zod'
import type { PersonaId } from '../../../shared/contract/ids.ts'
import { MemoryType } from '../../../shared/contract/timeline.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { indexedTerms } from '../domain/memory/entry-text.ts'
import { encodeFeatures, entryFeatures } from '../domain/memory/search/features.ts'
import { personaToken } from './append.repo.ts'
import { toFeatureRecord } from './feature-record.ts'
import { toIso } from './instant.ts'

export type IndexedText = {
  readonly row: number
  readonly personaRow: number
  readonly persona: string
  /** What full text should hold. */
  readonly text: string
  /** What scoring takes its length to be. */
  readonly storedLength: number
  /** What search should compare, and what is there to compare: null where nothing is. */
  readonly record: Uint8Array
  readonly storedRecord: Uint8Array | null
}

/** What searches should hold of the next entries, in order of their rows. */
export async function findTexts(
  db: ReadDb,
  personaId: PersonaId | null,
  page: { readonly after: number; readonly limit: number },
): Promise<IndexedText[]> {
  let query = db
    .selectFrom('timeline_entry as e')
    .innerJoin('persona as p', 'p.id', 'e.persona_id')
    .leftJoin('memory_feature as f', (join) =>
      join.onRef('f.persona_row', '=', 'p.row').onRef('f.row', '=', 'e.row'),
    )
    .select(['e.row', 'p.row as persona_row', 'e.persona_id', 'e.event_at', 'e.known_at'])
    .select(['e.event_label', 'e.facts', 'e.feelings', 'e.interpretation', 'e.emotion_tags'])
    .select(['e.memory_type', 'e.memory_strength', 'e.text_length', 'f.data'])
    .where('e.row', '>', page.after)
  if (personaId !== null) query = query.where('e.persona_id', '=', personaId)
  const rows = await query.orderBy('e.row').limit(page.limit).execute()
  return rows.map((row) => {
    const entry = {
      eventLabel: row.event_label,
      facts: row.facts,
      feelings: row.feelings,
      interpretation: row.interpretation,
      emotionTags: z.array(z.string()).parse(JSON.parse(row.emotion_tags)),
      memoryType: MemoryType.parse(row.memory_type),
      memoryStrength: row.memory_strength,
    }
    const at = toIso(row.event_at)
    const times = { eventAt: row.event_at, knownAt: row.known_at }
    return {
      row: row.row,
      personaRow: row.persona_row,
      persona: personaToken(row.persona_id as PersonaId),
      text: indexedTerms(entry, at).join(' '),
      storedLength: row.text_length,
      record: toFeatureRecord({ ...entry, ...times }, encodeFeatures(entryFeatures(entry, at))),
      storedRecord: row.data,
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
    persona, text, content='', contentless_delete=1, detail=column, tokenize='unicode61 remove_diacritics 0')`.execute(
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

/** Words looked for at once: an expression may be only so deep. */
const WORDS_PER_MATCH = 100

/**
 * Whether full text holds each of these words of the entry; with as many as it should hold, it holds
 * no others.
 */
export async function holdsWords(db: ReadDb, item: IndexedText): Promise<boolean> {
  const words = [...new Set(item.text.split(' ').filter(Boolean))]
  for (let start = 0; start < Math.max(1, words.length); start += WORDS_PER_MATCH) {
    if (!(await hasMatch(db, item, words.slice(start, start + WORDS_PER_MATCH)))) return false
  }
  return true
}

async function hasMatch(
  db: ReadDb,
  { row, persona }: IndexedText,
  words: readonly string[],
): Promise<boolean> {
  const quoted = words.map((word) => `"${word.replaceAll('"', '""')}"`)
  const text = quoted.length === 0 ? '' : ` AND text:(${quoted.join(' AND ')})`
  const found = await db
    .selectFrom('timeline_entry as e')
    .select('e.row')
    .where('e.row', '=', row)
    .where(
      sql<boolean>`e.row in (select rowid from timeline_text
        where timeline_text match ${`persona:"${persona}"${text}`} and rowid = ${row})`,
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

/** Puts what search compares of the entry in place of what is there. */
export async function replaceFeatures(trx: WriteDb, item: IndexedText): Promise<void> {
  const { personaRow, row, record } = item
  await trx
    .insertInto('memory_feature')
    .values({ persona_row: personaRow, row, data: record })
    .onConflict((conflict) =>
      conflict.columns(['persona_row', 'row']).doUpdateSet({ data: record }),
    )
    .execute()
}

/** Rows of full text that belong to no entry, nor to one that is just being appended. */
export async function findOrphanedTexts(
  db: WriteDb,
  page: { readonly after: number; readonly limit: number },
): Promise<number[]> {
  const { rows } = await sql<{ row: number }>`
    select t.id as row from timeline_text_docsize t
    left join timeline_entry e on e.row = t.id
    where t.id > ${page.after} and t.id <= ${page.after + page.limit} and e.row is null
      and not exists (select 1 from timeline_batch b where t.id between b.first_row and b.last_row)`.execute(
    db,
  )
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

/** Whether as many texts and features are there as entries: as good as sure that all is well. */
export async function isComplete(db: WriteDb): Promise<boolean> {
  const { rows } = await sql<{ entries: number; texts: number; features: number; empty: number }>`
    select (select count(*) from timeline_entry) as entries,
      (select count(*) from timeline_text_docsize) as texts,
      (select count(*) from memory_feature) as features,
      (select count(*) from memory_feature where length(data) = 0) as empty`.execute(db)
  const { entries, texts, features, empty } = rows[0]!
  return entries === texts && entries === features && empty === 0
}
