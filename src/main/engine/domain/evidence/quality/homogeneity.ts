import type { Homogeneity, Retest } from '../../../../../shared/contract/evidence-quality.ts'
import type { Question } from '../../../../../shared/contract/questions.ts'
import { DEFAULT_LEVEL, type SurveyDesign } from '../../statistics/design.ts'
import { weightedVariance } from '../../statistics/distribution.ts'
import { meanEstimate } from '../../statistics/mean.ts'
import { numericValues } from '../answer-vectors.ts'
import { answeredDomain } from '../estimates.ts'
import type { EvidenceAnswer, EvidenceInput } from '../evidence-input.ts'
import { expectedVarianceOf } from './expected-variance.ts'

/**
 * How alike the answers to a question are: by the variance that a scale or the author leads one to
 * expect, by what lies between personas when they are asked again, and by an arm without personas.
 */
export function homogeneityOf(
  { input, design }: { readonly input: EvidenceInput; readonly design: SurveyDesign },
  question: Question,
  retest: Retest,
): Homogeneity {
  const open = input.process?.similarities[question.id]
  const between = open
    ? { share: open.betweenShare, lower: open.lower, upper: open.upper }
    : {
        share: retest.icc ?? retest.alpha,
        lower: retest.icc === null ? retest.alphaLower : retest.iccLower,
        upper: retest.icc === null ? retest.alphaUpper : retest.iccUpper,
      }
  return {
    betweenShare: between.share,
    betweenLower: between.lower,
    betweenUpper: between.upper,
    similarityBetween: open?.between ?? null,
    similarityWithin: open?.within ?? null,
    ...spreadOf(input, design, question),
    equalToNoPersona: equalToNoPersona(input, question.id),
  }
}

type Spread = Pick<
  Homogeneity,
  | 'variance'
  | 'expectedVariance'
  | 'expectedFrom'
  | 'varianceRatio'
  | 'varianceRatioLower'
  | 'varianceRatioUpper'
>

const noSpread: Spread = {
  variance: null,
  expectedVariance: null,
  expectedFrom: null,
  varianceRatio: null,
  varianceRatioLower: null,
  varianceRatioUpper: null,
}

/** Below this many answers a variance says nothing. */
const LEAST_ANSWERS = 10

function spreadOf(input: EvidenceInput, design: SurveyDesign, question: Question): Spread {
  if (question.type !== 'likert' && question.type !== 'nps' && question.type !== 'numeric')
    return noSpread
  const answers = input.answers[question.id] ?? []
  const domain = answeredDomain(answers, new Uint8Array(input.rows.length).fill(1))
  const values = numericValues(answers)
  const { estimate: mean, n } = meanEstimate(design, values, domain)
  if (n < LEAST_ANSWERS) return noSpread
  const variance = weightedVariance(design, values, domain)
  const expected = expectedVarianceOf(question)
  if (!expected || expected.variance === 0 || Number.isNaN(variance))
    return { ...noSpread, variance }
  // The variance is a mean of squared deviations: its error is that of a mean.
  const squares = values.map((value) => (value - mean) ** 2)
  const { estimate, lower, upper } = meanEstimate(design, squares, domain, DEFAULT_LEVEL)
  const ratio = variance / expected.variance
  const half = estimate > 0 ? (upper - lower) / 2 / estimate : 0
  const interval = Number.isFinite(half)
  return {
    variance,
    expectedVariance: expected.variance,
    expectedFrom: expected.from,
    varianceRatio: ratio,
    // On the logarithm: a ratio is never under 0.
    varianceRatioLower: interval ? ratio * Math.exp(-half) : null,
    varianceRatioUpper: interval ? ratio * Math.exp(half) : null,
  }
}

/** Chance that an answer of the run equals an answer of the arm without personas. */
function equalToNoPersona({ answers, process }: EvidenceInput, questionId: string): number | null {
  const arm = process?.noPersona?.[questionId]
  if (!arm) return null
  const own = shareByAnswer(answers[questionId] ?? [])
  const other = shareByAnswer(arm)
  if (own.size === 0 || other.size === 0) return null
  return [...own].reduce((sum, [answer, share]) => sum + share * (other.get(answer) ?? 0), 0)
}

function shareByAnswer(answers: readonly (EvidenceAnswer | undefined)[]): Map<string, number> {
  const valid = answers.filter((answer) => answer?.status === 'valid')
  const shares = new Map<string, number>()
  for (const answer of valid) {
    const key = JSON.stringify(answer!.value)
    shares.set(key, (shares.get(key) ?? 0) + 1 / valid.length)
  }
  return shares
}
