import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import {
  SchwartzValue,
  traitNames,
  type AttributeValue,
  type Persona,
} from '../../../../shared/contract/personas.ts'
import { readEducation, type EducationLevel } from '../personas/education.ts'
import { readGender } from '../personas/gender.ts'
import { normal, uniform } from '../random.ts'
import { predictorDeviations, predictorMeans } from './norms.ts'

/** What of a persona the response model reads. */
export type Respondent = Pick<
  Persona,
  | 'personaKey'
  | 'age'
  | 'gender'
  | 'location'
  | 'baseOccupation'
  | 'education'
  | 'income'
  | 'household'
  | 'attributes'
  | 'traits'
  | 'values'
>

/** x: standardised predictors, shape [17], in the order of `predictorNames`. */
export function predictorsOf(persona: Respondent): number[] {
  const gender = { woman: 1, man: -1, other: 0 }[readGender(persona.gender)]
  const raw = [
    ...traitNames.map((name) => zOfPercentile(persona.traits[name])),
    ...SchwartzValue.options.map((value) => valueScore(persona.values.indexOf(value))),
    Math.min(85, Math.max(13, persona.age)),
    gender,
  ]
  return raw.map((score, i) => (score - predictorMeans[i]!) / predictorDeviations[i]!)
}

/**
 * What else is known of a persona, as one score with mean 0 and variance 1 over kinds of people.
 *
 * Education has levels, whose side is hashed. Of other attributes no norms exist: each category
 * gets a fixed draw from N(0, 1), yes and no opposite ones, and a number a smooth curve of its
 * logarithm, all hashed from `facet`, key and value alone.
 */
export function attributeScore(persona: Respondent, facet: string): number {
  const { location, baseOccupation, income, household, attributes } = persona
  const scores = [educationScore(facet, persona.education)]
  for (const [key, value] of Object.entries({ location, baseOccupation, income, household })) {
    // Before the persona was described, its place and work may not be known.
    if (value) scores.push(scoreOf(facet, key, value))
  }
  for (const [key, value] of Object.entries(attributes)) {
    scores.push(scoreOf(facet, `attributes.${key}`, value))
  }
  const known = scores.filter((score) => score !== undefined)
  return known.reduce((sum, score) => sum + score, 0) / Math.sqrt(Math.max(1, known.length))
}

function educationScore(facet: string, education: string | undefined): number | undefined {
  if (education === undefined) return undefined
  const level = readEducation(education)
  if (level === undefined) return scoreOf(facet, 'education', education)
  return educationScores[level] * (uniform('attribute', facet, 'education') < 0.5 ? -1 : 1)
}

// Ours: levels in standard deviations of adults, roughly.
const educationScores: Readonly<Record<EducationLevel, number>> = {
  none: -2,
  primary: -1.5,
  secondary: -0.7,
  vocational: 0,
  bachelor: 0.7,
  master: 1.4,
  doctorate: 2.2,
}

function scoreOf(facet: string, key: string, value: AttributeValue): number {
  const truth = booleanOf(value)
  if (truth !== undefined) return normal('attribute', facet, key) * (truth ? 1 : -1)
  if (typeof value !== 'number') {
    return normal('attribute', facet, key, String(value).trim().toLowerCase())
  }
  const phase = 2 * Math.PI * uniform('attribute', facet, key)
  return Math.SQRT2 * Math.sin(1.5 * Math.asinh(value) + phase)
}

function booleanOf(value: AttributeValue): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return undefined
  if (/^(yes|true)$/i.test(value.trim())) return true
  return /^(no|false)$/i.test(value.trim()) ? false : undefined
}

function zOfPercentile(percentile: number): number {
  return normalQuantile(Math.min(99.9, Math.max(0.1, percentile)) / 100, 0, 1)
}

function valueScore(rank: number): number {
  return rank === -1 ? 0 : 3 - rank
}
