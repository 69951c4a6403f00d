import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import type { QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import type { QuestionType } from '../../../../shared/contract/questions.ts'
import type { ModelError, TotalErrorInterval } from '../../../../shared/contract/total-error.ts'
import type { ValidatedItem } from '../../../../shared/contract/validation.ts'
import { createStream } from '../random.ts'
import { meanOf, varianceOf, type CategorySample } from './category-sample.ts'
import { scoresOfType } from './scores-of-type.ts'

export const FEWEST_ITEMS = 10
const DRAWS = 2000
const LEVEL = 0.95

/** What of a validated item tells the model's error. */
type MeasuredItem = Pick<ValidatedItem, 'type' | 'categories' | 'n'>

/** d² − v of one item: unbiased for the square of the model's own error. */
type Observed = {
  readonly type: QuestionType
  readonly share: number
  readonly mean: number | null
}

/**
 * How far a model is from people beyond sampling: mean(d² − v_people − v_personas) over items, with a
 * percentile bootstrap over them (Efron & Tibshirani 1993). By question type where a type has ten
 * items, else of all types together; none under ten. Of shares, d² and v are means over an item's
 * answers; of means they are in parts of the scale's range.
 */
export function modelErrors(items: readonly MeasuredItem[], seed: number): ModelError[] {
  const observed = items.flatMap(observe)
  const types = [...new Set(observed.map(({ type }) => type))]
  const own = types.filter((type) => ofType(observed, type).length >= FEWEST_ITEMS)
  const groups: { type: QuestionType | null; of: Observed[] }[] = [
    ...own.map((type) => ({ type, of: ofType(observed, type) })),
    ...(own.length < types.length ? [{ type: null, of: observed }] : []),
  ]
  return groups.flatMap(({ type, of }) =>
    (['share', 'mean'] as const).flatMap((measure) => {
      const excess = of.map((one) => one[measure]).filter((one) => one !== null)
      if (excess.length < FEWEST_ITEMS) return []
      return [{ type, measure, items: excess.length, ...pooled(excess, seed) }]
    }),
  )
}

function ofType(observed: readonly Observed[], type: QuestionType): Observed[] {
  return observed.filter((one) => one.type === type)
}

function observe({ type, categories, n }: MeasuredItem): Observed[] {
  if (type === null) return []
  const people = { shares: categories.map((one) => one.people), n: n.people }
  const personas = { shares: categories.map((one) => one.personas), n: n.personas }
  if (people.n <= 1 || personas.n <= 1) return []
  const scores = scoresOfType(type, categories.length)
  const share = average(
    categories.map(
      (one) =>
        (one.personas - one.people) ** 2 -
        (one.people * (1 - one.people)) / (people.n - 1) -
        (one.personas * (1 - one.personas)) / (personas.n - 1),
    ),
  )
  return [{ type, share, mean: scores && meanExcess(people, personas, scores) }]
}

function meanExcess(
  people: CategorySample,
  personas: CategorySample,
  scores: readonly number[],
): number {
  const range = scores.at(-1)! - scores[0]!
  const difference = meanOf(personas, scores) - meanOf(people, scores)
  const sampling = varianceOf(people, scores) / people.n + varianceOf(personas, scores) / personas.n
  return (difference ** 2 - sampling) / range ** 2
}

function pooled(excess: readonly number[], seed: number) {
  const uniform = createStream('model error', seed)
  const draws = Array.from({ length: DRAWS }, () =>
    average(excess.map(() => excess[Math.floor(uniform() * excess.length)]!)),
  ).toSorted((a, b) => a - b)
  const tail = (1 - LEVEL) / 2
  return {
    variance: Math.max(0, average(excess)),
    lower: Math.max(0, draws[Math.floor(tail * DRAWS)]!),
    upper: Math.max(0, draws[Math.ceil((1 - tail) * DRAWS) - 1]!),
  }
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/**
 * Intervals that hold sampling and model error together: √(se² + the model's variance), with t at
 * items − 1. Only shares and means whose type, or all types together, were validated.
 */
export function totalErrorIntervals(
  questions: readonly QuestionEvidence[],
  errors: readonly ModelError[],
): TotalErrorInterval[] {
  return questions.flatMap(({ questionId, type, overall }) => {
    const of = (measure: ModelError['measure']) =>
      errors.find((one) => one.measure === measure && one.type === type) ??
      errors.find((one) => one.measure === measure && one.type === null)
    const scores = scoresOfType(type, overall.shares?.length ?? 0)
    const [share, mean] = [of('share'), of('mean')]
    return [
      ...(mean && scores && overall.mean
        ? widened(questionId, 'mean', overall.mean, mean, [scores[0]!, scores.at(-1)!])
        : []),
      ...(share && type !== 'multi'
        ? (overall.shares ?? []).flatMap((one) =>
            widened(questionId, one.value, one.share, share, [0, 1]),
          )
        : []),
    ]
  })
}

function widened(
  questionId: string,
  measure: string,
  { estimate, standardError }: { estimate: number | null; standardError: number | null },
  error: ModelError,
  [low, high]: readonly [number, number],
): TotalErrorInterval[] {
  if (estimate === null || standardError === null) return []
  const variance = error.variance * (high - low) ** 2
  const half =
    tQuantile((1 + LEVEL) / 2, error.items - 1) * Math.sqrt(standardError ** 2 + variance)
  return [
    {
      questionId,
      measure,
      estimate,
      lower: Math.max(low, estimate - half),
      upper: Math.min(high, estimate + half),
    },
  ]
}
