import type { DaySpan } from './claim.ts'
import { around, YEAR_DAYS } from './days.ts'
import type { Sentence } from './sentence.ts'
import type { TimeExpression } from './time-expressions.ts'
import type { Verb } from './verb-phrase.ts'

// Between a verb and a time that belongs to another verb.
const otherClause =
  /\b(?:and|but|because|before|after|then|where|while|so|who|which|although)\b|[:;]/

/** The time that the words from `start` to `end` are given: the nearest in their clause. */
export function timeAt(sentence: Sentence, start: number, end: number): TimeExpression | undefined {
  let best: TimeExpression | undefined
  let bestDistance = Infinity
  for (const time of sentence.times()) {
    const inside = time.start < end && start < time.end
    const gap = inside
      ? ''
      : time.start >= end
        ? sentence.text.slice(end, time.start)
        : sentence.text.slice(time.end, start)
    if (otherClause.test(gap.replace(/^ and I\b/, ''))) continue
    // A time before the verb belongs to it only where it opens the clause.
    const distance = gap.length + (time.start < start && gap.length > 12 ? 20 : 0)
    if (distance < bestDistance) {
      best = time
      bestDistance = distance
    }
  }
  return best
}

export type Held = {
  readonly days: DaySpan
  readonly slack: number
  readonly slackBefore?: number
}

function held(days: DaySpan | undefined): Held | undefined {
  return days && { days, slack: 0 }
}

/** Until now: it may go on for a while. */
function lasting(days: DaySpan | undefined, slack: number): Held | undefined {
  return days && { days, slack, slackBefore: 0 }
}

/**
 * When a state surely held; undefined where the sentence does not say.
 *
 * @param slack  days before and after a remark about the present for which it may be taken to hold
 */
export function stateDays(
  sentence: Sentence,
  verb: Pick<Verb, 'tense'>,
  [start, end]: readonly [start: number, end: number],
  slack: number,
): Held | undefined {
  const { eventDay, pastIsEventDay } = sentence.context
  const time = timeAt(sentence, start, end)
  if (verb.tense === 'used-to') return time?.kind === 'at' ? held(time.days) : undefined
  // "Had been living there for two years" ends on the day that is told of.
  const present =
    verb.tense === 'present' ||
    verb.tense === 'perfect' ||
    (verb.tense === 'pluperfect' && pastIsEventDay)
  switch (time?.kind) {
    case 'between':
      return held({ from: time.days!.from + 1, to: time.days!.to })
    case 'since':
      if (!time.days) return present ? lasting({ from: eventDay, to: eventDay }, slack) : undefined
      return lasting(
        time.days && { from: Math.min(time.days.to + 1, eventDay), to: eventDay },
        present ? slack : 0,
      )
    case 'duration':
      return present && time.days
        ? lasting({ from: Math.min(time.days.from + YEAR_DAYS / 2, eventDay), to: eventDay }, slack)
        : undefined
    case 'until':
      return present
        ? undefined
        : held(time.days && { from: time.days.from - 30, to: time.days.from - 1 })
    case 'at':
      return held(time.days && inner(time.days))
    case 'then':
      return { days: around(eventDay, 0), slack }
    case 'vague':
      return verb.tense === 'perfect' && /^for /i.test(sentence.text.slice(time.start, time.end))
        ? lasting({ from: eventDay, to: eventDay }, slack)
        : undefined
    case undefined:
      break
  }
  if (verb.tense === 'present' || (verb.tense === 'past' && pastIsEventDay))
    return { days: around(eventDay, 0), slack }
  return undefined
}

// A year of age of somebody whose birthday is not known spans two years; the middle is sure.
function inner(days: DaySpan): DaySpan {
  const extra = days.to - days.from - YEAR_DAYS
  return extra > 2 ? { from: days.from + extra, to: days.to - extra } : days
}

/** The days on one of which something happened; undefined where the sentence does not say. */
export function eventDays(
  sentence: Sentence,
  [start, end]: readonly [start: number, end: number],
): DaySpan | undefined {
  const { eventDay, pastIsEventDay } = sentence.context
  const time = timeAt(sentence, start, end)
  if (time?.kind === 'at') return time.days
  if (time === undefined && pastIsEventDay) return around(eventDay, 0)
  return undefined
}

/** Only a date that is written out: what a memory is dated by may be another event's. */
export function statedDays(
  sentence: Sentence,
  span: readonly [start: number, end: number],
): DaySpan | undefined {
  const time = timeAt(sentence, ...span)
  return time?.kind === 'at' ? time.days : undefined
}
