import type { Vividness } from '../../../shared/contract/recall.ts'

/** @param strength 0–100 */
export function vividnessOf(strength: number): Vividness {
  if (strength >= 75) return 'vivid'
  return strength >= 40 ? 'clear' : 'faded'
}
