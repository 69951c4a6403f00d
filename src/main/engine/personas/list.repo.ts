import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type {
  ListPersonasQuery,
  PersonaListItem,
  Traits,
} from '../../../shared/contract/personas.ts'
import type { ReadDb } from '../db/schema.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { EngineError } from '../errors.ts'
import { toWords } from './search-text.ts'

export type PersonaPage = { personas: PersonaListItem[]; total: number; nextCursor: string | null }
type Filters = Pick<ListPersonasQuery, 'q' | 'location' | 'gender' | 'minAge' | 'maxAge'>
type PageRequest = Omit<ListPersonasQuery, 'tenantId'>

/** Each has an index whose order is the page's order. */
const sortKeys: Record<ListPersonasQuery['sort'], RawBuilder<string | number>> = {
  createdAt: sql`created_at`,
  firstName: sql`first_name collate nocase`,
  lastName: sql`last_name collate nocase`,
  age: sql`age`,
  location: sql`location collate nocase`,
  baseOccupation: sql`base_occupation collate nocase`,
}

const numeric: readonly ListPersonasQuery['sort'][] = ['createdAt', 'age']

/**
 * With fewer matches than this, they are sorted; with more, the sort's index is walked until the page
 * is full. Either way a page of 10,000 personas touches a small part of their long rows.
 */
const FEW = 1000

export async function listPersonaPage(
  db: ReadDb,
  tenantId: TenantId,
  request: PageRequest,
): Promise<PersonaPage> {
  const { sort, order, limit } = request
  const where = filtersOf(tenantId, request)
  const total = await countMatches(db, where)
  const rows = total === 0 ? [] : await selectPage(db, where, request, total <= FEW)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    personas: shown.map(toListItem),
    total,
    nextCursor:
      rows.length > limit && last ? encodeCursor([sort, order, last.sort_key, last.row]) : null,
  }
}

async function selectPage(
  db: ReadDb,
  where: RawBuilder<SqlBool>,
  { sort, order, limit, cursor }: PageRequest,
  isFew: boolean,
) {
  const direction = order === 'asc' ? sql`asc` : sql`desc`
  const rows = sql<{ row: number }>`(select row from persona where ${where})`
  const matches = isFew ? sql<SqlBool>`+deleted_at is null and row in ${rows}` : where
  const query = db
    .selectFrom('persona')
    .select([
      'row',
      'id',
      'tenant_id',
      'first_name',
      'last_name',
      'age',
      'location',
      'base_occupation',
      'gender',
      'education',
      'income',
      'summary',
      'timeline_length',
      'created_at',
      'updated_at',
      sql<string>`profile -> '$.traits'`.as('traits'),
      sortKeys[sort].as('sort_key'),
    ])
    .where(matches)
    .orderBy(sql`${sortKeys[sort]} ${direction}, row ${direction}`)
    .limit(limit + 1)
  return (cursor === undefined ? query : query.where(afterCursor(cursor, sort, order))).execute()
}

function afterCursor(
  cursor: string,
  sort: ListPersonasQuery['sort'],
  order: 'asc' | 'desc',
): RawBuilder<SqlBool> {
  const [ofSort, ofOrder, key, row] = decodeCursor(cursor)
  const wantedKey = numeric.includes(sort) ? 'number' : 'string'
  if (ofSort !== sort || ofOrder !== order || typeof key !== wantedKey || typeof row !== 'number') {
    throw new EngineError('invalid_input', 'Invalid query: cursor: belongs to another list', {
      details: [{ path: 'cursor', message: `must come from a list sorted by ${sort} ${order}` }],
    })
  }
  const compare = order === 'asc' ? sql`>` : sql`<`
  return sql<SqlBool>`(${sortKeys[sort]}, row) ${compare} (${key}, ${row})`
}

async function countMatches(db: ReadDb, where: RawBuilder<SqlBool>): Promise<number> {
  const { count } = await db
    .selectFrom('persona')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(where)
    .executeTakeFirstOrThrow()
  return count
}

function filtersOf(tenantId: TenantId, filters: Filters): RawBuilder<SqlBool> {
  const { q, location, gender, minAge, maxAge } = filters
  const conditions: RawBuilder<SqlBool>[] = [
    sql<SqlBool>`tenant_id = ${tenantId}`,
    sql<SqlBool>`deleted_at is null`,
  ]
  const words = toWords(q ?? '')
  if (words.length > 0) conditions.push(sql`row in ${searchOf(tenantId, words)}`)
  if (location !== undefined) conditions.push(sql`location = ${location} collate nocase`)
  if (gender !== undefined) conditions.push(sql`gender = ${gender} collate nocase`)
  if (minAge !== undefined) conditions.push(sql`age >= ${minAge}`)
  if (maxAge !== undefined) conditions.push(sql`age <= ${maxAge}`)
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`
}

/** Rows in which every word occurs as the beginning of one. Words hold letters and digits only. */
function searchOf(tenantId: TenantId, words: readonly string[]): RawBuilder<unknown> {
  const prefixes = words.map((word) => `"${word}"*`).join(' AND ')
  const match = `tenant:${tenantId.replaceAll('-', '')} AND text:(${prefixes})`
  return sql`(select rowid from persona_text where persona_text match ${match})`
}

type ListRow = Awaited<ReturnType<typeof selectPage>>[number]

function toListItem(row: ListRow): PersonaListItem {
  return {
    id: row.id as PersonaId,
    tenantId: row.tenant_id as TenantId,
    firstName: row.first_name,
    lastName: row.last_name,
    age: row.age,
    location: row.location,
    baseOccupation: row.base_occupation,
    ...(row.gender === null ? {} : { gender: row.gender }),
    ...(row.education === null ? {} : { education: row.education }),
    ...(row.income === null ? {} : { income: row.income }),
    summary: row.summary,
    traits: JSON.parse(row.traits) as Traits,
    timelineLength: row.timeline_length,
    createdAt: new Date(row.created_at).toISOString(),
    updatedAt: new Date(row.updated_at).toISOString(),
  }
}
