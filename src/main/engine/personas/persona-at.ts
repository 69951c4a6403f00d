import type { Persona } from '../../../shared/contract/personas.ts'
import type { ReadDb } from '../db/schema.ts'
import {
  circumstancesOf,
  isBeforeBirth,
  personaAt,
  type DatedProfile,
} from '../domain/personas/persona-at.ts'
import { EngineError } from '../errors.ts'
import { toIso } from '../memory/instant.ts'
import { findBirth, listLifeSoFar } from '../memory/life-so-far.ts'
import { profilesOf } from './keep-version.ts'
import { withBody } from './version-body.ts'

/**
 * The persona as it is at a session's clock: the profile that counted then, as old as it was then.
 *
 * @param clock  milliseconds
 * @param maxSequence  the last timeline sequence that exists; absent: all do
 * @throws EngineError `invalid_input` when it was not born by then
 */
export async function getPersonaAt(
  db: ReadDb,
  current: Persona,
  clock: number,
  maxSequence?: number,
): Promise<Persona> {
  const profile = await findProfile(db, current, clock)
  if (isBeforeBirth(profile, clock)) throw notBorn(profile, clock)
  if (clock >= profile.describedFrom) return personaAt(profile, clock, {})
  const horizon = { asOf: clock, maxSequence: maxSequence ?? null }
  const told = await listLifeSoFar(db, current.id, horizon)
  return personaAt(profile, clock, circumstancesOf(told, clock))
}

async function findProfile(db: ReadDb, current: Persona, clock: number): Promise<DatedProfile> {
  const versions = await profilesOf(db, current)
  const [first] = versions
  const then = versions.findLast(({ validFrom }) => validFrom <= clock) ?? first!
  // Since when every version up to this one gives the same age.
  const aged = versions
    .slice(0, versions.indexOf(then) + 1)
    .reduce((since, one) => (one.body.age === since.body.age ? since : one))
  return {
    persona: withBody(current, then.body, then.validFrom),
    describedFrom: first!.validFrom,
    agedFrom: aged.validFrom,
    bornAt: await findBirth(db, current.id),
  }
}

function notBorn({ persona, bornAt }: DatedProfile, clock: number): EngineError {
  const born = bornAt === undefined ? '' : `, born on ${toIso(bornAt).slice(0, 10)}`
  const message = `must not be before the birth of ${persona.firstName} ${persona.lastName}${born}; found ${toIso(clock)}`
  return new EngineError('invalid_input', `asOf: ${message}`, {
    details: [{ path: 'asOf', message }],
  })
}
