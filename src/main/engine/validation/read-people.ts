import type { CompareSurveysRequest } from '../../../shared/contract/validation.ts'
import type { CategorySample } from '../domain/validation/category-sample.ts'
import { effectiveSampleSize } from '../domain/weighting/kish.ts'
import { invalidInput } from '../http/invalid-input.ts'

type Answers = CompareSurveysRequest['items'][number]['people']
type Where = { readonly path: readonly (string | number)[]; readonly question: string }

/**
 * Counts or single answers as shares over the categories of a question.
 *
 * @throws EngineError `invalid_input` naming an answer that is none of the categories, or when
 *   there is nobody
 */
export function readPeople(
  { counts, answers, effectiveN }: Answers,
  categories: readonly string[],
  { path, question }: Where,
): CategorySample {
  const fail = (message: string) => invalidInput([{ path, message }])
  if ((counts === undefined) === (answers === undefined))
    throw fail('must have either counts or answers')
  const rows = counts ? counts.map(({ value, count }) => ({ value, weight: count })) : answers!
  const totals = new Map(categories.map((category) => [category, 0]))
  for (const { value, weight } of rows) {
    const total = totals.get(String(value))
    if (total === undefined)
      throw fail(
        `has the answer "${value}", which is none of the answers to ${question}: ${categories.join(', ')}. Leave out refusals and "don't know".`,
      )
    totals.set(String(value), total + weight)
  }
  const sums = [...totals.values()]
  const sum = sums.reduce((a, b) => a + b, 0)
  if (sum <= 0) throw fail('has no answers')
  return {
    shares: sums.map((one) => one / sum),
    n:
      effectiveN ??
      (counts ? sum : effectiveSampleSize(Float64Array.from(rows, ({ weight }) => weight))),
  }
}
