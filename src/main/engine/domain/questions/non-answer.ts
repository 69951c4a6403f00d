import { bare } from './answer-text.ts'

export const DONT_KNOW = "I don't know"
export const REFUSAL = "I'd rather not say"

/** Whether a line says that there is no answer; undefined: it is one. */
export function nonAnswerOf(line: string): 'dont_know' | 'refused' | undefined {
  const said = bare(line)
  if (REFUSED.has(said)) return 'refused'
  return UNKNOWN.has(said) ? 'dont_know' : undefined
}

const UNKNOWN: ReadonlySet<string> = new Set([
  "i don't know",
  "don't know",
  'dont know',
  'i dont know',
  'no idea',
  'not sure',
  "i'm not sure",
])
const REFUSED: ReadonlySet<string> = new Set([
  "i'd rather not say",
  'i would rather not say',
  'rather not say',
  "i'd rather not answer",
  'i would rather not answer',
  "i'd rather not answer that",
  'i would rather not answer that',
  'i prefer not to answer',
  "i'd prefer not to answer",
  'prefer not to answer',
  'i refuse to answer',
  'prefer not to say',
  'i prefer not to say',
  "i'd prefer not to say",
  'no answer',
])
