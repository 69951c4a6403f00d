import { stem } from '../tokenize.ts'
import { kinds } from './kinds.ts'
import { sameMeaning } from './same-meaning.ts'

/** How near a word is to another that may stand for it. */
export type Nearness = 'same' | 'kind'

/** Stems that stand for a stem in talk about a life; the stem itself is not among them. */
export function relatedWords(term: string): ReadonlyMap<string, Nearness> {
  return related.get(term) ?? none
}

const none: ReadonlyMap<string, Nearness> = new Map()
const related = new Map<string, Map<string, Nearness>>()

for (const line of linesOf(sameMeaning)) {
  const group = stemsOf(line)
  for (const word of group) relate(word, group, 'same')
}
for (const line of linesOf(kinds)) {
  const [heads, members] = line.split(':')
  for (const head of stemsOf(heads!)) relate(head, stemsOf(members!), 'kind')
}

function relate(word: string, others: readonly string[], nearness: Nearness): void {
  const known = related.get(word) ?? new Map<string, Nearness>()
  related.set(word, known)
  for (const other of others) if (other !== word && !known.has(other)) known.set(other, nearness)
}

function linesOf(text: string): string[] {
  return text.trim().split('\n')
}

function stemsOf(words: string): string[] {
  return [...new Set(words.trim().split(/\s+/).map(stem))]
}
