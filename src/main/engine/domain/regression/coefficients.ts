import type { Coefficient } from '../../../../shared/contract/regression.ts'
import { SUPPRESSED_BELOW_N, toEstimate } from '../evidence/estimates.ts'
import { countRows, kishEffectiveN } from '../statistics/design.ts'
import {
  coefficientTests,
  type CoefficientTest,
} from '../statistics/regression/coefficient-tests.ts'
import type { FittedModel, UnfittedModel } from '../statistics/regression/fitted-model.ts'
import type { ModelColumn } from './model-columns.ts'
import type { RegressionInput } from './regression.ts'
import { coefficientSentence } from './sentences.ts'

const NO_TEST: CoefficientTest = {
  estimate: Number.NaN,
  standardError: Number.NaN,
  lower: Number.NaN,
  upper: Number.NaN,
  statistic: Number.NaN,
  p: Number.NaN,
}

/** Every column of the model, then the thresholds between `categories`. */
export function fittedCoefficients(
  input: RegressionInput,
  model: FittedModel,
  categories: readonly string[],
): Coefficient[] {
  const tests = coefficientTests(model, input.level)
  const isOrdinal = input.outcome.model === 'ordinal'
  const columns = input.columns.slice(isOrdinal ? 1 : 0).map((column, at) => {
    const place = model.kept.indexOf(at + (isOrdinal ? 1 : 0))
    const left = place === -1 ? 'collinear' : null
    return coefficientOf(input, column, { test: tests[place] ?? NO_TEST, left })
  })
  const thresholds = tests.slice(model.coefficients.length).map((test, i) => {
    const [below, above] = [categories[i]!, categories[i + 1]!]
    const name = `${below}|${above}`
    return { ...parts(input, test, input.domain), ...plain('threshold', name), label: name }
  })
  return [...columns, ...thresholds]
}

export function unfittedCoefficients(
  input: RegressionInput,
  { separatedBy, kept }: UnfittedModel,
): Coefficient[] {
  return input.columns.map((column, at) => {
    const left = separatedBy.includes(at)
      ? 'separated'
      : kept.includes(at)
        ? 'not fitted'
        : 'collinear'
    return coefficientOf(input, column, { test: NO_TEST, left })
  })
}

function coefficientOf(
  input: RegressionInput,
  column: ModelColumn,
  { test, left }: { test: CoefficientTest; left: Coefficient['left'] },
): Coefficient {
  const { name, label, term, category, rows } = column
  if (term === null)
    return { ...parts(input, test, rows), ...plain('intercept', name), label, left }
  const isHidden = countRows(rows) < SUPPRESSED_BELOW_N
  const shown = isHidden ? NO_TEST : test
  const coefficient: Coefficient = {
    name,
    label,
    kind: 'slope',
    term: term.name,
    category: category?.label ?? null,
    reference: category?.reference ?? null,
    ...parts(input, shown, rows),
    oddsRatio: input.outcome.model === 'linear' ? null : oddsRatioOf(shown),
    left: left ?? (isHidden ? 'too few' : null),
    sentence: null,
  }
  return { ...coefficient, sentence: coefficientSentence(input.outcome, column, coefficient) }
}

function plain(kind: 'intercept' | 'threshold', name: string) {
  return {
    name,
    kind,
    term: null,
    category: null,
    reference: null,
    oddsRatio: null,
    left: null,
    sentence: null,
  }
}

function parts(
  { design, level, provisional }: RegressionInput,
  test: CoefficientTest,
  rows: Uint8Array,
) {
  const n = countRows(rows)
  const estimate = toEstimate({
    ...test,
    level,
    n,
    effectiveN: kishEffectiveN(design, rows),
    degreesOfFreedom: Number.NaN,
  })
  return {
    estimate,
    statistic: Number.isFinite(test.statistic) ? test.statistic : null,
    p: provisional || !Number.isFinite(test.p) ? null : test.p,
  }
}

function oddsRatioOf({ estimate, lower, upper }: CoefficientTest): Coefficient['oddsRatio'] {
  const [ratio, low, high] = [estimate, lower, upper].map(Math.exp) as [number, number, number]
  if (!Number.isFinite(ratio)) return null
  return {
    estimate: ratio,
    lower: Number.isFinite(low) ? low : null,
    upper: Number.isFinite(high) ? high : null,
  }
}
