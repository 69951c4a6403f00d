import { hashText } from '../../text/hash-text.ts'

/** Words that begin with the same so many letters count as forms of each other. */
const ROOT_LETTERS = 5
/** Bits of a term's hash that only its form decides; the others are its root's. */
export const FORM_BITS = 12
const FORM_MASK = (1 << FORM_BITS) - 1

/**
 * A stem as an unsigned 32-bit number whose upper 20 bits are those of its first letters: forms of a
 * word that stemming leaves apart (photo, photography) are neighbours in an ascending list.
 */
export function termHash(stem: string): number {
  const root = hashText(stem, 0x1b873593, 0, Math.min(stem.length, ROOT_LETTERS))
  const form = hashText(stem, 0x2545f491)
  return ((root & ~FORM_MASK) | (form & FORM_MASK)) >>> 0
}

export function rootOf(hash: number): number {
  return hash >>> FORM_BITS
}
