import type { Persona } from '../../../shared/contract/personas.ts'

/**
 * What the list's search looks through: words in lower case without accents, each after a space, so
 * that a word's beginning is found by ` word`.
 */
export function searchTextOf(
  persona: Pick<Persona, 'firstName' | 'lastName' | 'location' | 'baseOccupation' | 'summary'>,
): string {
  const { firstName, lastName, location, baseOccupation, summary } = persona
  const words = toWords([firstName, lastName, location, baseOccupation, summary].join(' '))
  return ` ${[...new Set(words)].join(' ')} `
}

export function toWords(text: string): string[] {
  const letters = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return letters.match(/[\p{L}\p{N}]+/gu) ?? []
}
