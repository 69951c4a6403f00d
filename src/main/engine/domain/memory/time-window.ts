import { dateOfDay, dayOfIso, dayOfMs, type DaySpan } from '../text/times/days.ts'
import { timeExpressions, type TimeExpression } from '../text/times/time-expressions.ts'

/** A time that a question is about. */
export type TimeWindow = {
  /** Days since 1970, UTC, inclusive; infinite where it is open. */
  readonly from: number
  readonly to: number
  /** 0–11: these months of any year within; null: all. */
  readonly months: readonly number[] | null
  /** As the question words it. */
  readonly label: string
  /** What is of another time is left out; otherwise what is of this time comes first. */
  readonly narrows: boolean
}

export type QuestionTime = {
  readonly window: TimeWindow | null
  /** The question without the words that name the time. */
  readonly rest: string
}

/** Shorter spans are told of afterwards, in an entry of a later day: they prefer, years narrow. */
const NARROWS_FROM_DAYS = 360

const whenWords =
  /\bwhen (?:did|was|were|is|are|do|does|had|has|have|will|would)\b|\b(?:what|which) (?:day|date|year|month|time)\b|\bhow (?:long|many (?:days|weeks|months|years))\b/i

/**
 * The time a question asks about, where it names one.
 *
 * @param nowMs  what "last spring" counts back from
 */
export function questionTime(question: string, nowMs: number): QuestionTime {
  const found = timeExpressions(question, dayOfMs(nowMs))
  const [first, second] = found
  if (first === undefined) return { window: null, rest: question }
  const lead = question.slice(0, first.start)
  const joined =
    second !== undefined && joins.test(question.slice(first.end, second.start)) && opens.test(lead)
  const { bounds, months, start } = joined
    ? { bounds: { from: first.span.from, to: second.span.to }, months: null, start: first.start }
    : boundsOf(first, lead)
  const [from, to] = [Math.min(bounds.from, bounds.to), Math.max(bounds.from, bounds.to)]
  const end = joined ? second.end : first.end
  return {
    window: {
      from,
      to,
      months,
      label: question.slice(start, end).trim(),
      narrows: first.absolute && to - from >= NARROWS_FROM_DAYS && !asksWhen(question),
    },
    rest: `${question.slice(0, start)} ${question.slice(end)}`,
  }
}

/** Whether a time is what the question wants to know. */
export function asksWhen(question: string): boolean {
  return whenWords.test(question)
}

const joins = /^\s*(?:and|to|until|till|-|–)\s*$/i
const opens = /\b(?:between|from)\s+(?:the\s+)?$/i

export function timeWindow(question: string, nowMs: number): TimeWindow | null {
  return questionTime(question, nowMs).window
}

/** @param eventAt  ISO, UTC */
export function isWithin(window: TimeWindow, eventAt: string): boolean {
  return isDayWithin(window, dayOfIso(eventAt))
}

export function isDayWithin({ from, to, months }: TimeWindow, day: number): boolean {
  if (day < from || day > to) return false
  return months === null || months.includes(dateOfDay(day).month)
}

export function windowLabel({ label }: TimeWindow): string {
  return label
}

type Bounds = Pick<TimeExpression, 'months'> & {
  readonly bounds: DaySpan
  /** Where the wording of the whole begins. */
  readonly start: number
}

/** "Before", "since" and "the week after" reach beyond the time that is named. */
function boundsOf({ span, months, start }: TimeExpression, lead: string): Bounds {
  for (const [pattern, reach] of reaches) {
    const match = pattern.exec(lead)
    if (match) {
      const unit = match[1]?.toLowerCase() ?? ''
      return { bounds: reach(span, unit), months: null, start: match.index }
    }
  }
  const bounds = months === null ? span : { from: -Infinity, to: Infinity }
  return { bounds, months, start }
}

const unitDays: Readonly<Record<string, number>> = {
  day: 1,
  night: 1,
  week: 7,
  weekend: 8,
  month: 31,
  year: 366,
}
const UNIT = '(day|night|week|weekend|month|year)'

type Reach = (span: DaySpan, unit: string) => DaySpan

const reaches: readonly (readonly [RegExp, Reach])[] = [
  [
    new RegExp(`\\b(?:the )?${UNIT} before (?:the )?$`, 'i'),
    ({ from }, unit) => ({ from: from - unitDays[unit]!, to: from - 1 }),
  ],
  [
    new RegExp(`\\b(?:the )?${UNIT} after (?:the )?$`, 'i'),
    ({ to }, unit) => ({ from: to + 1, to: to + unitDays[unit]! }),
  ],
  [
    new RegExp(`\\b(?:the )?${UNIT} of (?:the )?$`, 'i'),
    ({ from, to }, unit) => ({ from: from - unitDays[unit]!, to: to + unitDays[unit]! }),
  ],
  [/\b(?:before|prior to)\s+(?:the\s+)?()$/i, ({ from }) => ({ from: -Infinity, to: from - 1 })],
  [/\b(?:until|till|up to|by)\s+(?:the\s+)?()$/i, ({ to }) => ({ from: -Infinity, to })],
  [/\bafter\s+(?:the\s+)?()$/i, ({ to }) => ({ from: to + 1, to: Infinity })],
  [/\bsince\s+(?:the\s+)?()$/i, ({ from }) => ({ from, to: Infinity })],
]
