import type { ScaleEvidence, ScaleRequest } from '../../../shared/contract/scales.ts'
import { isFault, type Fault } from '../domain/regression/variables.ts'
import { readItems, type KeyedItem } from '../domain/scales/read-items.ts'
import { computeScale } from '../domain/scales/scale-evidence.ts'
import type { RunOfTenant } from '../evidence/contradictions.ts'
import { toEvidenceInput } from '../evidence/gather.ts'
import { requireKnown } from '../evidence/require-known.ts'
import type { RunKind } from '../evidence/run-kind.ts'
import { invalidInput } from '../http/invalid-input.ts'

type Request = RunOfTenant & { readonly scale: Omit<ScaleRequest, 'tenantId'> }

/**
 * A scale of several questions of a run.
 *
 * @throws EngineError `invalid_input` that names the field at fault
 */
export const scaleOf: RunKind<Request, ScaleEvidence> = async ({ scale, ...run }, { read }) => {
  const { name, items, minAnswered, segmentBy, level, withScores } = scale
  const record = await read(run)
  requireKnown(record, segmentBy ?? null, 'json')
  const input = toEvidenceInput(record, segmentBy ?? null)
  const found = readItems(input, items)
  const faults = found.filter((one): one is Fault => isFault(one))
  if (minAnswered !== undefined && minAnswered > items.length)
    faults.push({ path: ['minAnswered'], message: `must be at most ${items.length}` })
  if (faults.length > 0) throw invalidInput(faults)
  return computeScale({
    input,
    name,
    items: found as KeyedItem[],
    minAnswered: minAnswered ?? Math.ceil(items.length / 2),
    level,
    withScores,
  })
}
