import { stem, words } from '../../text/tokenize.ts'

const NAME = "\\p{Lu}[\\p{L}'’.-]{0,30}(?: \\p{Lu}[\\p{L}'’.-]{0,30}){0,2}"
// "Caroline: I went …" and 'Caroline said, "I went …"', with a time in brackets before it or not, also
// on lines of their own in an entry that holds several turns.
const turnOpening = new RegExp(
  `(?:^|\\n)[ \\t]*(?:[[(][^\\])\\n]{1,40}[\\])][ \\t:,-]*)?(${NAME})(?: \\([^)\\n]{1,40}\\))?(?::\\s| (?:said|says|asked|asks|replied|replies|wrote)[,:]?\\s*(?=["“]))`,
  'gu',
)
// A label may say who speaks instead: "Caroline", "Caroline says".
const speakingLabel = new RegExp(
  `^(${NAME})(?::.*| (?:says|said|speaks|tells|asks|replies)\\b.*)?$`,
  'su',
)
const MAX_SPEAKERS = 4

/** Stems of the first names of those who speak in an entry, each once. */
export function speakersOf(entry: { eventLabel: string; facts: string }): string[] {
  const names = new Set<string>()
  for (const [, name] of entry.facts.matchAll(turnOpening)) {
    add(names, name!)
    if (names.size === MAX_SPEAKERS) break
  }
  const label = names.size === 0 ? speakingLabel.exec(entry.eventLabel) : null
  if (label) add(names, label[1]!)
  return [...names]
}

export function withoutSpeakers(text: string): string {
  return text.replace(turnOpening, '\n')
}

function add(names: Set<string>, name: string): void {
  const [first] = words(name)
  if (first !== undefined) names.add(stem(first))
}
