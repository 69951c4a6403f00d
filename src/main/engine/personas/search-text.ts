import type { Persona } from '../../../shared/contract/personas.ts'

/**
 * What the list's search looks through: each word once, in lower case, without accents.
 */
export function searchTextOf(
  persona: Pick<Persona, 'firstName' | 'lastName' | 'location' | 'baseOccupation' | 'summary'>,
): string {
  const { firstName, lastName, location, baseOccupation, summary } = persona
  const words = toWords([firstName, lastName, location, baseOccupation, summary].join(' '))
  return [...new Set(words)].join(' ')
}

export function toWords(text: string): string[] {
  const letters = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return letters.match(/[\p{L}\p{N}]+/gu) ?? []
}
