import { findTimes, type TimeMention, type TimeOptions } from './find-times.ts'
import { cutAt, splitSentences } from './sentences.ts'

/** Characters before a time that still let it open a sentence. */
const OPENING = 30

export type SplitOptions = TimeOptions & {
  /** The year that a time lies in, where that is certain without what was told before. */
  readonly yearOf: (mention: TimeMention) => number | undefined
}

/**
 * A passage that tells one thing after another, apart: a sentence that begins with another time, or
 * names a later year, begins another event. No part is longer than `limit` characters.
 */
export function splitEvents(text: string, limit: number, options: SplitOptions): string[] {
  const parts: string[][] = []
  // Null: what was told so far has no time yet, and introduces what comes.
  let year: number | null = null
  for (const sentence of splitSentences(text)) {
    const times = findTimes(sentence, options)
    const named = Math.max(...times.map((time) => options.yearOf(time) ?? -Infinity))
    const isNew = year !== null && (beginsWithTime(times) || named > year)
    if (isNew || parts.length === 0) parts.push([sentence])
    else parts.at(-1)!.push(sentence)
    if (times.length > 0) year = Math.max(isNew ? -Infinity : (year ?? -Infinity), named)
  }
  return parts.flatMap((sentences) => cutAt(sentences.join(' '), limit))
}

function beginsWithTime([first]: readonly TimeMention[]): boolean {
  if (!first || first.start > OPENING) return false
  // "Later that day" goes on with what was told.
  return !(first.kind === 'later' && first.count === 0)
}
