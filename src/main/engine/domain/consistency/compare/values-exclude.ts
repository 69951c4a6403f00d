import type { Statement } from '../claims/claim.ts'
import { placesExclude } from '../lexicon/places.ts'

type Exclude = (a: string, b: string) => boolean

// Attributes whose values are more than equal or not.
const excluding: Readonly<Record<string, Exclude>> = {
  home: placesExclude,
  'childhood-place': placesExclude,
  birthplace: placesExclude,
}

/** Whether one attribute cannot have both values at once. */
export function valuesExclude(a: Statement, b: Statement): boolean {
  if (a.value === b.value) return false
  return excluding[a.attribute]?.(a.value, b.value) ?? true
}
