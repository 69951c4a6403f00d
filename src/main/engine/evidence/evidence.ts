import type { RunEvidence } from '../../../shared/contract/arm-evidence.ts'
import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import { SegmentField } from '../../../shared/contract/segment-field.ts'
import type { ReadDb } from '../db/schema.ts'
import { invalidInput } from '../http/router.ts'
import { getRun } from '../studies/get-run.ts'
import type { Analyst } from './analyst.ts'

export type EvidenceDeps = {
  readonly db: ReadDb
  readonly analyst: Pick<Analyst, 'evidence' | 'progress'>
}

/**
 * Evidence of a run, of an unfinished one as far as it is.
 *
 * @param segmentBy  a field of the persona, or two crossed, to cut by, besides cohorts and conditions
 * @throws EngineError `not_found`, or `invalid_input` for a field no persona can have
 */
export async function getEvidence(
  { db, analyst }: EvidenceDeps,
  tenantId: TenantId,
  runId: RunId,
  segmentBy?: string,
): Promise<RunEvidence> {
  if (segmentBy !== undefined && !SegmentField.safeParse(segmentBy).success)
    throw invalidInput([{ path: ['segmentBy'], message: 'is not a field of a persona' }], 'query')
  await getRun(db, tenantId, runId)
  return analyst.evidence({ tenantId, runId, segmentBy: segmentBy ?? null })
}
