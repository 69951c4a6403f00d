import type {
  DomainEstimates,
  Estimate,
  MeasureEstimate,
} from '../../../../shared/contract/evidence.ts'
import type { Question } from '../../../../shared/contract/questions.ts'
import {
  kishEffectiveN,
  personasIn,
  type Estimate as SurveyEstimate,
  type SurveyDesign,
} from '../statistics/design.ts'
import { meanEstimate } from '../statistics/mean.ts'
import { quantileEstimate } from '../statistics/quantile.ts'
import { shareEstimate } from '../statistics/share.ts'
import { answerTexts, valueAt } from '../questions/ask-question.ts'
import {
  indicatorOf,
  measuredValues,
  numericValues,
  STATUSES,
  statusesOf,
  validOf,
  type Answers,
} from './answer-vectors.ts'
import { histogramOf } from './histogram.ts'
import { readable } from '../questions/readable.ts'
import { measuresOf } from './measures.ts'
import { answeredShare, withBounds } from './quality/bounds.ts'

/** Below this effective n an estimate is marked small. */
export const SMALL_EFFECTIVE_N = 30
/**
 * Below this many personas an estimate is not shown, however often they were asked: one person could
 * be read off it, and nothing says how others would differ (docs/decisions/0121).
 */
export const SUPPRESSED_BELOW_N = 5
/** What `/runs/:id/tasks?value=` takes for every answer that counts. */
const ALL_VALID = '__valid'

/** Rows of `within` that carry a valid answer, as the domain of a design: shape [rows]. */
export function answeredDomain(answers: Answers, within: Uint8Array): Uint8Array {
  return both(within, validOf(answers))
}

/** Whether too few personas stand behind a domain for anything of it to be shown. */
export function hasTooFew(design: SurveyDesign, domain: Uint8Array): boolean {
  return personasIn(design, domain) < SUPPRESSED_BELOW_N
}

function both(one: Uint8Array, other: Uint8Array): Uint8Array {
  const inBoth = new Uint8Array(one.length)
  for (let row = 0; row < one.length; row++) inBoth[row] = one[row]! & other[row]!
  return inBoth
}

/** All that is estimated for one question in one domain of rows. */
export function domainEstimates(
  design: SurveyDesign,
  question: Question,
  answers: Answers,
  within: Uint8Array,
): DomainEstimates {
  const domain = answeredDomain(answers, within)
  const status = statusesOf(answers)
  const counts = new Int32Array(STATUSES.length)
  for (let row = 0; row < within.length; row++) if (within[row]) counts[status[row]!]! += 1
  const count = (of: (typeof STATUSES)[number]) => counts[STATUSES.indexOf(of)]!
  const base = {
    n: count('valid'),
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
        histogram: hasTooFew(design, domain)
          ? []
          : histogramOf(design, numericValues(answers), domain),
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

/** Rows of `within` that a measure has a number for: shape [rows]. */
export function measuredDomain(
  answers: Answers,
  within: Uint8Array,
  values: Float64Array,
): Uint8Array {
  const domain = answeredDomain(answers, within)
  for (let row = 0; row < domain.length; row++) if (Number.isNaN(values[row]!)) domain[row] = 0
  return domain
}

/** What is outside every domain counts for nothing, whatever it is. */
export function zeroed(values: Float64Array): Float64Array {
  const numbers = new Float64Array(values.length)
  for (let row = 0; row < values.length; row++)
    if (!Number.isNaN(values[row]!)) numbers[row] = values[row]!
  return numbers
}

/** Whether the numbers say no more than yes or no. */
export function isIndicator(values: Float64Array): boolean {
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

/** The contract's estimate: null where nothing can be estimated, nothing where too few personas answered. */
export function toEstimate(estimate: SurveyEstimate): Estimate {
  const { n, personas, effectiveN, level, cautious } = estimate
  const suppressed = personas < SUPPRESSED_BELOW_N
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
    ...(cautious && !suppressed && { cautious }),
  }
}
