import { splitSentences } from './sentences.ts'

const LEAST_WORDS = 3
// Regular ones end in -ed; these are the irregular ones that lives are told with.
const PAST =
  /\b(?:was|were|had|did|went|came|got|became|began|met|left|took|made|saw|told|said|knew|thought|felt|found|gave|bought|brought|lost|won|fell|broke|built|taught|grew|wrote|read|ran|spent|stood|sat|slept|spoke|drove|flew|rode|ate|drank|sang|swam|fought|caught|kept|held|heard|led|paid|sold|sent|chose|forgot|forgave|hid|hit|hurt|let|put|quit|set|shut|split|stole|struck|swore|threw|woke|wore|wept|moved|\p{L}{2,}ed)\b/iu
const WRITTEN_IN_ENGLISH = /\b(?:the|and|of|to|in|was|my|we|it|with|that|for|at|is|are|a)\b/giu

/** Why a passage is not about something that happened; null: it may well be. */
export function whyNoEvent(text: string, { hasTime }: { hasTime: boolean }): string | null {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < LEAST_WORDS) return 'Too short to be a memory.'
  if (/^\s*(?:https?:\/\/|www\.)\S+\s*$/i.test(text)) return 'Only an address.'
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < text.length / 3) return 'Figures or marks, not a told event.'
  if (isContents(text)) return 'Looks like a table of contents.'
  const sentences = splitSentences(text)
  if (sentences.every((sentence) => sentence.endsWith('?'))) return 'A question, not an event.'
  if (hasTime || PAST.test(text) || !isEnglish(text, words.length)) return null
  return 'Nothing in it happened: no time and no past tense.'
}

// Whether something happened can be told of English only; of the rest all is proposed.
function isEnglish(text: string, words: number): boolean {
  return (text.match(WRITTEN_IN_ENGLISH)?.length ?? 0) >= words / 12
}

function isContents(text: string): boolean {
  return /\.{5,}\s*\d+/.test(text) || /(?:\s\.){5,}/.test(text)
}
