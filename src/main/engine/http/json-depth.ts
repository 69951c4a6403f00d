const OPEN = new Set(['{', '['].map((bracket) => bracket.charCodeAt(0)))
const CLOSE = new Set(['}', ']'].map((bracket) => bracket.charCodeAt(0)))
const QUOTE = '"'.charCodeAt(0)
const BACKSLASH = '\\'.charCodeAt(0)

/** Whether a JSON text nests deeper than `limit`. Reads no further than it must; parses nothing. */
export function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (inString) {
      if (code === BACKSLASH) i++
      else if (code === QUOTE) inString = false
    } else if (code === QUOTE) inString = true
    else if (OPEN.has(code)) {
      if (++depth > limit) return true
    } else if (CLOSE.has(code)) depth--
  }
  return false
}
