import { isKnownName } from '../personas/names.ts'
import { stopWords } from '../text/stop-words.ts'

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
export function decapitalise(text: string): string {
  const word = firstWord(text)
  if (/^I($|['’])/.test(word) || /^\p{Lu}{2}/u.test(word) || isKnownName(word)) return text
  const [first = '', ...rest] = text
  return first.toLowerCase() + rest.join('')
}

/**
 * A sentence led in by a few words: "Honestly, we moved", but "Honestly: Biscuit ran away", where the
 * first word may be a name. After a colon, what may be a name keeps its capital.
 */
export function leadIn(words: string, sentence: string): string {
  const word = firstWord(sentence)
  if (isOrdinary(word)) return `${words} ${decapitalise(sentence)}`
  const isPronoun = /^I($|['’])/.test(word)
  return `${isPronoun ? words : words.replace(/,$/, ':')} ${sentence}`
}

function firstWord(text: string): string {
  return /^[\p{L}'’]+/u.exec(text)?.[0] ?? ''
}

/** Words that begin a sentence without being anybody's name. */
function isOrdinary(word: string): boolean {
  const lower = word.toLowerCase().replace('’', "'")
  return stopWords.has(lower.replaceAll("'", '')) || starters.has(lower)
}

const starters = new Set(
  `afterwards although another anybody anyway because besides children clear compared different
  every everybody everything fine first for good hardly home honestly instead it'd i'd i'm i've i'll
  it's last later let's life like little looking maybe mixed money mornings mostly my nobody nothing
  often one people quite rarely school since somebody something sometimes somewhere still that's
  then there's they're time today together two usually we're we've what's whatever whenever wherever
  whichever work years yesterday you're you've you'd you'll absolutely afraid ah oh dear
  well who why when where half others people born moved began`.split(/\s+/),
)

/** Without its closing mark, to go on in the middle of another sentence. */
export function unclosed(sentence: string): string {
  return sentence.trim().replace(/[.!?…]+$/u, '')
}

/** "a nurse", "an engineer": by the first letter, which is right for nearly all occupations. */
export function withArticle(noun: string): string {
  if (/^(a|an|the|my)\s/i.test(noun)) return noun
  return /^([aeio]|u(?!ni|s[ei]))/i.test(noun) ? `an ${noun}` : `a ${noun}`
}
