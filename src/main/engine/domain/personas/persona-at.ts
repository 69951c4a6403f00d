import type { Persona } from '../../../../shared/contract/personas.ts'
import { toCivil, toMs, YEAR_MS } from './calendar.ts'

/** What a profile says and when it was said. Times in milliseconds. */
export type DatedProfile = {
  readonly persona: Persona
  /** When the persona was first described; before that its circumstances are not known. */
  readonly describedFrom: number
  /** When the age of the profile was stated. */
  readonly agedFrom: number
  /** Where the timeline tells of it. */
  readonly bornAt: number | undefined
}

/** Where somebody lived and what they did, as far as their memories tell. */
export type Circumstances = {
  readonly location?: string
  readonly occupation?: string
}

/**
 * The persona at an instant: as old as it is then. Before it was first described, what does not
 * change about a person is true of it, and of its circumstances only what its memories tell:
 * `location`, `baseOccupation` and `summary` may be empty.
 *
 * @param clock  milliseconds, not before the birth
 */
export function personaAt(
  profile: DatedProfile,
  clock: number,
  circumstances: Circumstances,
): Persona {
  const persona = { ...profile.persona, age: Math.max(0, ageAt(profile, clock)) }
  if (clock >= profile.describedFrom) return persona
  const { education: _, income: __, household: ___, ...lasting } = persona
  return {
    ...lasting,
    location: circumstances.location ?? '',
    baseOccupation: circumstances.occupation ?? '',
    attributes: {},
    summary: '',
    domainKnowledge: [],
  }
}

export function isBeforeBirth(profile: DatedProfile, clock: number): boolean {
  return profile.bornAt === undefined ? ageAt(profile, clock) < 0 : clock < profile.bornAt
}

/** Whole years; negative before the year of birth where the date is not known. */
function ageAt({ persona, agedFrom, bornAt }: DatedProfile, clock: number): number {
  // An age that was corrected by hand may not go with the memory of the birth: it counts.
  if (bornAt !== undefined && yearsBetween(bornAt, agedFrom) === persona.age)
    return yearsBetween(bornAt, clock)
  return persona.age + yearOf(clock) - yearOf(agedFrom)
}

/** Birthdays between two instants. */
function yearsBetween(from: number, to: number): number {
  const { year, month, day } = toCivil(from)
  const thisYear = yearOf(to)
  const birthday = toMs({ year: thisYear, month, day }) + (from - toMs({ year, month, day }))
  return thisYear - year - (birthday > to ? 1 : 0)
}

function yearOf(ms: number): number {
  return toCivil(ms).year
}

/** What a memory's metadata says of its time. */
export type ToldCircumstances = {
  /** Milliseconds. */
  readonly at: number
  readonly metadata: Readonly<Record<string, unknown>>
}

/**
 * What memories tell of where somebody lived and what they did, the last of it.
 *
 * @param told  oldest event first
 * @param clock  milliseconds
 */
export function circumstancesOf(told: readonly ToldCircumstances[], clock: number): Circumstances {
  let circumstances: Circumstances = {}
  for (const { at, metadata } of told) {
    const location = placeOf(metadata)
    const occupation = occupationOf(metadata, circumstances.occupation)
    circumstances = {
      ...circumstances,
      ...(location === undefined ? {} : { location }),
      ...(occupation === undefined || isOver(occupation, clock - at) ? {} : { occupation }),
    }
  }
  return circumstances
}

/** Nobody learns for ever, though nothing may tell of the end of it. */
function isOver(occupation: string, elapsedMs: number): boolean {
  return /^(pupil|student|apprentice)\b/.test(occupation) && elapsedMs > 6 * YEAR_MS
}

function placeOf({ home, move, place }: Readonly<Record<string, unknown>>): string | undefined {
  if (textOf(home) !== undefined) return textOf(home)
  const to = typeof move === 'object' && move !== null && 'to' in move ? move.to : place
  return textOf(to)
}

function occupationOf(
  metadata: Readonly<Record<string, unknown>>,
  before: string | undefined,
): string | undefined {
  const { doing, work, retired, lost, study, school, field, phase, kind } = metadata
  const title = textOf(work)
  if (title !== undefined) {
    if (retired === true) return 'retired'
    return lost === true ? 'out of work' : title
  }
  if (textOf(doing) !== undefined) return textOf(doing)
  if (textOf(study) !== undefined) {
    // Those who study beside a job are what they were.
    if (phase === 'end') return before?.startsWith('student') ? '' : undefined
    const subject = textOf(field)
    return subject === undefined ? 'student' : `student of ${subject}`
  }
  if (textOf(school) === undefined) return undefined
  return kind === 'school-end' ? '' : 'pupil'
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
