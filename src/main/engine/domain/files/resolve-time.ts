import { DAY_MS, toCivil, toMs, YEAR_MS } from '../personas/calendar.ts'
import type { Precision, TimeMention, Unit } from './find-times.ts'

/** What times are counted from. Milliseconds since the Unix epoch. */
export type TimeBase = {
  readonly birthMs: number
  /** The day of the upload. */
  readonly nowMs: number
  /** When the text itself says it was written: the day of a diary's entry. */
  readonly writtenMs?: number | undefined
  /** The event told before, or the time of the heading. */
  readonly previous?: ResolvedTime | undefined
}

export type ResolvedTime = {
  readonly ms: number
  readonly precision: Precision
  /** What is uncertain about it, a sentence each. */
  readonly notes: readonly string[]
}

const months = `January February March April May June July August September October November
  December`.split(/\s+/)
/** A year that is only known by its number is stood for by its middle. */
const [MID_YEAR_MONTH, MID_MONTH_DAY] = [7, 15]
const unitMs: Readonly<Record<Unit, number>> = {
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: YEAR_MS / 12,
  year: YEAR_MS,
}

/**
 * The day that a mention means.
 *
 * @returns undefined where it counts from something that the text does not say
 */
export function resolveTime(mention: TimeMention, base: TimeBase): ResolvedTime | undefined {
  switch (mention.kind) {
    case 'date':
      return resolveDate(mention)
    case 'yearless': {
      const near = base.previous?.ms ?? base.writtenMs
      if (near === undefined) return undefined
      return resolveDate({ ...mention, kind: 'date', year: toCivil(near).year }, [
        'Its year is that of the passage before or of the heading.',
      ])
    }
    case 'age':
      return resolveAge(mention, base)
    case 'later': {
      if (!base.previous) return undefined
      const ms = dayOf(base.previous.ms + mention.count * unitMs[mention.unit])
      const precision = coarser(mention.precision, base.previous.precision)
      return { ms, precision, notes: ['Counted from the passage before.'] }
    }
    case 'next': {
      if (!base.previous) return undefined
      const { year, month } = toCivil(base.previous.ms)
      const at = { year: mention.month > month ? year : year + 1, month: mention.month }
      const ms = toMs({ ...at, day: MID_MONTH_DAY })
      return { ms, precision: mention.precision, notes: ['Counted from the passage before.'] }
    }
    case 'ago': {
      const ms = dayOf((base.writtenMs ?? base.nowMs) - mention.count * unitMs[mention.unit])
      const isDated = base.writtenMs !== undefined
      const from = isDated ? 'the date of the entry' : 'the day of the upload'
      return { ms, precision: mention.precision, notes: [`Counted from ${from}.`] }
    }
  }
}

type AgeMention = Extract<TimeMention, { kind: 'age' }>

function resolveAge(mention: AgeMention, { birthMs }: TimeBase): ResolvedTime {
  const { year, month, day } = toCivil(birthMs)
  // A leap day has its birthday on the first of March.
  const birthday = toMs({ year: year + mention.years, month, day })
  // Somewhere in that year of life: its middle.
  const ms = mention.birthday ? birthday : birthday + 182 * DAY_MS
  const note = mention.vague
    ? `The text names a stage of life; about ${mention.years} years of age is assumed.`
    : `Counted from the birth: ${mention.years} years of age.`
  return { ms, precision: mention.precision, notes: [note] }
}

/** Within a life: not before the birth and not after the day of the upload. */
export function isWithinLife(time: ResolvedTime, { birthMs, nowMs }: TimeBase): boolean {
  const slack = slackMs[time.precision]
  return time.ms >= dayOf(birthMs) - slack && time.ms <= nowMs + slack
}

/** The middle of a coarse time may lie outside of a life that it overlaps. */
export function clampToLife(time: ResolvedTime, { birthMs, nowMs }: TimeBase): ResolvedTime {
  const ms = Math.min(Math.max(time.ms, dayOf(birthMs)), dayOf(nowMs))
  return ms === time.ms ? time : { ...time, ms }
}

const slackMs: Readonly<Record<Precision, number>> = {
  day: 0,
  month: 31 * DAY_MS,
  season: 100 * DAY_MS,
  year: 184 * DAY_MS,
  decade: 5 * YEAR_MS,
  stage: YEAR_MS,
}

type DateMention = Extract<TimeMention, { kind: 'date' }>

function resolveDate(mention: DateMention, notes: readonly string[] = []): ResolvedTime {
  const { year, month, day, precision } = mention
  const ms = toMs({
    year,
    month: month ?? MID_YEAR_MONTH,
    day: day ?? (month === undefined ? 1 : MID_MONTH_DAY),
  })
  const own: string[] = []
  if (precision === 'year') own.push(`Only the year is said: the middle of ${year} stands for it.`)
  if (precision === 'decade') own.push(`Only the decade is said: ${year} stands for it.`)
  if (precision === 'season') own.push('Only the season is said: its middle stands for it.')
  if (precision === 'month') own.push('Only the month is said: its middle stands for it.')
  if (mention.ambiguous)
    own.push(`Read as ${day} ${months[month! - 1]!}: day and month may be the other way round.`)
  return { ms, precision, notes: [...own, ...notes] }
}

const order: readonly Precision[] = ['day', 'month', 'season', 'year', 'stage', 'decade']

function coarser(a: Precision, b: Precision): Precision {
  return order[Math.max(order.indexOf(a), order.indexOf(b))]!
}

function dayOf(ms: number): number {
  return Math.floor(ms / DAY_MS) * DAY_MS
}
