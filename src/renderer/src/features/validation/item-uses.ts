import type { ItemUse } from '../../../../shared/contract/human-surveys.ts'

/** What an item may have served for: then it proves nothing. */
export const itemUses: { value: ItemUse; label: string }[] = [
  { value: 'tuning', label: 'tuning the wording' },
  { value: 'reference', label: 'reference answers' },
  { value: 'margins', label: 'margins of the population' },
]
