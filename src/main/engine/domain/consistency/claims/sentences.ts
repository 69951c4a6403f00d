/** A sentence of a text: offsets into it, end exclusive, the closing mark included. */
export type SentenceSpan = { readonly start: number; readonly end: number }

const abbreviation = /\b(?:Mr|Mrs|Ms|Dr|St|Prof|Sgt|Lt|Jr|Sr|No|vs|etc|e\.g|i\.e|approx)\.$/
const boundary = /[.!?…]+["'”’)]*(?=\s|$)|[;\n]|\s[—–]\s|\s--\s/g

/** A semicolon, a dash between spaces and the end of a line end a sentence too. */
export function splitSentences(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = []
  let start = 0
  boundary.lastIndex = 0
  for (let match = boundary.exec(text); match; match = boundary.exec(text)) {
    const end = match.index + match[0].length
    if (match[0] === '.' && abbreviation.test(text.slice(start, end))) continue
    pushTrimmed(spans, text, start, end)
    start = end
  }
  pushTrimmed(spans, text, start, text.length)
  return spans
}

function pushTrimmed(spans: SentenceSpan[], text: string, from: number, to: number): void {
  let start = from
  let end = to
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  if (end > start) spans.push({ start, end })
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160
}
