import type { DaySpan, Statement } from '../claims/claim.ts'
import { ALWAYS } from '../claims/days.ts'
import type { Held } from '../claims/when.ts'

type Options = Partial<Pick<Statement, 'subject' | 'object' | 'polarity' | 'begins'>>

/** One value at a time, while it holds. */
export function state(
  attribute: string,
  value: string,
  held: Held | { days: DaySpan },
  options: Options = {},
): Statement {
  return {
    subject: 'self',
    attribute,
    object: '',
    polarity: true,
    policy: 'state',
    value,
    ...held,
    ...options,
  }
}

/** One value for good. */
export function permanent(attribute: string, value: string, options: Options = {}): Statement {
  return {
    subject: 'self',
    attribute,
    object: '',
    polarity: true,
    policy: 'permanent',
    value,
    days: ALWAYS,
    ...options,
  }
}

/** True or not of an object, while it holds. */
export function polar(
  attribute: string,
  object: string,
  polarity: boolean,
  held: Held | { days: DaySpan },
  options: Options = {},
): Statement {
  return {
    subject: 'self',
    attribute,
    policy: 'polar',
    value: object,
    ...held,
    ...options,
    object,
    polarity,
  }
}

/** Done by that day and so ever after, or never before it. */
export function ever(attribute: string, object: string, polarity: boolean, day: number): Statement {
  const days = polarity ? { from: day, to: Infinity } : { from: -Infinity, to: day }
  return polar(attribute, object, polarity, { days })
}

/**
 * A time of something that happens once.
 *
 * @param value  what tells two of them apart, where known: two weddings, by whom one marries
 */
export function dated(
  attribute: string,
  days: DaySpan,
  { value = '', slack = 0, ...options }: Options & { value?: string; slack?: number } = {},
): Statement {
  return {
    subject: 'self',
    attribute,
    object: '',
    polarity: true,
    policy: 'dated',
    value,
    days,
    slack,
    ...options,
  }
}
