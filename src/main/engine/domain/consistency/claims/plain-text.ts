/** Text that was rewritten for reading, and where each of its characters came from. */
export type PlainText = {
  readonly text: string
  /** Offset into the original of each character; undefined where they are the same. */
  readonly origins: readonly number[] | undefined
  readonly offset: number
}

export function plainText(text: string, offset: number): PlainText {
  return { text, origins: undefined, offset }
}

/**
 * Replaces every match; what replaces a match stands, as a whole, for all of it.
 *
 * @param replace  the new words, or undefined to leave the match as it is
 */
export function rewrite(
  plain: PlainText,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): PlainText {
  pattern.lastIndex = 0
  let match = pattern.exec(plain.text)
  if (!match) return plain
  let text = ''
  const origins: number[] = []
  let done = 0
  const copy = (to: number): void => {
    for (let i = done; i < to; i++) origins.push(originOf(plain, i))
    text += plain.text.slice(done, to)
    done = to
  }
  for (; match; match = pattern.exec(plain.text)) {
    if (match[0] === '') pattern.lastIndex++
    const words = replace(match)
    if (words === undefined) continue
    copy(match.index)
    const end = match.index + match[0].length
    for (let i = 0; i < words.length; i++) {
      const at = Math.min(match.index + i, Math.max(match.index, end - 1))
      origins.push(originOf(plain, i === words.length - 1 && end > match.index ? end - 1 : at))
    }
    text += words
    done = end
  }
  copy(plain.text.length)
  return { text, origins, offset: plain.offset }
}

function originOf({ origins, text }: PlainText, index: number): number {
  if (!origins) return index
  return origins[index] ?? (origins[text.length - 1] ?? -1) + 1
}

/** Offsets into the original text of a span of the plain one. */
export function originalSpan(
  plain: PlainText,
  start: number,
  end: number,
): { start: number; end: number } {
  const from = originOf(plain, start)
  const to = end > start ? originOf(plain, end - 1) + 1 : from
  return { start: plain.offset + from, end: plain.offset + Math.max(from, to) }
}
