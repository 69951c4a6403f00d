import type { Statement } from '../claims/claim.ts'
import type { Sentence } from '../claims/sentence.ts'

/** Offsets into the sentence, end exclusive. */
export type Found = {
  readonly statement: Statement
  readonly start: number
  readonly end: number
  /** The words of the value alone. */
  readonly valueStart?: number
  readonly valueEnd?: number
}

export type Emit = (found: Found) => void

/** Reads one family of attributes out of sentences that hold one of its cue words. */
export type AttributeReader = {
  /** Lower-case words; a sentence without any of them is not shown to the reader. */
  readonly cues: readonly string[]
  read(sentence: Sentence, emit: Emit): void
}

/** Every match of a global pattern. */
export function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  compileOnce(pattern)
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    yield match
    if (match[0] === '') pattern.lastIndex++
  }
}

const compiled = new WeakSet<RegExp>()
const LONG = ' '.repeat(1000)

/**
 * Compiles a long pattern to machine code before its first use. V8 would compile it to bytecode, and
 * compile it again at its second use: half of the time that reading a first text takes. A subject of
 * 1,000 characters tells it that this pays.
 */
export function compileOnce(pattern: RegExp): void {
  if (compiled.has(pattern)) return
  compiled.add(pattern)
  pattern.lastIndex = 0
  pattern.test(LONG)
  pattern.lastIndex = 0
}

/** Where a match is, and where in it the words of its value are. */
export function spanOf(
  match: RegExpExecArray,
  value?: string,
): Pick<Found, 'start' | 'end' | 'valueStart' | 'valueEnd'> {
  const start = match.index
  const end = start + match[0].length
  const at = value === undefined ? -1 : match[0].lastIndexOf(value)
  if (value === undefined || at < 0) return { start, end }
  return { start, end, valueStart: start + at, valueEnd: start + at + value.length }
}

export function words(list: string): string[] {
  return list.trim().split(/\s+/)
}
