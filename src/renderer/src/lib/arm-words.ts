import { ArmName } from '../../../shared/contract/arms.ts'

const words: Record<ArmName, string> = {
  'no-persona': 'Bare model',
  'demographics-only': 'Demographics alone',
}

/** What an arm or variant of a run is called. */
export function armWords(arm: string): string {
  const known = ArmName.safeParse(arm)
  return known.success ? words[known.data] : `Variant ${arm.replace(/^v/, '')}`
}
