import type { MemoryType } from '../../../../shared/contract/timeline.ts'
import { DAY_MS, toIso } from '../personas/calendar.ts'
import { findTimes, type TimeMention, type TimeOptions } from './find-times.ts'
import { whyNoEvent } from './is-event.ts'
import { isOnlyDate } from './passages.ts'
import { capitalise } from '../rehearsal/sentences.ts'
import { guessStrength, guessType, readPassage } from './reading.ts'
import {
  clampToLife,
  isWithinLife,
  resolveTime,
  type ResolvedTime,
  type TimeBase,
} from './resolve-time.ts'
import { clip, cutAt } from './sentences.ts'
import { titleOf } from './title.ts'

/** Whom the file is about, and when it was brought. */
export type Life = {
  readonly firstName: string
  readonly birthMs: number
  readonly nowMs: number
}

export type DateSource = 'text' | 'heading' | 'column' | 'neighbour' | 'assumed'

export type Proposal = {
  readonly key: string
  readonly entry: {
    readonly eventAt: string
    readonly eventLabel: string
    readonly facts: string
    readonly feelings: string
    readonly interpretation: string
    readonly emotionTags: string[]
    readonly memoryType: MemoryType
    readonly memoryStrength: number
    readonly metadata: Readonly<Record<string, string>>
  }
  readonly dateFrom: DateSource
  readonly where: string
  readonly quote: string
  readonly notes: string[]
}

export type Skip = { readonly where: string; readonly reason: string }

export type Piece = {
  readonly text: string
  readonly where: string
  readonly headings: readonly string[]
}

export type Told = { readonly time: ResolvedTime; readonly dateFrom: DateSource }

export const NO_FEELING = 'The source does not say how it felt.'
export const NO_MEANING = 'The source does not say what it came to mean.'
export const MAX_FIELD = 5000
const MAX_QUOTE = 300
const MAX_LABEL = 500
/** Characters before a time that still let it open the passage. */
const OPENING = 20

/**
 * A memory made from a piece of text, or why there is none.
 *
 * @param before  when what was told before it happened
 */
export function proposeMemory(
  piece: Piece,
  life: Life,
  options: TimeOptions,
  before: Told | undefined,
): { proposal: Omit<Proposal, 'key'>; told: Told } | { reason: string } {
  const times = findTimes(piece.text, options)
  const heading = headingTime(piece.headings, life, options)
  const reason = whyNoEvent(piece.text, { hasTime: times.length > 0 || heading !== undefined })
  if (reason !== null) return { reason }
  const told = tellTime(times, life, { heading, before })
  if ('reason' in told) return told
  const { proposal, notes } = describe(piece, told.time.ms, life, times)
  return {
    told,
    proposal: { ...proposal, dateFrom: told.dateFrom, notes: [...told.time.notes, ...notes] },
  }
}

type Around = { readonly heading: ResolvedTime | undefined; readonly before: Told | undefined }

/** When it happened, by the best that the text offers. */
function tellTime(
  times: readonly TimeMention[],
  life: Life,
  { heading, before }: Around,
): Told | { reason: string } {
  const base: TimeBase = {
    birthMs: life.birthMs,
    nowMs: life.nowMs,
    writtenMs: heading?.precision === 'day' ? heading.ms : undefined,
    previous: nearest(heading, before?.time),
  }
  // The day at the head of an entry is the day it tells of, whatever it looks back on.
  const isDiary = heading?.precision === 'day' && isWithinLife(heading, base)
  const usable = isDiary ? times.filter(isOfTheDayBefore) : times
  const resolved = byWorth(usable).flatMap((mention) => {
    const time = resolveTime(mention, base)
    return time ? [{ mention, time }] : []
  })
  const fitting = resolved.find(({ time }) => isWithinLife(time, base))
  if (fitting) {
    const { mention, time } = fitting
    const isVague = mention.kind === 'age' && mention.vague === true
    const isCounted = ['later', 'next', 'yearless'].includes(mention.kind)
    const near = base.previous === heading ? 'heading' : 'neighbour'
    const dateFrom = isVague ? 'assumed' : isCounted ? near : 'text'
    return { time: clampToLife(time, base), dateFrom }
  }
  if (heading && isWithinLife(heading, base))
    return { time: clampToLife(heading, base), dateFrom: 'heading' }
  const outside = resolved[0]?.time
  if (outside) return { reason: whyOutside(outside, life) }
  if (before) {
    const note = 'No time is said: that of the passage before is taken.'
    return { time: { ...before.time, notes: [note] }, dateFrom: 'neighbour' }
  }
  const note = 'No time is said anywhere near: the day of the upload stands in, set the right one.'
  const ms = Math.floor(life.nowMs / DAY_MS) * DAY_MS
  return { time: { ms, precision: 'day', notes: [note] }, dateFrom: 'assumed' }
}

