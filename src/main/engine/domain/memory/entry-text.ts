import type { MemoryType } from '../../../../shared/contract/timeline.ts'
import { tokenize } from '../text/tokenize.ts'

type EntryWords = {
  readonly eventLabel: string
  readonly facts: string
  readonly feelings: string
  readonly interpretation: string
  readonly emotionTags: readonly string[]
}

/** What is embedded and indexed of an entry: all that it says, label first. */
export function entryText(entry: EntryWords): string {
  const parts = [entry.eventLabel, entry.facts, entry.feelings, entry.interpretation]
  return [...parts, entry.emotionTags.join(' ')].filter(Boolean).join('\n')
}

const months = `january february march april may june july august september october november
  december`.split(/\s+/)

// So that "what are you proud of?" finds a pride that does not use the word. Nothing stands for a
// repressed memory: it is not to be found by its kind.
export const kindWords: Partial<Record<MemoryType, string>> = {
  pride: 'proud pride',
  shame: 'ashamed shame',
}

type IndexedEntry = EntryWords & { readonly memoryType: MemoryType }

/**
 * Terms that full text indexes and scoring counts, in order: what the entry says, when it happened
 * ("in June 2015" finds it) and what it is to the persona.
 *
 * @param eventAt  ISO, UTC
 */
export function indexedTerms(entry: IndexedEntry, eventAt: string): string[] {
  const date = `${eventAt.slice(0, 4)} ${months[Number(eventAt.slice(5, 7)) - 1]}`
  return tokenize([entryText(entry), date, kindWords[entry.memoryType] ?? ''].join('\n'))
}
