import { sql, type SqlBool } from 'kysely'
import { MemoryType } from '../../../shared/contract/timeline.ts'
import type { ReadDb } from '../db/schema.ts'
import type { Fading } from '../domain/memory/forgetting.ts'
import { isVisible } from './memory.repo.ts'
import type { TimelineOwner } from './timeline.ts'

/** @param asOf  milliseconds; null: all there is */
export type StatisticsScope = TimelineOwner & { readonly asOf: number | null }

const lastMoment = (asOf: number | null) => asOf ?? Number.MAX_SAFE_INTEGER

function visibleEntries(db: ReadDb, { tenantId, personaId, asOf }: StatisticsScope) {
  return db
    .selectFrom('timeline_entry as e')
    .where('e.persona_id', '=', personaId)
    .where('e.tenant_id', '=', tenantId)
    .where(isVisible({ asOf, maxSequence: null }))
}

/** Entries that exist by then, visible or not. */
export async function countEntries(db: ReadDb, scope: StatisticsScope): Promise<number> {
  const latest = lastMoment(scope.asOf)
  const row = await db
    .selectFrom('timeline_entry')
    .select(sql<number>`count(*)`.as('count'))
    .where('persona_id', '=', scope.personaId)
    .where('tenant_id', '=', scope.tenantId)
    .where('event_at', '<=', latest)
    .where('known_at', '<=', latest)
    .executeTakeFirstOrThrow()
  return row.count
}

export async function spanOfVisible(db: ReadDb, scope: StatisticsScope) {
  return visibleEntries(db, scope)
    .select([
      sql<number>`count(*)`.as('count'),
      sql<number | null>`min(e.event_at)`.as('first'),
      sql<number | null>`max(e.event_at)`.as('last'),
      sql<number | null>`avg(e.memory_strength)`.as('meanStrength'),
    ])
    .executeTakeFirstOrThrow()
}

const groupings = {
  type: sql<string>`e.memory_type`,
  source: sql<string>`e.source`,
  year: sql<string>`strftime('%Y', e.event_at / 1000, 'unixepoch')`,
}

export async function countVisibleBy(
  db: ReadDb,
  scope: StatisticsScope,
  grouping: keyof typeof groupings,
): Promise<Record<string, number>> {
  const rows = await visibleEntries(db, scope)
    .select([groupings[grouping].as('value'), sql<number>`count(*)`.as('count')])
    .groupBy('value')
    .orderBy('value')
    .execute()
  return Object.fromEntries(rows.map(({ value, count }) => [value, count]))
}

/** How many visible entries have each stored strength. */
export async function countStrengths(db: ReadDb, scope: StatisticsScope) {
  return visibleEntries(db, scope)
    .select(['e.memory_strength as strength', sql<number>`count(*)`.as('count')])
    .groupBy('e.memory_strength')
    .execute()
}

/** What decides how well each visible entry has lasted. @param clock  milliseconds */
export async function listFading(
  db: ReadDb,
  scope: StatisticsScope,
  clock: number,
): Promise<Fading[]> {
  const rows = await visibleEntries(db, scope)
    .leftJoin('rehearsal as r', (join) =>
      join.onRef('r.entry_id', '=', 'e.id').on(sql<SqlBool>`r.at <= ${clock}`),
    )
    .select([
      'e.memory_type as type',
      'e.memory_strength as strength',
      'e.event_at as eventAt',
      sql<string | null>`group_concat(r.at)`.as('rehearsed'),
    ])
    .groupBy('e.row')
    .execute()
  return rows.map(({ type, strength, eventAt, rehearsed }) => ({
    memoryType: MemoryType.parse(type),
    memoryStrength: strength,
    eventAtMs: eventAt,
    rehearsedAt: rehearsed === null ? [] : rehearsed.split(',').map(Number),
  }))
}

export async function countRehearsals(db: ReadDb, scope: StatisticsScope): Promise<number> {
  const row = await db
    .selectFrom('rehearsal')
    .select(sql<number>`count(*)`.as('count'))
    .where('persona_id', '=', scope.personaId)
    .where('at', '<=', lastMoment(scope.asOf))
    .executeTakeFirstOrThrow()
  return row.count
}

/** Exchanges by what became of them, as the clocks of their sessions have it. */
export async function countConsolidations(
  db: ReadDb,
  { tenantId, personaId, asOf }: StatisticsScope,
): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('consolidation as c')
    .innerJoin('turn as t', 't.id', 'c.turn_id')
    .select(['c.action', sql<number>`count(*)`.as('count')])
    .where('c.tenant_id', '=', tenantId)
    .where('c.persona_id', '=', personaId)
    .where(sql<SqlBool>`coalesce(t.clock, t.created_at) <= ${lastMoment(asOf)}`)
    .groupBy('c.action')
    .execute()
  return Object.fromEntries(rows.map(({ action, count }) => [action, count]))
}
