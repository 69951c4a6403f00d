import type { Vividness } from '../../../../shared/contract/recall.ts'

const VIVID_FROM = 75
const CLEAR_FROM = 40

/** How much detail a memory surfaces with. @param strength 0–100 */
export function vividness(strength: number): Vividness {
  if (strength >= VIVID_FROM) return 'vivid'
  return strength >= CLEAR_FROM ? 'clear' : 'faded'
}
