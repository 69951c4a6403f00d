import { sql } from 'kysely'
import type { z } from 'zod'
import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import {
  StoredValidation,
  ValidatedItem,
  ValidationSummary,
  type ValidationId,
} from '../../../shared/contract/validation.ts'
import { newestFirst, type PageOf } from '../db/newest-first.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'

export async function insertValidation(
  db: WriteDb,
  tenantId: TenantId,
  { report, summary }: { report: StoredValidation; summary: ValidationSummary },
): Promise<void> {
  await db
    .insertInto('validation')
    .values({
      id: report.id,
      tenant_id: tenantId,
      run_id: report.runId,
      survey_id: report.surveyId,
      population_id: report.populationId,
      population_version_id: report.populationVersionId,
      skill_id: report.skillId,
      skill_version_id: report.skillVersionId,
      model_name: report.modelName,
      rehearsal: report.rehearsal ? 1 : 0,
      summary: JSON.stringify(summary),
      report: JSON.stringify(report),
      created_at: Date.parse(report.createdAt),
      deleted_at: null,
    })
    .execute()
}

/** Undefined when there is none, or it or its study is in the trash. */
export async function findValidation(
  db: ReadDb,
  tenantId: TenantId,
  id: ValidationId,
): Promise<StoredValidation | undefined> {
  const row = await visible(db, tenantId)
    .where('validation.id', '=', id)
    .select('validation.report')
    .executeTakeFirst()
  return row && StoredValidation.parse(JSON.parse(row.report))
}

/** Newest first; of one run, or of all. */
export async function listValidationPage(
  db: ReadDb,
  tenantId: TenantId,
  { runId, ...page }: PageOf & { readonly runId?: RunId },
): Promise<{ validations: ValidationSummary[]; nextCursor: string | null }> {
  const wanted = visible(db, tenantId)
    .$if(runId !== undefined, (query) => query.where('validation.run_id', '=', runId!))
    .select(['validation.id', 'validation.created_at', 'validation.summary'])
  const { rows, nextCursor } = await newestFirst(wanted, 'validation', page)
  return {
    validations: rows.map(({ summary }) => ValidationSummary.parse(JSON.parse(summary))),
    nextCursor,
  }
}

/** More than this many reports add nothing to what the latest say. */
const MOST_BASIS = 100

const BasisItem = ValidatedItem.pick({
  id: true,
  itemId: true,
  type: true,
  categories: true,
  n: true,
})
export type BasisItem = z.infer<typeof BasisItem>
export type BasisValidation = {
  readonly id: string
  readonly surveyId: string | null
  readonly populationVersionId: string
  readonly items: readonly BasisItem[]
}

/**
 * Items of the validations bound to a population (any version), a skill's version, a model and a
 * version of the engine: newest first. Asked with every evidence, so nothing else of them is read.
 */
export async function listBasis(
  db: ReadDb,
  basis: {
    tenantId: TenantId
    populationVersionId: string
    skillVersionId: string
    modelName: string
    engineVersion: string
  },
): Promise<BasisValidation[]> {
  const rows = await visible(db, basis.tenantId)
    .where('validation.model_name', '=', basis.modelName)
    .where('validation.skill_version_id', '=', basis.skillVersionId)
    .where('validation.population_id', '=', (eb) =>
      eb
        .selectFrom('population_version')
        .where('id', '=', basis.populationVersionId)
        .select('population_id'),
    )
    .where(sql<string>`validation.report ->> '$.engineVersion'`, '=', basis.engineVersion)
    .orderBy('validation.created_at', 'desc')
    .orderBy('validation.id', 'desc')
    .limit(MOST_BASIS)
    .select([
      'validation.id',
      'validation.survey_id as surveyId',
      'validation.population_version_id as populationVersionId',
      sql<string>`validation.report -> '$.items'`.as('items'),
    ])
    .execute()
  return rows.map((row) => ({ ...row, items: BasisItem.array().parse(JSON.parse(row.items)) }))
}

/** Ids of what a pinned version belongs to. */
export async function findPinned(
  db: ReadDb,
  { populationVersionId, skillVersionId }: { populationVersionId: string; skillVersionId: string },
) {
  const [population, skill] = await Promise.all([
    db
      .selectFrom('population_version')
      .where('id', '=', populationVersionId)
      .select('population_id as id')
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('skill_version')
      .where('id', '=', skillVersionId)
      .select('skill_id as id')
      .executeTakeFirstOrThrow(),
  ])
  return { populationId: population.id, skillId: skill.id }
}

/** Validations of a study's runs are in the trash with it. */
function visible(db: ReadDb, tenantId: TenantId) {
  return db
    .selectFrom('validation')
    .innerJoin('run', 'run.id', 'validation.run_id')
    .innerJoin('study', 'study.id', 'run.study_id')
    .where('validation.tenant_id', '=', tenantId)
    .where('validation.deleted_at', 'is', null)
    .where('study.deleted_at', 'is', null)
}
