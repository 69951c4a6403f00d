/** A run of letters as a page has it: where it begins, how high and how wide it is. */
export type TextRun = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly height: number
  readonly width: number
}

type Line = { text: string; y: number; height: number; end: number }

/** A gap of so many times the usual one is a paragraph's. */
const PARAGRAPH_GAP = 1.45
const HEADING_SIZE = 1.15

/** From line to line, in heights of letters: at least, where nothing else is known, and wide. */
const [CLOSEST_LEADING, USUAL_LEADING, WIDE_LEADING] = [0.9, 1.3, 1.8]

/** The lines of each page from top to bottom, an empty one between paragraphs. */
export function layOut(pages: readonly (readonly TextRun[])[]): string[][] {
  const lines = pages.map(joinRuns)
  const size = quantile(
    lines.flat().map(({ height }) => height),
    0.5,
  )
  const usual = usualGap(lines, size)
  return lines.map((page) => separate(page, { usual, size }))
}

/**
 * From line to line within a paragraph: among the smallest gaps, for a text of short paragraphs has
 * more of the others; unless every line is a paragraph.
 */
function usualGap(pages: readonly (readonly Line[])[], size: number): number {
  const gaps = pages.flatMap(gapsOf).filter((gap) => gap > size * CLOSEST_LEADING)
  const gap = quantile(gaps, 0.1)
  if (gap === 0) return size * USUAL_LEADING
  const lines = pages.flat()
  const ended = lines.filter(({ text }) => /[.!?:"”]\s*$/u.test(text)).length
  const isEachOne = gap > size * WIDE_LEADING && ended > lines.length * 0.7
  return isEachOne ? size * USUAL_LEADING : gap
}

function joinRuns(runs: readonly TextRun[]): Line[] {
  const lines: Line[] = []
  for (const run of runs) {
    if (run.text === '') continue
    const line = lines.at(-1)
    if (line && Math.abs(line.y - run.y) < Math.max(line.height, run.height) / 2) addTo(line, run)
    else if (run.text.trim() !== '')
      lines.push({ text: run.text, y: run.y, height: run.height, end: run.x + run.width })
  }
  return lines
}

function gapsOf(lines: readonly Line[]): number[] {
  return lines.slice(1).map((line, i) => lines[i]!.y - line.y)
}

function separate(
  lines: readonly Line[],
  { usual, size }: { readonly usual: number; readonly size: number },
): string[] {
  const gaps = gapsOf(lines)
  const isHeading = (line: Line | undefined) => (line?.height ?? 0) > size * HEADING_SIZE
  return lines.flatMap((line, i) => {
    const gap = gaps[i - 1]
    // Upwards: another column.
    const isApart = gap !== undefined && (gap > usual * PARAGRAPH_GAP || gap < 0)
    const isOtherSize = i > 0 && isHeading(line) !== isHeading(lines[i - 1])
    return isApart || isOtherSize ? ['', line.text] : [line.text]
  })
}

function addTo(line: Line, run: TextRun): void {
  const gap = run.x - line.end
  const isApart = gap > line.height * 0.15 && !/\s$/.test(line.text) && !/^\s/.test(run.text)
  line.text += isApart ? ` ${run.text}` : run.text
  line.end = run.x + run.width
  line.height = Math.max(line.height, run.height)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * share)] ?? 0
}

const MARGIN_LINES = 2
const LEAST_PAGES = 3

/** Without page numbers, and without what stands at the top or bottom of most pages. */
export function withoutMargins(pages: readonly (readonly string[])[]): string[][] {
  const counts = new Map<string, number>()
  for (const lines of pages)
    for (const key of new Set(marginsOf(lines).map(likeness)))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  const isRepeated = (line: string) =>
    pages.length >= LEAST_PAGES && (counts.get(likeness(line)) ?? 0) > pages.length * 0.6
  return pages.map((lines) => {
    const margins = new Set(marginsOf(lines))
    return lines.filter((line) => !margins.has(line) || !(isRepeated(line) || isPageNumber(line)))
  })
}

function marginsOf(lines: readonly string[]): string[] {
  const full = lines.filter((line) => line.trim() !== '')
  return [...full.slice(0, MARGIN_LINES), ...full.slice(-MARGIN_LINES)]
}

function isPageNumber(line: string): boolean {
  return /^\s*[-–—]?\s*(?:page|seite|p\.)?\s*\d{1,4}(?:\s*(?:\/|of|von|sur)\s*\d{1,4})?\s*[-–—]?\s*$/i.test(
    line,
  )
}

function likeness(line: string): string {
  return line.trim().replaceAll(/\d+/g, '#')
}
