import { stem, words } from '../../text/tokenize.ts'

// "Caroline: I went …", also on lines of their own in an entry that holds several turns.
const turnOpening = /(?:^|\n)[ \t]*(\p{Lu}[\p{L}'’.-]{0,30}(?: \p{Lu}[\p{L}'’.-]{0,30}){0,2}):\s/gu
const MAX_SPEAKERS = 4

/** Stems of the first names of those who speak in a text, each once. */
export function speakersOf(text: string): string[] {
  const names = new Set<string>()
  for (const [, name] of text.matchAll(turnOpening)) {
    const [first] = words(name!)
    if (first !== undefined) names.add(stem(first))
    if (names.size === MAX_SPEAKERS) break
  }
  return [...names]
}

export function withoutSpeakers(text: string): string {
  return text.replace(turnOpening, '\n')
}
