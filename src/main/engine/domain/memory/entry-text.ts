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
