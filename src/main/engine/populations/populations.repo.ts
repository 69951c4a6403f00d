import type { PopulationId, PopulationVersionId, TenantId } from '../../../shared/contract/ids.ts'
import {
  BalanceReport,
  Population,
  PopulationBody,
  PopulationMember,
} from '../../../shared/contract/populations.ts'
import { newestFirst, type PageOf } from '../db/newest-first.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'

export type NewVersion = {
  id: PopulationVersionId
  populationId: PopulationId
  version: number
  body: PopulationBody
  balance: BalanceReport
  members: readonly PopulationMember[]
  hash: string
  createdAt: number
}

const ROWS_PER_INSERT = 200

export async function insertPopulation(
  db: WriteDb,
  tenantId: TenantId,
  { populationId, body, createdAt }: NewVersion,
): Promise<void> {
  await db
    .insertInto('population')
    .values({
      id: populationId,
      tenant_id: tenantId,
      name: body.name,
      created_at: createdAt,
      updated_at: createdAt,
      deleted_at: null,
    })
    .execute()
}

/** Freezes a version with its members; the population takes its name. */
export async function insertVersion(db: WriteDb, version: NewVersion): Promise<void> {
  const { id, populationId, body, balance, members, hash, createdAt } = version
  await db
    .insertInto('population_version')
    .values({
      id,
      population_id: populationId,
      version: version.version,
      body: JSON.stringify(body),
      balance: JSON.stringify(balance),
      size: members.length,
      hash,
      created_at: createdAt,
    })
    .execute()
  for (let i = 0; i < members.length; i += ROWS_PER_INSERT)
    await db
      .insertInto('population_member')
      .values(
        members.slice(i, i + ROWS_PER_INSERT).map(({ personaId, cohortId, weight }) => ({
          population_version_id: id,
          persona_id: personaId,
          cohort_id: cohortId,
          weight,
        })),
      )
      .execute()
  await db
    .updateTable('population')
    .set({ name: body.name, updated_at: createdAt })
    .where('id', '=', populationId)
    .execute()
}

/** At its newest version. Undefined when there is none, or it is in the trash. */
export async function findPopulation(
  db: ReadDb,
  tenantId: TenantId,
  id: PopulationId,
): Promise<{ population: Population; hash: string } | undefined> {
  const row = await newest(db, tenantId).where('population.id', '=', id).executeTakeFirst()
  return row && { population: fromRow(row), hash: row.hash }
}

/** Newest first. */
export async function listPopulationPage(
  db: ReadDb,
  tenantId: TenantId,
  page: PageOf,
): Promise<{ populations: Population[]; nextCursor: string | null }> {
  const { rows, nextCursor } = await newestFirst(newest(db, tenantId), 'population', page)
  return { populations: rows.map(fromRow), nextCursor }
}

export async function listPopulationVersions(
  db: ReadDb,
  tenantId: TenantId,
  id: PopulationId,
): Promise<Population[]> {
  const rows = await versions(db, tenantId)
    .where('population.id', '=', id)
    .orderBy('population_version.version', 'desc')
    .execute()
  return rows.map(fromRow)
}

/** Undefined when there is no such version, or the population is in the trash. */
export async function findVersion(
  db: ReadDb,
  tenantId: TenantId,
  { id, version }: { id: PopulationId; version: number },
): Promise<Population | undefined> {
  const row = await versions(db, tenantId)
    .where('population.deleted_at', 'is', null)
    .where('population.id', '=', id)
    .where('population_version.version', '=', version)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Of a version whose population may be in the trash since; undefined where none was stored with it. */
export async function findBalance(
  db: ReadDb,
  versionId: PopulationVersionId,
): Promise<BalanceReport | undefined> {
  const row = await db
    .selectFrom('population_version')
    .where('id', '=', versionId)
    .select('balance')
    .executeTakeFirst()
  return row && BalanceReport.safeParse(JSON.parse(row.balance)).data
}

/** Frozen members by persona id, after `after`; all of them without a limit. */
export async function listMembers(
  db: ReadDb,
  versionId: PopulationVersionId,
  { limit, after }: { limit?: number; after?: string | undefined } = {},
): Promise<PopulationMember[]> {
  const rows = await db
    .selectFrom('population_member')
    .where('population_version_id', '=', versionId)
    .$if(after !== undefined, (query) => query.where('persona_id', '>', after!))
    .select(['persona_id', 'cohort_id', 'weight'])
    .orderBy('persona_id')
    .$if(limit !== undefined, (query) => query.limit(limit!))
    .execute()
  return rows.map(({ persona_id, cohort_id, weight }) =>
    PopulationMember.parse({ personaId: persona_id, cohortId: cohort_id, weight }),
  )
}

function newest(db: ReadDb, tenantId: TenantId) {
  return versions(db, tenantId)
    .where('population.deleted_at', 'is', null)
    .where('population_version.version', '=', (eb) =>
      eb
        .selectFrom('population_version as other')
        .whereRef('other.population_id', '=', 'population.id')
        .select(({ fn }) => fn.max('other.version').as('newest')),
    )
}

function versions(db: ReadDb, tenantId: TenantId) {
  return db
    .selectFrom('population')
    .innerJoin('population_version', 'population_version.population_id', 'population.id')
    .where('population.tenant_id', '=', tenantId)
    .select([
      'population.id',
      'population.tenant_id',
      'population.created_at',
      'population_version.created_at as version_created_at',
      'population_version.id as version_id',
      'population_version.version',
      'population_version.body',
      'population_version.balance',
      'population_version.size',
      'population_version.hash',
    ])
}

type Row = {
  id: string
  tenant_id: string
  created_at: number
  version_created_at: number
  version_id: string
  version: number
  body: string
  balance: string
  size: number
}

function fromRow(row: Row): Population {
  return Population.parse({
    ...PopulationBody.parse(JSON.parse(row.body)),
    id: row.id,
    tenantId: row.tenant_id,
    versionId: row.version_id,
    version: row.version,
    size: row.size,
    balance: BalanceReport.parse(JSON.parse(row.balance)),
    createdAt: new Date(row.created_at).toISOString(),
    updatedAt: new Date(row.version_created_at).toISOString(),
  })
}
