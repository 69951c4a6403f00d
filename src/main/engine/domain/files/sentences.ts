// After a closing mark and what may follow it, but not after a title, an initial or an ordinal.
const boundary =
  /(?<=[.!?…]["'”’)\]]*)(?<!\b(?:Mr|Mrs|Ms|Dr|St|Prof|Rev|Sgt|Jr|Sr|No|vs|etc|ca|approx|e\.g|i\.e|a\.m|p\.m)\.)(?<!\b\p{Lu}\.)(?<!\b\d{1,2}\.)\s+(?=["'“‘([]?[\p{Lu}\p{N}\p{Lo}])/u

/** Sentences of a paragraph as they stand there, closing marks included. */
export function splitSentences(paragraph: string): string[] {
  return paragraph
    .split(boundary)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

/** Cuts a text that is longer than `limit` characters, between sentences or words where it can. */
export function cutAt(text: string, limit: number): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > limit) {
    const place = placeToCut(rest, limit)
    parts.push(rest.slice(0, place).trim())
    rest = rest.slice(place).trim()
  }
  return rest === '' ? parts : [...parts, rest]
}

function placeToCut(text: string, limit: number): number {
  const head = text.slice(0, limit)
  const sentence = Math.max(...['. ', '! ', '? ', '… '].map((mark) => head.lastIndexOf(mark) + 1))
  if (sentence > limit / 2) return sentence
  const space = head.lastIndexOf(' ')
  if (space > limit / 2) return space
  // Never between the two halves of one character.
  return /[\uD800-\uDBFF]$/.test(head) ? limit - 1 : limit
}

/** The text in at most `limit` characters, with an ellipsis where it was longer. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text
  const head = text.slice(0, limit - 1)
  const space = head.lastIndexOf(' ')
  const place = space > limit / 2 ? space : placeToCut(text, limit - 1)
  return `${head.slice(0, place).replace(/[\s,;:–—-]+$/u, '')}…`
}
