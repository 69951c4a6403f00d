import { CROSSED, fieldsIn } from '../../../../shared/contract/segment-field.ts'
import type { Persona } from '../../../../shared/contract/personas.ts'
import { bandOf } from '../criteria/bands.ts'
import { fieldValue } from '../criteria/field-value.ts'
import { bandIn, type RunBands } from './run-bands.ts'

export const AGE_BANDS: readonly number[] = [18, 35, 55]

/**
 * The segment a persona falls in on a field: a category as it is, an age in bands, a 0–100 score
 * in thirds, a ranking by its first, a number with many values in the bands of the run. Nothing else
 * counts, so that every screen cuts the same way. Null where the persona has no value, on either of
 * two fields crossed.
 */
export function segmentOf(persona: Persona, field: string, bands: RunBands): string | null {
  const parts = fieldsIn(field).map((one) => categoryOf(persona, one, bands))
  return parts.includes(null) ? null : parts.join(CROSSED)
}

function categoryOf(persona: Persona, field: string, bands: RunBands): string | null {
  const value = fieldValue(persona, field)
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.length === 0 ? null : String(value[0])
  const band = bandIn(bands, field, value)
  if (band !== undefined) return band
  if (typeof value !== 'number') return String(value)
  if (field === 'age') return bandOf(value, AGE_BANDS)
  if (/^(traits|style|knowledge)\./.test(field)) return thirdOf(value)
  return String(value)
}

function thirdOf(score: number): string {
  if (score < 100 / 3) return 'low'
  return score < 200 / 3 ? 'middle' : 'high'
}
