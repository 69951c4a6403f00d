import type { RunEvidence } from '../../../shared/contract/arm-evidence.ts'
import { CriterionField } from '../../../shared/contract/cohorts.ts'
import type { Evidence } from '../../../shared/contract/evidence.ts'
import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { inOrder } from '../domain/evidence/warnings/warnings.ts'
import { invalidInput } from '../http/router.ts'
import { getRun } from '../studies/get-run.ts'
import { registrationWarningsOf } from '../studies/registration.ts'
import { keptCodebooks } from '../themes/kept-codebooks.ts'
import { runWorker } from '../workers/run-worker.ts'
import type { Analyst } from './analyst.ts'
import type { EvidenceWork } from './evidence.worker.ts'
import { toEvidenceInput, type RunRecord } from './gather.ts'
import { findVectorsByRow } from './open-answers.ts'
import { referenceCosines } from './references.ts'

export type EvidenceDeps = {
  readonly db: ReadDb
  readonly analyst: Pick<Analyst, 'evidence' | 'progress'>
}

/**
 * Evidence of a run, of an unfinished one as far as it is.
 *
 * @param segmentBy  a field of the persona to cut by, besides cohorts and conditions
 * @throws EngineError `not_found`, or `invalid_input` for a field no persona can have
 */
export async function getEvidence(
  { db, analyst }: EvidenceDeps,
  tenantId: TenantId,
  runId: RunId,
  segmentBy?: string,
): Promise<RunEvidence> {
  if (segmentBy !== undefined && !CriterionField.safeParse(segmentBy).success)
    throw invalidInput([{ path: ['segmentBy'], message: 'is not a field of a persona' }], 'query')
  await getRun(db, tenantId, runId)
  return analyst.evidence({ tenantId, runId, segmentBy: segmentBy ?? null })
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
    vectors[id] = await findVectorsByRow(db, record.run.id, id, input.rows)
  }
  // Not the manifest's hash: it covers ids, and the same study elsewhere would have other themes.
  const themeSeed = String(record.manifest.study.design.randomSeed)
  const { codebooks } = await keptCodebooks(db, record.run.id)
  const work = { input, vectors, themeSeed, codebooks }
  const [evidence, changed] = await Promise.all([
    runWorker<EvidenceWork, Evidence>(import.meta.url, 'evidence', work),
    registrationWarningsOf(db, record.run, record.manifest),
  ])
  return { ...evidence, warnings: inOrder([...changed, ...evidence.warnings]) }
}
