import { kishEffectiveN, type SurveyDesign } from '../../statistics/design.ts'
import { linearisedMean } from '../../statistics/mean.ts'
import { standardErrorOfTotal } from '../../statistics/variance.ts'
import type { CategorySample } from '../../validation/category-sample.ts'
import type { Answers } from '../answer-vectors.ts'
import type { Facet } from './facets.ts'

/** Answers of a design by category, with what they vary by. */
export type ArmSample = CategorySample & {
  /** Of each share: its error, and each row's part in it, shape [rows]. */
  readonly errors: readonly {
    readonly standardError: number
    readonly influence: Float64Array
  }[]
}

/** Answers of a design by category; undefined where none falls into any. */
export function sampleOf(
  design: SurveyDesign,
  answers: Answers,
  facet: Facet,
): ArmSample | undefined {
  const choices = choicesOf(answers, facet)
  const domain = Uint8Array.from(choices, (made) => Number(made.length > 0))
  const answered = domain.reduce((sum, one) => sum + one, 0)
  if (answered === 0) return undefined
  const estimates = facet.labels.map((_, k) =>
    linearisedMean(
      design,
      Float64Array.from(choices, (made) => partOf(made, k)),
      domain,
    ),
  )
  const shares = estimates.map(({ estimate }) => estimate)
  const made = choices.reduce((sum, { length }) => sum + length, 0)
  const most = (kishEffectiveN(design, domain) * made) / answered
  const errors = estimates.map(({ standardError }) => standardError)
  return { shares, n: effectiveN(shares, errors, most), errors: estimates }
}

/** Share of an answer's choices that fall into a category. */
function partOf(made: readonly number[], category: number): number {
  if (made.length === 0) return 0
  return made.reduce((sum, one) => sum + Number(one === category), 0) / made.length
}

/** Categories that each row's answer falls into, none where there is no answer: shape [rows]. */
function choicesOf(answers: Answers, facet: Facet): (readonly number[])[] {
  return answers.map((answer) =>
    answer?.status === 'valid' && answer.value !== null
      ? facet.choicesOf(answer.value).filter((category) => category !== -1)
      : [],
  )
}

/** Category of each row's answer; −1 where there is none: shape [rows]. */
export function categoriesOf(answers: Answers, facet: Facet): Int32Array {
  return Int32Array.from(choicesOf(answers, facet), ([category = -1]) => category)
}

/**
 * The n of a simple random sample whose shares would vary as much, Σp(1 − p) / Σv: n over the mean
 * of the design effects (Rao & Scott 1981). Where nothing varies or v is not known, and at most, as
 * an estimated v may be 0 by chance: Kish's times the choices in an answer.
 */
function effectiveN(
  shares: readonly number[],
  standardErrors: readonly number[],
  most: number,
): number {
  const simple = shares.reduce((sum, share) => sum + share * (1 - share), 0)
  const variance = standardErrors.reduce((sum, error) => sum + error ** 2, 0)
  return variance > 0 && simple > 0 ? Math.max(1, Math.min(most, simple / variance)) : most
}

/** A factor by few pairs is a rough one. */
const [LEAST_FACTOR, MOST_FACTOR] = [0.5, 4]

/**
 * Two samples whose personas are the same, as independent ones of as many answers as would tell as
 * much: what a persona's two answers have in common falls out of their difference, so that the
 * variance of the shares' differences is smaller than the sum of both.
 *
 * @param designs  of both; the same unit is the same persona
 */
export function asIndependent(
  [a, b]: readonly [ArmSample, ArmSample],
  designs: readonly [SurveyDesign, SurveyDesign],
): [ArmSample, ArmSample] {
  const design = together(...designs)
  let [paired, independent] = [0, 0]
  a.errors.forEach((own, k) => {
    const other = b.errors[k]!
    independent += own.standardError ** 2 + other.standardError ** 2
    const influence = new Float64Array(design.unit.length)
    influence.set(own.influence)
    influence.set(
      other.influence.map((value) => -value),
      own.influence.length,
    )
    paired += standardErrorOfTotal(design, influence) ** 2
  })
  if (!(paired > 0) || !(independent > 0)) return [a, b]
  const factor = Math.max(LEAST_FACTOR, Math.min(MOST_FACTOR, independent / paired))
  return [
    { ...a, n: a.n * factor },
    { ...b, n: b.n * factor },
  ]
}

function together(a: SurveyDesign, b: SurveyDesign): SurveyDesign {
  return {
    unit: Int32Array.from([...a.unit, ...b.unit]),
    stratum: Int32Array.from([...a.stratum, ...b.stratum]),
    weight: Float64Array.from([...a.weight, ...b.weight]),
  }
}
