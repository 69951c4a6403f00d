import type { Portrait } from '../prompting/portrait.ts'
import { normal } from '../random.ts'
import { loadingsOf, variances } from './loadings.ts'
import { predictorNames } from './norms.ts'
import { attributeScore, type Respondent } from './predictors.ts'

/** What the draws of one answer hang on. */
export type Occasion = {
  readonly randomSeed: number
  readonly questionId: string
  readonly condition: string | null
  readonly replicate: number
  /** What is told of the persona; absent: everything. */
  readonly told?: Portrait['told'] | undefined
  /** Another way of asking the same: an occasion of its own. */
  readonly variant?: string | undefined
}

/** The parts of η = β·x + u + δ + e, in standard deviations of η without δ. */
export type LatentParts = {
  readonly profile: number
  readonly question: number
  readonly shift: number
  readonly occasion: number
}

/**
 * Of a persona that is not told of there is neither x nor u: all that is left is the occasion, and
 * what was planted for everybody. Of one whose demographics alone are told, u is gone with all of x
 * but age, gender, location and occupation.
 *
 * @param x      standardised predictors of the persona, shape [17]
 * @param facet  names what is evaluated: a question's template, or one of its options
 * @param shift  δ
 */
export function latentParts(
  persona: Respondent,
  x: readonly number[],
  facet: string,
  occasion: Occasion,
  shift: number,
): LatentParts {
  const { randomSeed, questionId, condition, replicate, told = 'whole', variant } = occasion
  const key = [randomSeed, persona.personaKey, questionId, facet] as const
  const weighted = loadingsOf(facet).reduce(
    (sum, loading, i) => (isTold(i, told) ? sum + loading * x[i]! : sum),
    0,
  )
  const attributes = Math.sqrt(variances.attributes) * attributeScore(persona, facet)
  const asked = variant === undefined ? 'occasion' : `occasion ${variant}`
  return {
    profile: told === 'nothing' ? 0 : weighted + attributes,
    question: told === 'whole' ? Math.sqrt(variances.question) * normal(...key, 'question') : 0,
    shift,
    occasion: Math.sqrt(variances.occasion) * normal(...key, condition, replicate, asked),
  }
}

/** Whether a predictor is known where only so much of the persona is told. */
function isTold(predictor: number, told: Portrait['told']): boolean {
  if (told !== 'demographics') return told === 'whole'
  const name = predictorNames[predictor]
  return name === 'age' || name === 'gender'
}

export function totalOf({ profile, question, shift, occasion }: LatentParts): number {
  return profile + question + shift + occasion
}
