import type { DomainEstimates, Estimate } from '../../../../../shared/contract/evidence.ts'
import type { Question } from '../../../../../shared/contract/questions.ts'
import type { SurveyDesign } from '../../statistics/design.ts'
import { STATUSES, statusesOf, type Answers } from '../answer-vectors.ts'
import { answerRange, scaleOf } from '../scale.ts'

/**
 * Weighted share of those asked, don't-knows aside, whose answer counts; 1 where nobody was asked
 * otherwise, NaN where nobody was asked at all.
 */
export function answeredShare(design: SurveyDesign, answers: Answers, within: Uint8Array): number {
  const status = statusesOf(answers)
  const weight = new Float64Array(STATUSES.length)
  for (let row = 0; row < within.length; row++)
    if (within[row]) weight[status[row]!]! += design.weight[row]!
  const of = (name: (typeof STATUSES)[number]) => weight[STATUSES.indexOf(name)]!
  return of('valid') / (of('valid') + of('refused') + of('invalid'))
}

/**
 * Estimates with worst-case bounds (Horowitz & Manski 1995): all who refused or were not understood
 * answered at one end, or at the other. Nothing is assumed about them. A median has no bounds here.
 *
 * @param share  of `answeredShare`
 */
export function withBounds(
  question: Question,
  estimates: DomainEstimates,
  share: number,
): DomainEstimates {
  // A field left out of an answer of one's own form is lost too, and not counted.
  if (!(share < 1) || !(share > 0) || question.type === 'json') return estimates
  const bound = (estimate: Estimate, ends: readonly [number, number] | null): Estimate => {
    if (estimate.estimate === null || ends === null) return estimate
    const seen = share * estimate.estimate
    const [least, most] = ends
    return {
      ...estimate,
      bounds: { lower: seen + (1 - share) * least, upper: seen + (1 - share) * most },
    }
  }
  const { shares, mean, measures } = estimates
  const scale = scaleOf(question)
  const measureEnds = scale && ([scale.from, scale.to] as const)
  return {
    ...estimates,
    ...(shares && {
      shares: shares.map((one) => ({ ...one, share: bound(one.share, [0, 1]) })),
    }),
    ...(mean && { mean: bound(mean, answerRange(question)) }),
    ...(measures && {
      measures: measures.map((one) => ({
        ...one,
        estimate: bound(one.estimate, one.isShare ? [0, 1] : measureEnds),
      })),
    }),
  }
}
