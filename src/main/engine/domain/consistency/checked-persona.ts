import type { Persona } from '../../../../shared/contract/personas.ts'
import type { Speaker } from './claims/entry-claims.ts'
import { countriesOf, placeOf } from './lexicon/places.ts'
import type { DaySpan } from './claims/claim.ts'
import { dayOfIso, YEAR_DAYS } from './claims/days.ts'

/** What a check reads of a persona. */
export type CheckedPersona = Pick<
  Persona,
  | 'firstName'
  | 'lastName'
  | 'age'
  | 'location'
  | 'baseOccupation'
  | 'gender'
  | 'education'
  | 'household'
  | 'attributes'
  | 'createdAt'
>

/** The days on which somebody of that age can have been born. */
export function birthDays({ age, createdAt }: Pick<CheckedPersona, 'age' | 'createdAt'>): DaySpan {
  const created = dayOfIso(createdAt)
  return {
    from: Math.floor(created - (age + 1) * YEAR_DAYS) - 1,
    to: Math.ceil(created - age * YEAR_DAYS) + 1,
  }
}

/** What a reader of the persona's prose has to know about whose prose it is. */
export function speakerOf(persona: CheckedPersona): Speaker {
  const { firstName, lastName, gender, location } = persona
  return {
    firstName,
    lastName,
    gender: gender ?? '',
    birth: birthDays(persona),
    homeCountries: homeCountries(location),
  }
}

// "Leeds, UK": the last part that is known decides.
function homeCountries(location: string): readonly string[] {
  const parts = location.split(',').map((part) => placeOf(part.trim()))
  return (
    parts
      .toReversed()
      .map(countriesOf)
      .find((countries) => countries.length === 1) ?? []
  )
}
