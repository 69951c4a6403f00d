import type {
  DomainEstimates,
  Estimate,
  MeasureEstimate,
} from '../../../../shared/contract/evidence.ts'
import type { Question } from '../../../../shared/contract/questions.ts'
import {
  kishEffectiveN,
  type Estimate as SurveyEstimate,
  type SurveyDesign,
} from '../statistics/design.ts'
import { meanEstimate } from '../statistics/mean.ts'
import { quantileEstimate } from '../statistics/quantile.ts'
import { shareEstimate } from '../statistics/share.ts'
import { answerTexts, valueAt } from '../questions/ask-question.ts'
import type { EvidenceAnswer } from './evidence-input.ts'
import { readable } from '../questions/readable.ts'
import { measuresOf, type Measure } from './measures.ts'
import { answeredShare, withBounds } from './quality/bounds.ts'

/** Below this effective n an estimate is marked small. */
export const SMALL_EFFECTIVE_N = 30
/** Below this many answers an estimate is not shown: one person could be read off it. */
export const SUPPRESSED_BELOW_N = 5
const HISTOGRAM_BINS = 12
/** What `/runs/:id/tasks?value=` takes for every answer that counts. */
const ALL_VALID = '__valid'

export type Answers = readonly (EvidenceAnswer | undefined)[]

/** Rows of `within` that carry a valid answer, as the domain of a design: shape [rows]. */
export function answeredDomain(answers: Answers, within: Uint8Array): Uint8Array {
  return Uint8Array.from(within, (inside, row) =>
    inside === 1 && answers[row]?.status === 'valid' ? 1 : 0,
  )
}

/** All that is estimated for one question in one domain of rows. */
export function domainEstimates(
  design: SurveyDesign,
  question: Question,
  answers: Answers,
  within: Uint8Array,
): DomainEstimates {
  const domain = answeredDomain(answers, within)
  const count = (status: EvidenceAnswer['status']) =>
    answers.reduce((n, answer, row) => n + (within[row] && answer?.status === status ? 1 : 0), 0)
  const base = {
    n: domain.reduce((n, inside) => n + inside, 0),
    effectiveN: kishEffectiveN(design, domain),
    dontKnow: count('dont_know'),
    refused: count('refused'),
    invalid: count('invalid'),
  }
  const estimates = { ...base, ...estimatesByType(design, question, answers, domain) }
  if (base.refused + base.invalid === 0) return estimates
  return withBounds(question, estimates, answeredShare(design, answers, within))
}

type Estimates = Omit<DomainEstimates, 'n' | 'effectiveN' | 'dontKnow' | 'refused' | 'invalid'>

function estimatesByType(
  design: SurveyDesign,
  question: Question,
  answers: Answers,
  domain: Uint8Array,
): Estimates {
  const shares = () => {
    const texts = 'options' in question ? question.options : answerTexts(question)
    const values =
      'options' in question ? question.options : texts.map((_, i) => valueAt(question, i))
    return optionShares(design, values.map(String), texts, { answers, domain })
  }
  const mean = () => toEstimate(meanEstimate(design, numericValues(answers), domain))
  const median = () => toEstimate(quantileEstimate(design, numericValues(answers), domain, 0.5))
  switch (question.type) {
    case 'open':
      return {}
    case 'single':
    case 'multi':
    case 'yesno':
      return { shares: shares() }
    case 'numeric':
      return {
        mean: mean(),
        median: median(),
        quartiles: {
          lower: toEstimate(quantileEstimate(design, numericValues(answers), domain, 0.25)),
          upper: toEstimate(quantileEstimate(design, numericValues(answers), domain, 0.75)),
        },
        histogram: histogram(design, numericValues(answers), domain),
      }
    case 'likert':
      return {
        shares: shares(),
        mean: mean(),
        // A quantile of five points has no useful interval: the estimate stands alone.
        median: { ...median(), standardError: null, lower: null, upper: null },
      }
    case 'nps':
      return {
        shares: shares(),
        mean: mean(),
        measures: measured(design, question, answers, domain),
      }
    default:
      return { measures: measured(design, question, answers, domain) }
  }
}

