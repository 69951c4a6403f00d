/** Text as it is compared when someone types to find it: no case, no accents. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The words of a search, each of which has to occur. */
export function foldedWords(search: string): string[] {
  return foldText(search).split(/\s+/).filter(Boolean)
}
