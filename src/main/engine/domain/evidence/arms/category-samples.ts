import type { SurveyDesign } from '../../statistics/design.ts'
import { kishEffectiveN } from '../../statistics/design.ts'
import { linearisedMean } from '../../statistics/mean.ts'
import type { CategorySample } from '../../validation/category-sample.ts'
import type { Answers } from '../answer-vectors.ts'
import type { Facet } from './facets.ts'

/** Answers of a design by category; undefined where none falls into any. */
export function sampleOf(
  design: SurveyDesign,
  answers: Answers,
  facet: Facet,
): CategorySample | undefined {
  const categories = categoriesOf(answers, facet)
  const domain = Uint8Array.from(categories, (category) => Number(category !== -1))
  if (!domain.includes(1)) return undefined
  const estimates = facet.labels.map((_, k) =>
    linearisedMean(
      design,
      Float64Array.from(categories, (category) => Number(category === k)),
      domain,
    ),
  )
  const shares = estimates.map(({ estimate }) => estimate)
  const errors = estimates.map(({ standardError }) => standardError)
  return { shares, n: effectiveN(shares, errors, kishEffectiveN(design, domain)) }
}

/** Category of each row's answer; −1 where there is none: shape [rows]. */
export function categoriesOf(answers: Answers, facet: Facet): Int32Array {
  return Int32Array.from(answers, (answer) =>
    answer?.status === 'valid' && answer.value !== null ? facet.categoryOf(answer.value) : -1,
  )
}

/**
 * The n of a simple random sample whose shares would vary as much, Σp(1 − p) / Σv: n over the mean
 * of the design effects (Rao & Scott 1981). Kish's where nothing varies or v is not known; never
 * above it, as an estimated v may be 0 by chance.
 */
function effectiveN(
  shares: readonly number[],
  standardErrors: readonly number[],
  kish: number,
): number {
  const simple = shares.reduce((sum, share) => sum + share * (1 - share), 0)
  const variance = standardErrors.reduce((sum, error) => sum + error ** 2, 0)
  return variance > 0 && simple > 0 ? Math.max(1, Math.min(kish, simple / variance)) : kish
}
