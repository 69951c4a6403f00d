import type { RunEvidence } from '../../../shared/contract/arm-evidence.ts'
import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import { SegmentField } from '../../../shared/contract/segment-field.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { askAboutRun, type AnalystDeps } from './ask-about-run.ts'
import type { Analyst } from './analyst.ts'

export type EvidenceDeps = AnalystDeps & { readonly analyst: Pick<Analyst, 'progress'> }

/**
 * Evidence of a run, of an unfinished one as far as it is.
 *
 * @param segmentBy  a field of the persona, or two crossed, to cut by, besides cohorts and conditions
 * @throws EngineError `not_found`, or `invalid_input` for a field no persona can have
 */
export async function getEvidence(
  deps: EvidenceDeps,
  tenantId: TenantId,
  runId: RunId,
  { segmentBy, signal }: { segmentBy?: string | undefined; signal?: AbortSignal | undefined } = {},
): Promise<RunEvidence> {
  if (segmentBy !== undefined && !SegmentField.safeParse(segmentBy).success)
    throw invalidInput([{ path: ['segmentBy'], message: 'is not a field of a persona' }], 'query')
  return askAboutRun(deps, 'evidence', { tenantId, runId, segmentBy: segmentBy ?? null }, signal)
}
