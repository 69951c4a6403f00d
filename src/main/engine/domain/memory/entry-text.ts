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

/**
 * What full text indexes beside the text: when it happened, so that "in June 2015" finds it.
 *
 * @param eventAt  ISO, UTC
 */
export function dateWords(eventAt: string): string {
  return `${eventAt.slice(0, 4)} ${months[Number(eventAt.slice(5, 7)) - 1]}`
}