function measured(
  design: SurveyDesign,
  question: Question,
  answers: Answers,
  domain: Uint8Array,
): MeasureEstimate[] {
  return measuresOf(question).map((measure) => {
    const values = measuredValues(answers, measure)
    const inside = measuredDomain(answers, domain, values)
    const estimate =
      measure.isShare && isIndicator(values)
        ? shareEstimate(design, Uint8Array.from(zeroed(values)), inside)
        : meanEstimate(design, zeroed(values), inside)
    return {
      name: measure.name,
      label: readable(measure.label),
      group: measure.group === null ? null : readable(measure.group),
      value: measure.value ?? ALL_VALID,
      isShare: measure.isShare,
      estimate: toEstimate(estimate),
    }
  })
}

/** What a measure makes of each valid answer; NaN elsewhere: shape [rows]. */
export function measuredValues(answers: Answers, measure: Measure): Float64Array {
  return Float64Array.from(answers, (answer) =>
    answer?.status === 'valid' && answer.value !== null
      ? measure.valueOf(answer.value)
      : Number.NaN,
  )
}

/** Rows of `within` that a measure has a number for: shape [rows]. */
export function measuredDomain(
  answers: Answers,
  within: Uint8Array,
  values: Float64Array,
): Uint8Array {
  return answeredDomain(answers, within).map((inside, row) =>
    inside === 1 && !Number.isNaN(values[row]!) ? 1 : 0,
  )
}

/** What is outside every domain counts for nothing, whatever it is. */
export function zeroed(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? 0 : value))
}

function isIndicator(values: Float64Array): boolean {
  return values.every((value) => Number.isNaN(value) || value === 0 || value === 1)
}

function optionShares(
  design: SurveyDesign,
  values: readonly string[],
  labels: readonly string[],
  { answers, domain }: { answers: Answers; domain: Uint8Array },
) {
  return values.map((value, i) => ({
    value,
    label: readable(labels[i]!),
    share: toEstimate(shareEstimate(design, indicatorOf(answers, value), domain)),
  }))
}

/** 1 where the answer is `value`: shape [rows]. */
export function indicatorOf(answers: Answers, value: string): Uint8Array {
  return Uint8Array.from(answers, (answer) =>
    answer?.status === 'valid' && includes(answer.value, value) ? 1 : 0,
  )
}

function includes(answer: EvidenceAnswer['value'], value: string): boolean {
  return Array.isArray(answer) ? answer.includes(value) : String(answer) === value
}

/** Numbers of the valid answers, 0 elsewhere (outside every domain): shape [rows]. */
export function numericValues(answers: Answers): Float64Array {
  return Float64Array.from(answers, (answer) =>
    answer?.status === 'valid' ? Number(answer.value) : 0,
  )
}

/** The contract's estimate: null where nothing can be estimated, nothing where too few answered. */
export function toEstimate(estimate: SurveyEstimate): Estimate {
  const { n, effectiveN, level } = estimate
  const suppressed = n < SUPPRESSED_BELOW_N
  const show = (value: number) => (suppressed || !Number.isFinite(value) ? null : value)
  return {
    estimate: show(estimate.estimate),
    standardError: show(estimate.standardError),
    lower: show(estimate.lower),
    upper: show(estimate.upper),
    level,
    n,
    effectiveN: Number.isFinite(effectiveN) ? effectiveN : 0,
    size: suppressed ? 'suppressed' : effectiveN < SMALL_EFFECTIVE_N ? 'small' : 'ok',
  }
}

function histogram(design: SurveyDesign, values: Float64Array, domain: Uint8Array) {
  const rows = [...domain.keys()].filter((row) => domain[row])
  if (rows.length < SUPPRESSED_BELOW_N) return []
  const inside = rows.map((row) => values[row]!)
  const [low, high] = [Math.min(...inside), Math.max(...inside)]
  const width = (high - low) / HISTOGRAM_BINS || 1
  const total = rows.reduce((sum, row) => sum + design.weight[row]!, 0)
  const shares = new Array<number>(HISTOGRAM_BINS).fill(0)
  for (const row of rows) {
    const bin = Math.min(HISTOGRAM_BINS - 1, Math.floor((values[row]! - low) / width))
    shares[bin]! += design.weight[row]! / total
  }
  return shares.map((share, i) => ({ from: low + i * width, to: low + (i + 1) * width, share }))
}
