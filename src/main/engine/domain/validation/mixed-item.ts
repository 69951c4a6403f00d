import type { MixedItem, MixedQuantity } from '../../../../shared/contract/mixed-estimates.ts'
import { decimal, percent } from '../evidence/words.ts'
import type { CategorySample } from './category-sample.ts'
import { chiSquare } from './describe-difference.ts'
import { mixedEstimate, type MixedInput, type MixedResult } from './mixed-estimate.ts'
import { peopleSample } from './people-sample.ts'

/** Answers to one question as indexes of its categories. */
export type MixedAnswers = {
  readonly id: string
  readonly text: string
  readonly labels: readonly string[]
  /** Of a scale, ascending; else null. */
  readonly scores: readonly number[] | null
  /** Of each pair: shape [pairs]. */
  readonly people: Int16Array
  readonly twins: Int16Array
  readonly weights: Float64Array
  /** Of personas who are nobody's twin: shape [others]. */
  readonly others: Int16Array
  readonly otherWeights: Float64Array
}

type Terms = { readonly sameTarget: boolean; readonly level: number }

const FEWEST = 30
/** The twins answer otherwise than the other personas: doubted, and refused. */
const DOUBTED = 0.05
const REFUSED = 0.001

export const MIXED_METHOD =
  'PPI++ (Angelopoulos, Duchi & Zrnic 2023): people’s answers, corrected by what their twins and the other personas answer, the personas counting by a weight tuned to the pairs (0–1, one for all answers of an item). Weights of people and of personas enter every mean and covariance, standard errors are linearised, n is Kish’s. It holds if the other personas stand for the same target as the people; it never makes personas into people: with a correlation ρ between people and twins, n people become at most n / (1 − ρ²).'

/** Mixed estimates of one question, or why there are none. */
export function mixedItem(answers: MixedAnswers, terms: Terms): MixedItem {
  const base = { questionId: answers.id, text: answers.text }
  const reason = whyNot(answers, terms)
  if (reason) return { ...base, result: null, sentence: reason, warnings: [] }
  const found = quantitiesOf(answers, terms.level)
  const [first] = found.quantities
  return {
    ...base,
    result: { quantities: found.quantities, pairs: found.pairs, personas: found.personas },
    sentence: sentenceOf(first!, found.pairs),
    warnings: warningsOf(answers, first!),
  }
}

function whyNot(answers: MixedAnswers, { sameTarget }: Terms): string | null {
  const { people, others, twins } = answers
  if (!sameTarget)
    return 'Not offered: it takes personas that stand for the same target as the people who were asked, which only the researcher can state.'
  if (people.length < FEWEST)
    return `Not offered: it takes ${FEWEST} people who answered and whose twin answered, too; there are ${people.length}.`
  if (others.length < FEWEST)
    return `Not offered: it takes ${FEWEST} personas who are nobody’s twin; there are ${others.length}.`
  if (new Set(twins).size < 2)
    return 'Not offered: all twins answer the same, which says nothing about who answers what.'
  return likeness(answers) < REFUSED
    ? 'Not offered: the other personas answer otherwise than the twins do, so the two do not stand for the same target.'
    : null
}

/** p of twins and other personas answering alike, as they must when they stand for one target. */
function likeness({ twins, weights, others, otherWeights, labels }: MixedAnswers): number {
  const sample = (codes: Int16Array, of: Float64Array): CategorySample =>
    peopleSample({ weights: of, areCounts: false, designEffect: null }, codes, {
      categories: labels.length,
    })!
  const { p } = chiSquare(sample(twins, weights), sample(others, otherWeights))
  return Number.isNaN(p) ? 1 : p
}

function quantitiesOf(answers: MixedAnswers, level: number) {
  const { labels, scores } = answers
  const shares = mixedEstimate(
    inputOf(
      answers,
      labels.map((_, k) => labels.map((__, other) => (other === k ? 1 : 0))),
      level,
    ),
  )
  const mean = scores && mixedEstimate(inputOf(answers, [scores], level))
  return {
    pairs: shares.pairs,
    personas: shares.personas,
    quantities: [
      ...(mean ? toQuantities(mean, ['mean'], false) : []),
      ...toQuantities(shares, labels, true),
    ],
  }
}

/** @param values  what each category counts as, per quantity */
function inputOf(
  { people, twins, weights, others, otherWeights }: MixedAnswers,
  values: readonly (readonly number[])[],
  level: number,
): MixedInput {
  const columns = (codes: Int16Array) =>
    values.map((one) => Float64Array.from(codes, (code) => one[code]!))
  return {
    people: columns(people),
    twins: columns(twins),
    weights,
    others: { values: columns(others), weights: otherWeights },
    level,
  }
}

function toQuantities(
  { quantities, lambda, correlation, effectiveN, ceilingN }: MixedResult,
  names: readonly string[],
  isShare: boolean,
): MixedQuantity[] {
  return quantities.map(({ mixed, people, personas }, k) => ({
    measure: names[k]!,
    isShare,
    mixed: isShare ? within01(mixed) : mixed,
    people: isShare ? within01(people) : people,
    personas,
    lambda,
    correlation,
    effectiveN,
    ceilingN,
  }))
}

function within01<T extends { estimate: number; lower: number; upper: number }>(interval: T): T {
  const clamp = (value: number) => Math.min(1, Math.max(0, value))
  return {
    ...interval,
    estimate: clamp(interval.estimate),
    lower: clamp(interval.lower),
    upper: clamp(interval.upper),
  }
}

function sentenceOf(
  { correlation, effectiveN, ceilingN, lambda, measure, mixed, people, isShare }: MixedQuantity,
  pairs: number,
): string {
  const write = isShare ? percent : decimal
  const what = measure === 'mean' ? 'the mean' : `“${measure}”`
  const gain = (n: number) => `${Math.round(100 * (n / pairs - 1))} %`
  const ceiling = `People and twins correlate at ${decimal(correlation)}: the personas make ${Math.round(pairs)} people worth ${Math.round(effectiveN)} (+ ${gain(effectiveN)}), and no number of personas could make them worth more than ${Math.round(ceilingN)} (+ ${gain(ceilingN)}).`
  return lambda === 0
    ? `The personas say nothing about who answers what and do not count: ${what} is ${write(people.estimate)}, as people alone have it.`
    : `${capitalised(what)} is ${write(mixed.estimate)} (${write(mixed.lower)} to ${write(mixed.upper)}); people alone: ${write(people.estimate)} (${write(people.lower)} to ${write(people.upper)}). ${ceiling}`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function warningsOf(answers: MixedAnswers, { mixed, people }: MixedQuantity): string[] {
  const p = likeness(answers)
  return [
    ...(p < DOUBTED
      ? [
          `The other personas answer somewhat otherwise than the twins do (p = ${decimal(p)}): do they stand for the same target?`,
        ]
      : []),
    ...(mixed.standardError > people.standardError
      ? ['By chance of these pairs the mixed interval is no narrower: take people alone.']
      : []),
  ]
}
