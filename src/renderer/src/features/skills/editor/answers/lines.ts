/** Lines of a paste, without bullets' blanks and empty ones. A cell of a spreadsheet row counts as a line. */
export function splitLines(text: string): string[] {
  return text
    .split(/[\r\n\t]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Pasted lines from a place on: they replace an empty place, or follow the one that is there. */
export function pastedInto(
  lines: readonly string[],
  at: number,
  pasted: readonly string[],
): string[] {
  const isFree = (lines[at] ?? '').trim() === ''
  const before = lines.slice(0, isFree ? at : at + 1)
  const known = new Set([...before, ...lines.slice(at + 1)])
  const fresh = [...new Set(pasted)].filter((line) => !known.has(line))
  return [...before, ...fresh, ...lines.slice(at + 1)]
}

/** The same list with one taken from a place and put at another. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, at) => at !== from)
  return from in items ? rest.toSpliced(to, 0, items[from]!) : rest
}
