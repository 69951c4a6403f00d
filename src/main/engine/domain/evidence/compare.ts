import tCdf from '@stdlib/stats-base-dists-t-cdf'
import type { Comparison } from '../../../../shared/contract/evidence.ts'
import type { Question } from '../../../../shared/contract/skills.ts'
import type { SurveyDesign } from '../statistics/design.ts'
import { holm } from '../statistics/holm.ts'
import { readable } from '../questions/readable.ts'
import { measuredValues, type Answers } from './answer-vectors.ts'
import { isIndicator, measuredDomain, zeroed } from './estimates.ts'
import { measuresOf, type Measure } from './measures.ts'
import type { NamedDomain } from './domains.ts'
import { estimateDifference, excludesZero, intervalOf } from './estimated-difference.ts'
import { decimal, points, signedPoints } from './words.ts'

/** More pairs than this are a fishing trip: only comparisons named before launch are made. */
const MAX_EXPLORATORY_DOMAINS = 6
/** Up to so many, Holm's first step stays where the design's degrees of freedom hold. */
const FEW = 10
const LEVEL = 0.95

export type CompareOptions = {
  /** Named before launch: Holm over these, all others exploratory. */
  readonly primary: boolean
  /** No p values: the run is not finished. */
  readonly provisional: boolean
  readonly trueByConstruction: boolean
  /** The domains hold the same personas: they are compared with themselves. */
  readonly paired?: boolean
}

/** Every pair of `domains` on what the question measures, unadjusted; none for open questions. */
export function comparePairs(
  design: SurveyDesign,
  question: Question,
  answers: Answers,
  domains: readonly NamedDomain[],
  options: CompareOptions,
): Comparison[] {
  if (!options.primary && domains.length > MAX_EXPLORATORY_DOMAINS) return []
  const measured = measuresOf(question).map((measure) => {
    const values = measuredValues(answers, measure)
    const insides = domains.map(({ rows }) => measuredDomain(answers, rows, values))
    const isShare = measure.isShare && isIndicator(values)
    return { measure, values: zeroed(values), insides, isShare }
  })
  return domains.flatMap((a, i) =>
    domains.slice(i + 1).flatMap((b, after) =>
      measured.map(({ insides, ...compared }) => {
        const insideA = insides[i]!
        const insideB = insides[i + 1 + after]!
        const sides = [
          { ...a, inside: insideA },
          { ...b, inside: insideB },
        ] as const
        return compareOne(design, question, { ...compared, sides }, options)
      }),
    ),
  )
}

type Compared = {
  readonly measure: Measure
  /** Shape [rows]. */
  readonly values: Float64Array
  /** They are 0 and 1, of a share. */
  readonly isShare: boolean
  /** Each with the rows that the measure has a number for. */
  readonly sides: readonly [Side, Side]
}
type Side = NamedDomain & { readonly inside: Uint8Array }

function compareOne(
  design: SurveyDesign,
  question: Question,
  { measure, values, isShare, sides }: Compared,
  options: CompareOptions,
): Comparison {
  const [a, b] = sides
  const { difference, p } = estimateDifference(design, values, [a.inside, b.inside], {
    isShare,
    paired: options.paired ?? false,
  })
  const comparison: Comparison = {
    by: a.by,
    a: { value: a.value, label: a.label },
    b: { value: b.value, label: b.label },
    measure: measure.name,
    measureLabel: readable(measure.group === null ? measure.label : measure.name),
    isShare: measure.isShare,
    difference,
    p: options.provisional ? null : p,
    pAdjusted: null,
    kind: options.primary ? 'primary' : 'exploratory',
    verdict:
      difference.lower === null
        ? 'not tested'
        : excludesZero(difference)
          ? 'different'
          : 'no difference found',
    sentence: '',
    trueByConstruction: options.trueByConstruction,
  }
  return { ...comparison, sentence: sentenceOf(question, comparison) }
}

/**
 * Holm (1979) over all comparisons of one question named before launch, whatever they are by. Many of
 * them ask for p far out in the tails, which the design's degrees of freedom make too small for small
 * groups: there those of the smaller group take their place, the fewest that two groups can have
 * (Welch 1947). The p of each comparison stays R's.
 */
export function adjustPrimary(
  question: Question,
  comparisons: readonly Comparison[],
): Comparison[] {
  const tested = comparisons.filter(({ kind, p }) => kind === 'primary' && p !== null)
  const adjusted = holm(tested.map((one) => (tested.length > FEW ? cautiousP(one) : one.p!)))
  return comparisons.map((comparison) => {
    const at = tested.indexOf(comparison)
    if (at === -1) return comparison
    const pAdjusted = adjusted[at]!
    const holds = comparison.verdict === 'different' && pAdjusted < 1 - LEVEL
    const verdict = holds ? 'different' : 'no difference found'
    const judged: Comparison = { ...comparison, pAdjusted, verdict }
    return { ...judged, sentence: sentenceOf(question, judged) }
  })
}

function cautiousP({ difference: { estimate, standardError, effectiveN }, p }: Comparison): number {
  const t = Math.abs(estimate! / standardError!)
  return Number.isFinite(t) ? Math.max(p!, 2 * tCdf(-t, Math.max(1, effectiveN - 1))) : p!
}

/** Why no difference is found though an interval leaves 0 out. */
function correctedOf({ difference, pAdjusted }: Comparison): string {
  if (pAdjusted === null || !excludesZero(difference)) return ''
  return '; too little after Holm’s correction'
}

function sentenceOf({ type }: Question, comparison: Comparison): string {
  const { measure, measureLabel, isShare, difference, verdict } = comparison
  const { estimate } = difference
  if (estimate === null || difference.lower === null || difference.upper === null)
    return `Too few personas to compare ${comparison.a.label} with ${comparison.b.label}.`
  // Told from the higher group's side, so that the interval reads as the amount does.
  const isUp = estimate >= 0
  const [more, less] = isUp ? [comparison.b, comparison.a] : [comparison.a, comparison.b]
  const write = isShare ? signedPoints : decimal
  const interval = intervalOf(difference, write)
  const what = measure === 'mean' ? 'the answer' : `“${measureLabel}”`
  if (verdict !== 'different')
    return `No difference found between ${comparison.a.label} and ${comparison.b.label} on ${what} (${write(Math.abs(estimate))} more for ${more.label}; ${interval}${correctedOf(comparison)}).`
  if (isShare)
    return `${more.label}: ${points(estimate)} more than ${less.label} ${type === 'price' ? 'accept' : 'choose'} ${what} (${interval}).`
  // A high place is a low number.
  if (type === 'rank')
    return `${less.label}: ${what} is placed ${decimal(Math.abs(estimate))} higher than by ${more.label} (${interval}).`
  const on = measure === 'mean' ? '' : ` on ${what}`
  return `${more.label}: on average ${decimal(Math.abs(estimate))} higher than ${less.label}${on} (${interval}).`
}
