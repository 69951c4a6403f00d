import type { TenantId } from '../../../../shared/contract/ids.ts'
import type { StoredValidation } from '../../../../shared/contract/validation.ts'
import type { ReadDb } from '../../db/schema.ts'
import { plural } from '../../domain/evidence/words.ts'
import { toIso } from '../../memory/instant.ts'
import { listRevisions } from '../../studies/study-history.ts'
import { getValidation, listRunValidations } from '../../validation/validations.ts'
import type { ExportSource } from '../export/export-source.ts'
import type { OpenCodings } from '../export/open-codings.ts'
import type { RunRecord } from '../gather.ts'

/** A run of the study, as the list of all of them shows it. */
export type SisterRun = {
  readonly number: number
  readonly status: string
  readonly modelName: string
  readonly createdAt: string
  /** `robustness`: a part of the population was asked in several ways, beside the study. */
  readonly purpose: 'study' | 'robustness'
}

/**
 * "Run 2 of 3", among those of the study itself; robustness runs have numbers in the same row and
 * are told apart.
 */
export function runOfHowMany(number: number, runs: readonly SisterRun[]): string {
  const own = runs.filter(({ purpose }) => purpose === 'study')
  const others = runs.length - own.length
  if (others === 0) return `Run ${number} of ${own.length}`
  const at = own.findIndex((run) => run.number === number) + 1
  const place = at === 0 ? 'a robustness run' : `${at} of ${own.length} of the study itself`
  const beside = at === 0 ? others - 1 : others
  const also = beside === 0 ? '' : `, ${plural(beside, 'robustness run')} beside`
  return `Run ${number}: ${place}${also}`
}

/** More than these are on their page. */
const MOST_VALIDATIONS = 5

/** What a report tells besides the evidence. */
export type ReportContext = {
  readonly manifest: RunRecord['manifest']
  readonly personas: number
  readonly interviews: number
  /** With the personas that answered, in the order of the panel. */
  readonly cohorts: readonly { readonly name: string; readonly personas: number }[]
  /** Coefficient of variation of the personas' weights. */
  readonly weightVariation: number
  readonly engineVersion: string
  readonly runs: readonly SisterRun[]
  /** What was changed in the study after this run was launched, in sentences. */
  readonly changes: readonly string[]
  /** Kept ones of this run, newest first. */
  readonly validations: readonly StoredValidation[]
  /** Of the open questions. */
  readonly codings: OpenCodings
}

export async function reportContext({
  db,
  tenantId,
  record,
  about: { engineVersion },
  codings,
}: Omit<ExportSource, 'evidence'>): Promise<ReportContext> {
  const { run, manifest, tasks } = record
  const [runs, revisions, validations] = await Promise.all([
    listSisterRuns(db, record),
    listRevisions(db, tenantId, run.studyId),
    keptValidations(db, tenantId, record),
  ])
  const launched = manifest.study.revision
  const weights = new Map(tasks.map(({ personaId, weight }) => [personaId, weight]))
  const cohortOf = new Map(tasks.map(({ personaId, cohortId }) => [personaId, cohortId]))
  return {
    manifest,
    personas: weights.size,
    interviews: tasks.length,
    cohorts: record.cohorts.map(({ id, name }) => ({
      name,
      personas: [...cohortOf.values()].filter((cohort) => cohort === id).length,
    })),
    weightVariation: variation([...weights.values()]),
    engineVersion,
    runs,
    changes:
      launched === undefined
        ? []
        : revisions
            .filter(({ revision }) => revision > launched)
            .toReversed()
            .flatMap(({ changes }) => changes.map(({ sentence }) => sentence)),
    validations,
    codings,
  }
}

async function keptValidations(
  db: ReadDb,
  tenantId: TenantId,
  { run }: RunRecord,
): Promise<StoredValidation[]> {
  const page = { limit: MOST_VALIDATIONS }
  const { validations } = await listRunValidations(db, { tenantId, runId: run.id }, page)
  return Promise.all(validations.map(({ id }) => getValidation(db, tenantId, id)))
}

async function listSisterRuns(db: ReadDb, { run }: RunRecord): Promise<SisterRun[]> {
  const rows = await db
    .selectFrom('run')
    .innerJoin('run_manifest', 'run_manifest.run_id', 'run.id')
    .where('run.study_id', '=', run.studyId)
    .orderBy('run.number')
    .select(({ fn, ref, val }) => [
      'run.number',
      'run.status',
      'run.created_at as createdAt',
      'run.purpose',
      fn<string>('json_extract', [ref('run_manifest.manifest'), val('$.model.modelName')]).as(
        'modelName',
      ),
    ])
    .execute()
  return rows.map(({ createdAt, purpose, ...row }) => ({
    ...row,
    createdAt: toIso(createdAt),
    purpose: purpose === 'robustness' ? purpose : 'study',
  }))
}

function variation(weights: readonly number[]): number {
  if (weights.length === 0) return 0
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  const squares = weights.reduce((sum, weight) => sum + (weight - mean) ** 2, 0)
  return mean === 0 ? 0 : Math.sqrt(squares / weights.length) / mean
}
