import { randomUUID } from 'node:crypto'
import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import {
  StoredValidation,
  ValidationSummary,
  type ValidateRunRequest,
  type ValidationId,
} from '../../../shared/contract/validation.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { moveToTrash, takeFromTrash } from '../db/trash.ts'
import { EngineError } from '../errors.ts'
import { askAboutRun, type AnalystDeps } from '../evidence/ask-about-run.ts'
import { getRun } from '../studies/get-run.ts'
import { getManifestHead } from '../studies/manifest.ts'
import type { RunValidation } from './validate.ts'
import {
  findPinned,
  findValidation,
  insertValidation,
  listValidationPage,
} from './validations.repo.ts'

export type ValidationDeps = AnalystDeps & { readonly db: WriteDb; readonly now: () => number }
type Page = { limit: number; cursor?: string | undefined }

/** Validates a run and keeps the report. @throws EngineError as `validationOf` */
export async function keepValidation(
  deps: ValidationDeps,
  which: { tenantId: TenantId; runId: RunId },
  request: Omit<ValidateRunRequest, 'tenantId'>,
  signal?: AbortSignal,
): Promise<StoredValidation> {
  const done = await askAboutRun(deps, 'validation', { ...which, request }, signal)
  const report = await boundReport(deps, which, {
    ...done,
    condition: request.condition ?? null,
    matches: request.matches ?? null,
  })
  const summary = summaryOf(report)
  await deps.db
    .transaction()
    .execute((trx) => insertValidation(trx, which.tenantId, { report, summary }))
  return report
}

/** @throws EngineError `not_found`, also when it or its study is in the trash */
export async function getValidation(
  db: ReadDb,
  tenantId: TenantId,
  id: ValidationId,
): Promise<StoredValidation> {
  const found = await findValidation(db, tenantId, id)
  if (!found) throw new EngineError('not_found', `No validation ${id}`)
  return found
}

/** Moves a report to the trash: the total error no longer rests on it. @throws EngineError `not_found` */
export async function removeValidation(
  deps: ValidationDeps,
  tenantId: TenantId,
  id: ValidationId,
): Promise<StoredValidation> {
  const report = await getValidation(deps.db, tenantId, id)
  await moveToTrash(deps.db, { table: 'validation', tenantId, id }, deps.now())
  return report
}

/** @throws EngineError `not_found` when there is no such report in the trash */
export async function restoreValidation(
  deps: ValidationDeps,
  tenantId: TenantId,
  id: ValidationId,
): Promise<StoredValidation> {
  await takeFromTrash(deps.db, { table: 'validation', tenantId, id })
  return getValidation(deps.db, tenantId, id)
}

/** Newest first. */
export function listValidations(db: ReadDb, tenantId: TenantId, page: Page) {
  return listValidationPage(db, tenantId, page)
}

/** Of one run, newest first. @throws EngineError `not_found` */
export async function listRunValidations(
  db: ReadDb,
  { tenantId, runId }: { tenantId: TenantId; runId: RunId },
  page: Page,
) {
  await getRun(db, tenantId, runId)
  return listValidationPage(db, tenantId, { ...page, runId })
}

/** The report with what it is about: it holds for nothing else. */
async function boundReport(
  { db, now }: ValidationDeps,
  { tenantId, runId }: { tenantId: TenantId; runId: RunId },
  { report, survey, ...asked }: RunValidation & Pick<StoredValidation, 'condition' | 'matches'>,
): Promise<StoredValidation> {
  const run = await getRun(db, tenantId, runId)
  const manifest = await getManifestHead(db, tenantId, runId)
  const populationVersionId = manifest.population.versionId
  const skillVersionId = manifest.skill.versionId
  const pinned = await findPinned(db, { populationVersionId, skillVersionId })
  return StoredValidation.parse({
    ...report,
    id: randomUUID(),
    runId: run.id,
    runNumber: run.number,
    studyId: run.studyId,
    studyName: manifest.study.name,
    populationId: pinned.populationId,
    populationVersionId,
    populationVersion: manifest.population.version,
    skillId: pinned.skillId,
    skillVersionId,
    skillVersion: manifest.skill.version,
    modelName: manifest.model.modelName,
    engineVersion: manifest.engineVersion,
    ...asked,
    surveyId: survey?.id ?? null,
    surveyName: survey?.name ?? null,
    createdAt: new Date(now()).toISOString(),
  })
}

function summaryOf(report: StoredValidation): ValidationSummary {
  const count = (verdict: string) => report.items.filter((item) => item.verdict === verdict).length
  return ValidationSummary.parse({
    ...report,
    counts: {
      differs: count('differs'),
      equivalent: count('equivalent'),
      inconclusive: count('inconclusive'),
      setAside: report.setAside.length,
    },
  })
}