/** "Yesterday we…" at the head of an entry. */
function isOfTheDayBefore({ kind, precision, start }: TimeMention): boolean {
  return kind === 'ago' && precision === 'day' && start <= OPENING
}

function nearest(heading: ResolvedTime | undefined, before: ResolvedTime | undefined) {
  if (!heading || !before) return heading ?? before
  // What was told before under the same heading is nearer than the heading itself.
  const isUnderIt = Math.abs(before.ms - heading.ms) < 366 * DAY_MS
  return isUnderIt ? before : heading
}

const worth: Readonly<Record<TimeMention['kind'], number>> = {
  date: 0,
  age: 1,
  yearless: 2,
  later: 3,
  next: 3,
  ago: 4,
}

/** A time at the very start says when it was; else dates go before what has to be counted. */
function byWorth(times: readonly TimeMention[]): TimeMention[] {
  const rank = (time: TimeMention) => {
    const vague = time.kind === 'age' && time.vague === true
    if (vague) return 9
    return time.start <= OPENING ? worth[time.kind] / 10 : 1 + worth[time.kind]
  }
  return times.toSorted((a, b) => rank(a) - rank(b) || a.start - b.start)
}

function headingTime(
  headings: readonly string[],
  life: Life,
  options: TimeOptions,
): ResolvedTime | undefined {
  let found: ResolvedTime | undefined
  for (const heading of headings) {
    const [mention] = findTimes(heading, options)
    const base: TimeBase = { ...life, previous: found }
    found = (mention && resolveTime(mention, base)) ?? found
  }
  return found
}

function whyOutside({ ms }: ResolvedTime, { nowMs, firstName }: Life): string {
  const day = toIso(ms).slice(0, 10)
  return ms > nowMs
    ? `It lies in the future (${day}).`
    : `It was before ${firstName} was born (${day}).`
}

function describe(piece: Piece, eventMs: number, life: Life, times: readonly TimeMention[]) {
  const reading = readPassage(withoutOpening(piece.text, times))
  const type = guessType(piece.text)
  const notes: string[] = []
  if (reading.feelings === null) notes.push('It names no feeling.')
  if (reading.interpretation === null) notes.push('It says nothing about what it came to mean.')
  if (type.because !== null) notes.push(`Taken for ${type.value} because of “${type.because}”.`)
  const own = titleOf(piece.text, times)
  const heading = piece.headings.at(-1)
  const title = heading === undefined || isOnlyDate(heading) ? undefined : heading
  return {
    notes,
    proposal: {
      entry: {
        eventAt: toIso(eventMs).slice(0, 10),
        eventLabel: clip(isGoodTitle(own) || !title ? own : title, MAX_LABEL),
        facts: within(reading.facts),
        feelings: within(reading.feelings ?? NO_FEELING),
        interpretation: within(reading.interpretation ?? NO_MEANING),
        emotionTags: [...reading.emotionTags],
        memoryType: type.value,
        memoryStrength: guessStrength(piece.text, eventMs, life.nowMs),
        metadata: { where: piece.where },
      },
      where: piece.where,
      quote: clip(piece.text, MAX_QUOTE),
    },
  }
}

/** "12.03.1998: We moved" tells that they moved; when is said beside it. */
function withoutOpening(text: string, [first]: readonly TimeMention[]): string {
  if (!first || text.slice(0, first.start).match(/[\p{L}\d]{3}/u)) return text
  const rest = /^[\])*_]*\s*[:–—-]\s*(?=\S)/u.exec(text.slice(first.end))
  return rest ? capitalise(text.slice(first.end + rest[0].length)) : text
}

function isGoodTitle(title: string): boolean {
  return title.split(/\s+/).length >= 2
}

function within(text: string): string {
  return cutAt(text, MAX_FIELD)[0] ?? text
}
