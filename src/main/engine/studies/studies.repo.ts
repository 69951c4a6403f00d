import { sql } from 'kysely'
import type { StudyId, TenantId } from '../../../shared/contract/ids.ts'
import { Study, StudyDesign } from '../../../shared/contract/studies.ts'
import { newestFirst, type PageOf } from '../db/newest-first.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'

export type NewStudy = Pick<
  Study,
  'id' | 'tenantId' | 'name' | 'populationId' | 'populationVersionId' | 'skillId' | 'skillVersionId'
> & { design: StudyDesign; createdAt: number }

export async function insertStudy(db: WriteDb, study: NewStudy): Promise<void> {
  await db
    .insertInto('study')
    .values({
      id: study.id,
      tenant_id: study.tenantId,
      name: study.name,
      population_id: study.populationId,
      population_version_id: study.populationVersionId,
      skill_id: study.skillId,
      skill_version_id: study.skillVersionId,
      design: JSON.stringify(study.design),
      created_at: study.createdAt,
      updated_at: study.createdAt,
      deleted_at: null,
    })
    .execute()
  await insertRevision(db, { ...study, revision: 1, note: null })
}

export type NewRevision = Pick<
  NewStudy,
  'id' | 'name' | 'populationVersionId' | 'skillVersionId' | 'design' | 'createdAt'
> & { readonly revision: number; readonly note: string | null }

export async function insertRevision(db: WriteDb, study: NewRevision): Promise<void> {
  await db
    .insertInto('study_revision')
    .values({
      study_id: study.id,
      revision: study.revision,
      name: study.name,
      population_version_id: study.populationVersionId,
      skill_version_id: study.skillVersionId,
      design: JSON.stringify(study.design),
      note: study.note,
      created_at: study.createdAt,
    })
    .execute()
}

/** Makes a revision the study's own. False when another one came in between. */
export async function applyRevision(db: WriteDb, study: NewRevision): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('study')
    .set({
      name: study.name,
      population_version_id: study.populationVersionId,
      skill_version_id: study.skillVersionId,
      design: JSON.stringify(study.design),
      revision: study.revision,
      updated_at: study.createdAt,
    })
    .where('id', '=', study.id)
    .where('revision', '=', study.revision - 1)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await insertRevision(db, study)
  return true
}

/** Undefined when there is none, or when it is in the trash. */
export async function findStudy(
  db: ReadDb,
  tenantId: TenantId,
  studyId: StudyId,
): Promise<Study | undefined> {
  const row = await selectStudies(db, tenantId).where('study.id', '=', studyId).executeTakeFirst()
  return row && toStudy(row)
}

/** Newest first. */
export async function listStudyPage(
  db: ReadDb,
  tenantId: TenantId,
  page: PageOf,
): Promise<{ studies: Study[]; nextCursor: string | null }> {
  const { rows, nextCursor } = await newestFirst(selectStudies(db, tenantId), 'study', page)
  return { studies: rows.map(toStudy), nextCursor }
}

/** Moves into the trash or out of it. False when there was nothing to move. */
export async function setStudyDeleted(
  db: WriteDb,
  tenantId: TenantId,
  studyId: StudyId,
  change: { deletedAt: number | null; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('study')
    .set({ deleted_at: change.deletedAt, updated_at: change.now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', studyId)
    .where('deleted_at', change.deletedAt === null ? 'is not' : 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function selectStudies(db: ReadDb, tenantId: TenantId) {
  return db
    .selectFrom('study')
    .where('study.tenant_id', '=', tenantId)
    .where('study.deleted_at', 'is', null)
    .selectAll('study')
    .select(({ selectFrom }) => [
      selectFrom('run')
        .whereRef('run.study_id', '=', 'study.id')
        .select(({ fn }) => fn.countAll<number>().as('runs'))
        .as('run_count'),
      selectFrom('run')
        .whereRef('run.study_id', '=', 'study.id')
        .orderBy('run.number', 'desc')
        .limit(1)
        .select(sql<string>`json_object('id', run.id, 'status', run.status)`.as('last'))
        .as('last_run'),
      selectFrom('study_registration')
        .whereRef('study_registration.study_id', '=', 'study.id')
        .select('study_registration.registered_at')
        .as('registered_at'),
    ])
}

type StudyRow = Awaited<ReturnType<ReturnType<typeof selectStudies>['execute']>>[number]

function toStudy(row: StudyRow): Study {
  return Study.parse({
    ...StudyDesign.parse(JSON.parse(row.design)),
    id: row.id,
    tenantId: row.tenant_id,
    name: row.name,
    populationId: row.population_id,
    populationVersionId: row.population_version_id,
    skillId: row.skill_id,
    skillVersionId: row.skill_version_id,
    revision: row.revision,
    registeredAt: row.registered_at === null ? null : new Date(row.registered_at).toISOString(),
    runCount: row.run_count ?? 0,
    lastRun: row.last_run === null ? null : JSON.parse(row.last_run),
    createdAt: new Date(row.created_at).toISOString(),
    updatedAt: new Date(row.updated_at).toISOString(),
  })
}
