import { fieldsIn } from '../../../shared/contract/segment-field.ts'
import { segmentOf } from '../domain/evidence/segment.ts'
import { invalidInput } from '../http/invalid-input.ts'
import type { RunRecord } from './gather.ts'

/** Free keys: that they are spelt as they can be says nothing. */
const FREE = /^(attributes|knowledge)\./

/**
 * A key that no persona of a finished run has is a misspelling. While a run is going, those who have
 * it may still answer.
 *
 * @param where  the part of the request with `segmentBy`
 * @throws EngineError `invalid_input`
 */
export function requireKnown(
  { run, personas, bands }: Pick<RunRecord, 'run' | 'personas' | 'bands'>,
  segmentBy: string | null,
  where: 'query' | 'json',
): void {
  if (segmentBy === null || personas.size === 0) return
  if (run.tasks.queued + run.tasks.running > 0) return
  const isKnown = (field: string) =>
    [...personas.values()].some((persona) => segmentOf(persona, field, bands) !== null)
  const free = fieldsIn(segmentBy).filter((field) => FREE.test(field))
  if (free.every(isKnown)) return
  throw invalidInput(
    [{ path: ['segmentBy'], message: 'is known of no persona in this run' }],
    where,
  )
}
