/** Sentences of a text, each with its closing mark, trimmed. */
export function sentencesOf(text: string): string[] {
  return text
    .split(boundary)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .map((sentence) => (/[.!?…]["'”’)]*$/u.test(sentence) ? sentence : `${sentence}.`))
}

// After a closing mark and what may follow it, but not after a title or another abbreviation.
const boundary = /(?<=[.!?…]["'”’)]*)(?<!\b(?:Mr|Mrs|Ms|Dr|St|Prof|No|vs|etc|e\.g|i\.e)\.)\s+/u

/** First letter in upper case. */
export function capitalise(text: string): string {
  const [first = '', ...rest] = text
  return first.toUpperCase() + rest.join('')
}

/** First letter in lower case, unless it is "I" or the word looks like a name or an acronym. */
export function decapitalise(
  text: string,
  isName: (word: string) => boolean = () => false,
): string {
  const word = /^[\p{L}'’]+/u.exec(text)?.[0] ?? ''
  if (/^I($|['’])/.test(word) || /^\p{Lu}{2}/u.test(word) || isName(word)) return text
  const [first = '', ...rest] = text
  return first.toLowerCase() + rest.join('')
}

/** Without its closing mark, to go on in the middle of another sentence. */
export function unclosed(sentence: string): string {
  return sentence.trim().replace(/[.!?…]+$/u, '')
}

/** "a nurse", "an engineer": by the first letter, which is right for nearly all occupations. */
export function withArticle(noun: string): string {
  if (/^(a|an|the|my)\s/i.test(noun)) return noun
  return /^([aeio]|u(?!ni|s[ei]))/i.test(noun) ? `an ${noun}` : `a ${noun}`
}
