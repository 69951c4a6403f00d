import { findTimes } from './find-times.ts'
import { MONTH, seasons } from './month-names.ts'

/** A piece of a text that belongs together: a paragraph, a list item, an entry of a diary. */
export type Passage = {
  readonly text: string
  /** The line it begins in, counted from 1. */
  readonly line: number
  /** Headings above it, outermost first. */
  readonly headings: readonly string[]
}

export type SplitText = {
  readonly passages: Passage[]
  /** What is no text to remember. */
  readonly skipped: { readonly line: number; readonly reason: string }[]
}

type Open = { lines: string[]; line: number; isItem: boolean }
type Heading = { readonly level: number; readonly text: string }

const ITEM = /^(\s*)(?:[-*+•‣◦]|\d{1,3}[.)]|[a-z]\))\s+(?=\S)/
const ATX = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/
const UNDERLINE = /^ {0,3}(=+|-{3,})\s*$/
const FENCE = /^ {0,3}(```|~~~)/
const RULE = /^ {0,3}(?:[-*_]\s*){3,}$/
const MAX_HEADING = 80
/** A heading of plain text stands below those that markdown marks. */
const PLAIN_LEVEL = 7

/** Splits plain text or markdown into passages, each under the headings it stands below. */
export function splitText(source: string, { markdown }: { markdown: boolean }): SplitText {
  const lines = source.split(/\r\n|\n|\r|\u2028|\u2029/)
  const passages: Passage[] = []
  const skipped: SplitText['skipped'] = []
  let headings: Heading[] = []
  let open: Open | undefined

  function close(): void {
    if (!open) return
    const text = joinLines(open.lines.map((line) => (markdown ? plain(line) : line)))
    if (text !== '')
      passages.push({ text, line: open.line, headings: headings.map((heading) => heading.text) })
    open = undefined
  }
  function enter(heading: Heading): void {
    close()
    headings = [...headings.filter(({ level }) => level < heading.level), heading]
  }

  const start = markdown ? endOfFrontMatter(lines) : 0
  for (let i = start; i < lines.length; i++) {
    const line = lines[i]!
    const number = i + 1
    if (markdown && FENCE.test(line)) {
      close()
      const end = endOfFence(lines, i)
      skipped.push({ line: number, reason: 'Program text is not remembered.' })
      i = end
      continue
    }
    if (line.trim() === '') {
      close()
      continue
    }
    const atx = markdown ? ATX.exec(line) : null
    if (atx) {
      enter({ level: atx[1]!.length, text: plain(atx[2]!) })
      continue
    }
    if (open === undefined && isUnderlined(lines, i)) {
      enter({ level: lines[i + 1]!.includes('=') ? 1 : 2, text: plain(line.trim()) })
      i += 1
      continue
    }
    if (RULE.test(line) || (markdown && /^\s*\|?[\s:|-]+\|[\s:|-]*$/.test(line))) {
      close()
      continue
    }
    if (open === undefined && isPlainHeading(lines, i)) {
      enter({ level: PLAIN_LEVEL, text: cleanHeading(line) })
      continue
    }
    const item = ITEM.exec(line)
    if (item) {
      close()
      open = { lines: [line.slice(item[0].length)], line: number, isItem: true }
    } else if (open === undefined || (!open.isItem && startsWithDate(line))) {
      close()
      open = { lines: [line], line: number, isItem: false }
    } else {
      open.lines.push(line)
    }
  }
  close()
  return { passages, skipped }
}

/** A line that only says when, or a short title between blank lines. */
function isPlainHeading(lines: readonly string[], i: number): boolean {
  const line = lines[i]!.trim()
  if (line.length > MAX_HEADING || ITEM.test(line)) return false
  if (isOnlyDate(line)) return true
  const isAlone = (lines[i - 1] ?? '').trim() === '' && (lines[i + 1] ?? '').trim() === ''
  const hasMore = lines.slice(i + 1, i + 4).some((next) => next.trim() !== '')
  if (!isAlone || !hasMore || /[.!?…,;"”)]$/u.test(line)) return false
  return line.split(/\s+/).length <= 8
}

const DATE_WORDS = new RegExp(
  `^(?:[\\s\\d\\p{P}\\p{S}]|(?:${MONTH}|${Object.keys(seasons).join('|')}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|dear|diary|entry|date|the|of|de|in|to|until|and|early|mid|late|st|nd|rd|th|er|am|pm|s|christmas|eve|new|year|easter)(?!\\p{L}))+$`,
  'iu',
)

/** "12 March 1998", "Monday, 12 March 1998:", "1998 – 2001" */
export function isOnlyDate(text: string): boolean {
  if (text.length > MAX_HEADING || !DATE_WORDS.test(text)) return false
  return findTimes(text).some(({ kind }) => kind === 'date' || kind === 'yearless')
}

/** "1998: We moved", "12.03.1998 – …": a chronicle has an event in each line. */
function startsWithDate(line: string): boolean {
  if (!/^.{0,25}\d/u.test(line)) return false
  const [first] = findTimes(line)
  if (first?.kind !== 'date') return false
  const before = line.slice(0, first.start).trim()
  const after = line.slice(first.end)
  return /^(?:\p{L}+day,?|[[(*_]*)$/iu.test(before) && /^[\])*_]*\s*[:–—|\t-]/.test(after)
}

function isUnderlined(lines: readonly string[], i: number): boolean {
  const next = lines[i + 1]
  return next !== undefined && UNDERLINE.test(next) && lines[i]!.trim().length <= MAX_HEADING
}

function endOfFrontMatter(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') return 0
  const end = lines.findIndex((line, i) => i > 0 && /^(---|\.\.\.)\s*$/.test(line))
  return end === -1 ? 0 : end + 1
}

function endOfFence(lines: readonly string[], start: number): number {
  const mark = FENCE.exec(lines[start]!)![1]!
  const end = lines.findIndex((line, i) => i > start && line.trim().startsWith(mark))
  return end === -1 ? lines.length - 1 : end
}

/** One paragraph of lines that were broken to fit a page; a word broken in two is one again. */
export function joinLines(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) {
    const next = line.trim()
    const isBroken = /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(next)
    text = isBroken ? text.slice(0, -1) + next : `${text} ${next}`
  }
  return text.replaceAll(/\s+/gu, ' ').trim()
}

/** Without the marks of markdown. */
function plain(line: string): string {
  return line
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<\/?[a-z][^>]*>/gi, '')
    .replace(/^\s*(?:>\s?)+/, '')
    .replace(/^\s*\[[ x]\]\s+/i, '')
    .replaceAll(/(\*\*|__)(.+?)\1/g, '$2')
    .replaceAll(/(?<![\p{L}\d])[*_](\S.*?\S|\S)[*_](?![\p{L}\d])/gu, '$1')
    .replaceAll(/`([^`]*)`/g, '$1')
    .replaceAll(/^\s*\|\s*|\s*\|\s*$/g, '')
    .replaceAll(/\s*\|\s*/g, ', ')
}

function cleanHeading(line: string): string {
  return line.trim().replace(/[\s:–—-]+$/u, '')
}
