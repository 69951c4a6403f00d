import { normal } from '../random.ts'
import { loadingsOf, variances } from './loadings.ts'
import { attributeScore, type Respondent } from './predictors.ts'

/** What the draws of one answer hang on. */
export type Occasion = {
  readonly randomSeed: number
  readonly questionId: string
  readonly condition: string | null
  readonly replicate: number
}

/** The parts of η = β·x + u + δ + e, in standard deviations of η without δ. */
export type LatentParts = {
  readonly profile: number
  readonly question: number
  readonly shift: number
  readonly occasion: number
}

/**
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
  const { randomSeed, questionId, condition, replicate } = occasion
  const key = [randomSeed, persona.personaKey, questionId, facet] as const
  const weighted = loadingsOf(facet).reduce((sum, loading, i) => sum + loading * x[i]!, 0)
  return {
    profile: weighted + Math.sqrt(variances.attributes) * attributeScore(persona, facet),
    question: Math.sqrt(variances.question) * normal(...key, 'question'),
    shift,
    occasion: Math.sqrt(variances.occasion) * normal(...key, condition, replicate, 'occasion'),
  }
}

export function totalOf({ profile, question, shift, occasion }: LatentParts): number {
  return profile + question + shift + occasion
}
