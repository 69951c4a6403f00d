import { setImmediate } from 'node:timers/promises'
import type { CohortId, TenantId } from '../../../shared/contract/ids.ts'
import { CohortBody } from '../../../shared/contract/cohorts.ts'
import { newestFirst, type PageOf } from '../db/newest-first.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'

/** Rows parsed between two turns of the event loop: a few milliseconds. */
const BATCH = 25

/** A cohort as it is stored: without what depends on who is there today. */
export type StoredCohort = CohortBody & {
  id: CohortId
  tenantId: TenantId
  revision: number
  createdAt: number
  updatedAt: number
}

export async function insertCohort(
  db: WriteDb,
  tenantId: TenantId,
  cohort: { id: CohortId; name: string; createdAt: number },
): Promise<void> {
  await db
    .insertInto('cohort')
    .values({
      id: cohort.id,
      tenant_id: tenantId,
      name: cohort.name,
      created_at: cohort.createdAt,
      updated_at: cohort.createdAt,
      deleted_at: null,
    })
    .execute()
}

/** Appends a revision; the cohort takes its name. */
export async function insertRevision(
  db: WriteDb,
  cohortId: CohortId,
  revision: { id: string; revision: number; body: CohortBody; createdAt: number },
): Promise<void> {
  const { id, body, createdAt } = revision
  await db
    .insertInto('cohort_revision')
    .values({
      id,
      cohort_id: cohortId,
      revision: revision.revision,
      name: body.name,
      criteria: JSON.stringify(body.criteria),
      additions: JSON.stringify(body.additions),
      exclusions: JSON.stringify(body.exclusions),
      created_at: createdAt,
    })
    .execute()
  await db
    .updateTable('cohort')
    .set({ name: body.name, updated_at: createdAt })
    .where('id', '=', cohortId)
    .execute()
}

/** At its newest revision. Undefined when there is none, or it is in the trash. */
export async function findCohort(
  db: ReadDb,
  tenantId: TenantId,
  cohortId: CohortId,
): Promise<StoredCohort | undefined> {
  const row = await newest(db, tenantId).where('cohort.id', '=', cohortId).executeTakeFirst()
  return row && fromRow(row)
}

/** Newest first. */
export async function listCohortPage(
  db: ReadDb,
  tenantId: TenantId,
  page: PageOf,
): Promise<{ cohorts: StoredCohort[]; nextCursor: string | null }> {
  const { rows, nextCursor } = await newestFirst(newest(db, tenantId), 'cohort', page)
  return { cohorts: rows.map(fromRow), nextCursor }
}

/** What a cohort was at each of its revisions, oldest first. */
export async function listCohortRevisions(
  db: ReadDb,
  cohortId: CohortId,
): Promise<(CohortBody & { id: CohortId; revision: number; createdAt: number })[]> {
  const rows = await db
    .selectFrom('cohort_revision')
    .where('cohort_id', '=', cohortId)
    .orderBy('revision')
    .selectAll()
    .execute()
  return rows.map((row) => ({
    ...toBody(row),
    id: cohortId,
    revision: row.revision,
    createdAt: row.created_at,
  }))
}

/** All that are not in the trash, newest first. */
export async function listAllCohorts(db: ReadDb, tenantId: TenantId): Promise<StoredCohort[]> {
  const rows = await newest(db, tenantId)
    .orderBy('cohort.created_at', 'desc')
    .orderBy('cohort.id', 'desc')
    .execute()
  const cohorts: StoredCohort[] = []
  for (let i = 0; i < rows.length; i += BATCH) {
    if (i > 0) await setImmediate()
    cohorts.push(...rows.slice(i, i + BATCH).map(fromRow))
  }
  return cohorts
}

function newest(db: ReadDb, tenantId: TenantId) {
  return db
    .selectFrom('cohort')
    .innerJoin('cohort_revision', 'cohort_revision.cohort_id', 'cohort.id')
    .where('cohort.tenant_id', '=', tenantId)
    .where('cohort.deleted_at', 'is', null)
    .where('cohort_revision.revision', '=', (eb) =>
      eb
        .selectFrom('cohort_revision as other')
        .whereRef('other.cohort_id', '=', 'cohort.id')
        .select(({ fn }) => fn.max('other.revision').as('newest')),
    )
    .select([
      'cohort.id',
      'cohort.tenant_id',
      'cohort.name',
      'cohort.created_at',
      'cohort_revision.created_at as updated_at',
      'cohort_revision.revision',
      'cohort_revision.criteria',
      'cohort_revision.additions',
      'cohort_revision.exclusions',
    ])
}

type Row = {
  id: string
  tenant_id: string
  name: string
  created_at: number
  updated_at: number
  revision: number
  criteria: string
  additions: string
  exclusions: string
}

function fromRow(row: Row): StoredCohort {
  return {
    ...toBody(row),
    id: row.id as CohortId,
    tenantId: row.tenant_id as TenantId,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

function toBody(row: Pick<Row, 'name' | 'criteria' | 'additions' | 'exclusions'>): CohortBody {
  return CohortBody.parse({
    name: row.name,
    criteria: JSON.parse(row.criteria),
    additions: JSON.parse(row.additions),
    exclusions: JSON.parse(row.exclusions),
  })
}
