import { readEducation } from '../../personas/education.ts'
import { readGender } from '../../personas/gender.ts'
import { readHousehold } from '../../personas/household.ts'
import { readOccupation } from '../../personas/occupations/read-occupation.ts'
import { dated, ever, permanent, state } from '../attributes/statements.ts'
import { birthDays, type CheckedPersona } from '../checked-persona.ts'
import type { SourcedClaim, Statement } from '../claims/claim.ts'
import { dayOfIso, dayOfMs } from '../claims/days.ts'
import { occupationLine } from '../lexicon/occupations.ts'
import { placeOf } from '../lexicon/places.ts'

/** What was true a month before somebody was described is still about the present. */
const PRESENT_SLACK = 30
/** Ages are told in round numbers. */
const AGE_SLACK = 60

type ProfileClaim = readonly [statement: Statement, words: string]

/** What the seed claims of the present: from when the persona was made until now. */
export function profileClaims(persona: CheckedPersona, nowMs: number): SourcedClaim[] {
  const created = dayOfIso(persona.createdAt)
  const now = {
    days: { from: created, to: Math.max(created, dayOfMs(nowMs)) },
    slack: PRESENT_SLACK,
  }
  const claims: ProfileClaim[] = [
    [
      state('home', placeOf(persona.location.split(',')[0]!.trim()), now),
      `lives in ${persona.location}`,
    ],
    [dated('birth', birthDays(persona), { slack: AGE_SLACK }), `${persona.age} years old`],
    ...workClaims(persona, now),
    ...householdClaims(persona, now),
    ...selfClaims(persona, created),
  ]
  return claims.map(([statement, words]) => sourced(statement, words, created))
}

type Now = { readonly days: Statement['days']; readonly slack: number }

function workClaims({ baseOccupation }: CheckedPersona, now: Now): ProfileClaim[] {
  const { status, title } = readOccupation(baseOccupation)
  const words = `occupation "${baseOccupation}"`
  if (status === 'seeking') return [[state('work-status', 'unemployed', now), words]]
  // A title that is not known may be another word for the same job.
  if (status !== 'working' || occupationLine(title) === undefined) return []
  return [[state('job', title.toLowerCase(), now), words]]
}

function householdClaims(persona: CheckedPersona, now: Now): ProfileClaim[] {
  const { partner, children } = readHousehold(persona)
  const words = `household "${persona.household ?? 'as in its attributes'}"`
  const statuses = { none: 'single', married: 'married', divorced: 'divorced', widowed: 'widowed' }
  const claims: ProfileClaim[] = []
  if (partner !== undefined && partner !== 'together')
    claims.push([state('marital status', statuses[partner], now), words])
  if (children !== undefined && /\d|one|two|three|four|five|six|no |childless|none/.test(words))
    claims.push([state('children', String(children), now), words])
  if (children === 0) claims.push([ever('child', '', false, now.days.to), words])
  return claims
}

function selfClaims({ gender, education }: CheckedPersona, created: number): ProfileClaim[] {
  const claims: ProfileClaim[] = []
  const read = readGender(gender)
  if (read !== 'other') claims.push([permanent('gender', read), `gender "${gender}"`])
  const level = readEducation(education)
  const words = `education "${education}"`
  if (level === 'none' || level === 'primary' || level === 'secondary')
    claims.push([ever('degree', '', false, created), words])
  if (level === 'bachelor' || level === 'master' || level === 'doctorate')
    claims.push([ever('degree', '', true, created), words])
  return claims
}

function sourced(statement: Statement, text: string, eventDay: number): SourcedClaim {
  return {
    ...statement,
    modality: 'asserted',
    field: 'facts',
    start: 0,
    end: 0,
    valueStart: 0,
    valueEnd: 0,
    text,
    source: { entryId: null, turnId: null, sequence: 0, eventDay, strength: 100, origin: null },
  }
}
