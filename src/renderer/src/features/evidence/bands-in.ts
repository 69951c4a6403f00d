import type { FieldBands } from '../../../../shared/contract/evidence.ts'
import { fieldsIn } from '../../../../shared/contract/segment-field.ts'

/** Of what the page is cut by, the fields that come in bands. */
export function bandsIn(
  bands: readonly FieldBands[],
  segmentBy: string | undefined,
): readonly FieldBands[] {
  const asked = segmentBy === undefined ? [] : fieldsIn(segmentBy)
  return bands.filter(({ field }) => asked.includes(field))
}
