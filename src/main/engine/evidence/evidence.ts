import type { RunEvidence } from '../../../shared/contract/arm-evidence.ts'
import { CriterionField } from '../../../shared/contract/cohorts.ts'
import type { Evidence } from '../../../shared/contract/evidence.ts'
import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { invalidInput } from '../http/router.ts'
import { registrationWarningsOf } from '../studies/registration.ts'
import { runWorker } from '../workers/run-worker.ts'
import { armsOfRun } from './arms.ts'
import { findAnswerVectors } from './evidence.repo.ts'
import type { EvidenceWork } from './evidence.worker.ts'
import { gatherRun, toEvidenceInput, type RunRecord } from './gather.ts'
import { referenceCosines } from './references.ts'

export type EvidenceDeps = { db: ReadDb }

/**
 * Evidence of a run, of an unfinished one as far as it is; computed in a worker.
 *
 * @param segmentBy  a field of the persona to cut by, besides cohorts and conditions
 * @throws EngineError `not_found`, or `invalid_input` for a field no persona can have
 */
export async function getEvidence(
  { db }: EvidenceDeps,
  tenantId: TenantId,
  runId: RunId,
  segmentBy?: string,
): Promise<RunEvidence> {
  if (segmentBy !== undefined && !CriterionField.safeParse(segmentBy).success)
    throw invalidInput([{ path: ['segmentBy'], message: 'is not a field of a persona' }], 'query')
  const record = await gatherRun(db, tenantId, runId)
  const [evidence, arms] = await Promise.all([
    evidenceOf(db, record, segmentBy),
    armsOfRun(db, tenantId, record),
  ])
  return { ...evidence, arms }
}

/** Evidence of a record that is gathered already. */
export async function evidenceOf(
  db: ReadDb,
  record: RunRecord,
  segmentBy?: string,
): Promise<Evidence> {
  const references = await referenceCosines(record)
  const input = { ...toEvidenceInput(record, segmentBy ?? null), references }
  const vectors: Record<string, (Float32Array | undefined)[]> = {}
  for (const { id, type } of input.questions) {
    if (type !== 'open') continue
    const byTask = await findAnswerVectors(db, record.run.id, id)
    vectors[id] = input.rows.map(({ taskId }) => byTask.get(taskId))
  }
  // Not the manifest's hash: it covers ids, and the same study elsewhere would have other themes.
  const themeSeed = String(record.manifest.study.design.randomSeed)
  const work = { input, vectors, themeSeed }
  const [evidence, changed] = await Promise.all([
    runWorker<EvidenceWork, Evidence>(import.meta.url, 'evidence', work),
    registrationWarningsOf(db, record.run, record.manifest),
  ])
  return { ...evidence, warnings: [...evidence.warnings, ...changed] }
}
