import type { PersonaProfile, PersonaSeed } from '../../../../shared/contract/personas.ts'
import type { NewTimelineEntry } from '../../../../shared/contract/timeline.ts'
import { planLife } from './biography/plan-life.ts'
import { writeBiography } from './biography/write-biography.ts'
import { createDice } from './dice.ts'
import { readGender } from './gender.ts'
import { drawKnowledge } from './knowledge.ts'
import { temperamentOf } from './mood.ts'
import { personaKey } from './persona-key.ts'
import { drawStyle } from './style.ts'
import { writeSummary } from './summary.ts'
import { drawTraitScores, toPercentiles } from './traits.ts'
import { drawValues } from './values.ts'

export type GeneratedPersona = {
  personaKey: string
  profile: PersonaProfile
  /** Three to five sentences. */
  summary: string
  /** Oldest first. Never before the birth date, never after `now`. */
  biography: NewTimelineEntry[]
}

export type GenerateOptions = {
  /** Two personas with the same seed and number are the same person. */
  randomSeed: number
  /** Ms since the Unix epoch. Decides the year of birth and nothing else. */
  now: number
}

/**
 * A whole person from a seed, without a language model: numbers first (traits, values, the dates and
 * people of a life), then prose from them. Texts are English whatever the seed's `language`.
 */
export function generatePersona(
  seed: PersonaSeed,
  { randomSeed, now }: GenerateOptions,
): GeneratedPersona {
  const key = personaKey(seed, randomSeed)
  // Half of the key tells any two people apart, and every draw hashes it.
  const dice = createDice(key.slice(0, 16))
  const gender = readGender(seed.gender)
  const traits = drawTraitScores(dice, seed.age, gender)
  const values = drawValues(dice, traits, seed.age)
  const life = planLife(seed, gender, traits, now, dice)
  const profile: PersonaProfile = {
    traits: toPercentiles(traits),
    values,
    communicationStyle: drawStyle(dice, traits, seed.age, life.education),
    domainKnowledge: drawKnowledge(life, traits),
    ...temperamentOf(traits),
  }
  return {
    personaKey: key,
    profile,
    summary: writeSummary(life, traits, profile),
    biography: writeBiography(life, traits, values),
  }
}
