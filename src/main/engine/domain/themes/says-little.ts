import { commonStems } from '../text/common-words.ts'
import { termsOf, words } from '../text/tokenize.ts'

/** Longer answers are taken at their word. */
const SHORT_WORDS = 5
const FEW_SUBJECTS = 1

/**
 * Short answers without a subject that any other answer shares, such as "It is fine" or "Nothing to
 * add": 1 per text. A subject is a word other than stop words and those in talk about anything. Ours;
 * the lists are English, so that answers in other languages are rarely found to say little.
 */
export function saysLittle(texts: readonly string[]): Uint8Array {
  const said = texts.map((text) => words(text))
  const subjects = said.map(
    (spoken) => new Set(termsOf(spoken).filter((term) => !commonStems.has(term))),
  )
  const answers = new Map<string, number>()
  for (const terms of subjects)
    for (const term of terms) answers.set(term, (answers.get(term) ?? 0) + 1)
  return Uint8Array.from(subjects, (terms, i) => {
    if (said[i]!.length > SHORT_WORDS || terms.size > FEW_SUBJECTS) return 0
    for (const term of terms) if (answers.get(term)! > 1) return 0
    return 1
  })
}
