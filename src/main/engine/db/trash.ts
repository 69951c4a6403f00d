import { sql } from 'kysely'
import type { TenantId } from '../../../shared/contract/ids.ts'
import { EngineError } from '../errors.ts'
import type { WriteDb } from './schema.ts'

/** Tables whose rows go and come back by nothing but the time that they went, and what a row is called. */
const names = {
  cohort: 'cohort',
  human_survey: 'survey',
  population: 'population',
  skill: 'skill',
  validation: 'validation',
} as const
type Row = {
  readonly table: keyof typeof names
  readonly tenantId: TenantId
  readonly id: string
}

/** @param at  ms; a row that is in the trash already keeps its time */
export async function moveToTrash(
  db: WriteDb,
  { table, tenantId, id }: Row,
  at: number,
): Promise<void> {
  await sql`update ${sql.table(table)} set deleted_at = ${at}
    where tenant_id = ${tenantId} and id = ${id} and deleted_at is null`.execute(db)
}

/** @throws EngineError `not_found` when there is no such row in the trash */
export async function takeFromTrash(db: WriteDb, { table, tenantId, id }: Row): Promise<void> {
  const { numAffectedRows } = await sql`update ${sql.table(table)} set deleted_at = null
    where tenant_id = ${tenantId} and id = ${id} and deleted_at is not null`.execute(db)
  if (!numAffectedRows) throw new EngineError('not_found', `No ${names[table]} ${id} in the trash`)
}
