import { decimal } from '../../domain/evidence/words.ts'

/** The end of an axis in quarters: 1, 2, 4, 6 or 8 with zeros, at or above what it is to hold. */
export function niceEnd(most: number): number {
  if (!(most > 0)) return 1
  const size = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 4, 6, 8, 10].find((step) => step * size >= most)! * size
}

/** A tick or a price: whole numbers as they are. */
export function plainNumber(value: number): string {
  return Number.isInteger(value) ? String(value).replace('-', '−') : decimal(value)
}
