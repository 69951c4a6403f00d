import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { ScaleEvidence, ScaleRequest } from '../../../shared/contract/scales.ts'
import type { ReadDb } from '../db/schema.ts'
import { isFault, type Fault } from '../domain/regression/variables.ts'
import { readItems, type KeyedItem } from '../domain/scales/read-items.ts'
import type { ScaleInput } from '../domain/scales/scale-evidence.ts'
import { gatherRun, toEvidenceInput } from '../evidence/gather.ts'
import { invalidInput } from '../http/router.ts'
import { runWorker } from '../workers/run-worker.ts'

/**
 * A scale of several questions of a run, of an unfinished one as far as it is; in a worker.
 *
 * @throws EngineError `not_found`, or `invalid_input` that names the field at fault
 */
export async function buildScale(
  db: ReadDb,
  { tenantId, runId }: { tenantId: TenantId; runId: RunId },
  { name, items, minAnswered, segmentBy, level, withScores }: Omit<ScaleRequest, 'tenantId'>,
): Promise<ScaleEvidence> {
  const input = toEvidenceInput(await gatherRun(db, tenantId, runId), segmentBy ?? null)
  const found = readItems(input, items)
  const faults = found.filter((one): one is Fault => isFault(one))
  if (minAnswered !== undefined && minAnswered > items.length)
    faults.push({ path: ['minAnswered'], message: `must be at most ${items.length}` })
  if (faults.length > 0) throw invalidInput(faults)
  return runWorker<ScaleInput, ScaleEvidence>(import.meta.url, 'scale', {
    input,
    name,
    items: found as KeyedItem[],
    minAnswered: minAnswered ?? Math.ceil(items.length / 2),
    level,
    withScores,
  })
}
