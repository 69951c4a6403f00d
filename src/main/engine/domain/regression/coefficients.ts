import type { Coefficient, Regression } from '../../../../shared/contract/regression.ts'
import { shownCoefficient } from '../../../../shared/shown-coefficient.ts'
import { toEstimate } from '../evidence/estimates.ts'
import { countRows, kishEffectiveN, personasIn } from '../statistics/design.ts'
import {
  coefficientTests,
  type CoefficientTest,
} from '../statistics/regression/coefficient-tests.ts'
import type { FittedModel, UnfittedModel } from '../statistics/regression/fitted-model.ts'
import { smallSampleTest } from '../statistics/regression/small-sample.ts'
import type { Corrections } from './corrections.ts'
import { hasHiddenReference, isHidden } from './hidden.ts'
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
  { model, corrections }: { model: FittedModel; corrections: Corrections | undefined },
  categories: readonly string[],
): Coefficient[] {
  const tests = coefficientTests(model, input.level)
  const isOrdinal = input.outcome.model === 'ordinal'
  const correctedAt = (place: number) =>
    corrections
      ? correctedCoefficient(
          input,
          smallSampleTest(corrections.errors, model, { place, level: input.level }),
        )
      : null
  const columns = input.columns.slice(isOrdinal ? 1 : 0).map((column, at) => {
    const place = model.kept.indexOf(at + (isOrdinal ? 1 : 0))
    const left = place === -1 ? 'collinear' : null
    const corrected = place === -1 ? null : correctedAt(place)
    return coefficientOf(input, column, {
      test: tests[place] ?? NO_TEST,
      corrected,
      errors: corrections?.weakest ? 'corrected' : 'design',
      left,
    })
  })
  const thresholds = tests.slice(model.coefficients.length).map((test, i) => {
    const [below, above] = [categories[i]!, categories[i + 1]!]
    const name = `${below}|${above}`
    const corrected = correctedAt(model.coefficients.length + i)
    return { ...baseline(input, 'threshold', { name, test, corrected, left: null }), label: name }
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
    return coefficientOf(input, column, { test: NO_TEST, corrected: null, errors: 'design', left })
  })
}

type Found = Pick<Coefficient, 'corrected' | 'left'> & {
  readonly test: CoefficientTest
  readonly errors: Regression['errors']
}

function coefficientOf(
  input: RegressionInput,
  column: ModelColumn,
  { test, corrected, errors, left }: Found,
): Coefficient {
  const { name, label, term, category, rows } = column
  if (term === null)
    return { ...baseline(input, 'intercept', { name, test, corrected, left }), label }
  const hidden = isHidden(input.design, column)
  const shown = hidden ? NO_TEST : test
  const coefficient: Coefficient = {
    name,
    label,
    kind: 'slope',
    term: term.name,
    category: category?.label ?? null,
    reference: category?.reference ?? null,
    ...parts(input, shown, rows),
    oddsRatio: input.outcome.model === 'linear' ? null : oddsRatioOf(shown),
    corrected: hidden ? null : corrected,
    left: left ?? (hidden ? 'too few' : null),
    sentence: null,
  }
  return {
    ...coefficient,
    sentence: coefficientSentence(input.outcome, column, shownCoefficient(coefficient, errors)),
  }
}

/** An intercept or a threshold: what is said of those in every reference. */
function baseline(
  input: RegressionInput,
  kind: 'intercept' | 'threshold',
  { name, test, corrected, left }: Omit<Found, 'errors'> & { readonly name: string },
) {
  const hidden = input.columns.some((column) => hasHiddenReference(input.design, column))
  return {
    ...parts(input, hidden ? NO_TEST : test, input.domain),
    name,
    kind,
    term: null,
    category: null,
    reference: null,
    oddsRatio: null,
    corrected: hidden ? null : corrected,
    left: left ?? (hidden ? ('too few' as const) : null),
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
    personas: personasIn(design, rows),
    effectiveN: kishEffectiveN(design, rows),
    degreesOfFreedom: Number.NaN,
  })
  return {
    estimate,
    statistic: Number.isFinite(test.statistic) ? test.statistic : null,
    p: provisional || !Number.isFinite(test.p) ? null : test.p,
  }
}

function correctedCoefficient(
  { outcome, provisional }: RegressionInput,
  test: ReturnType<typeof smallSampleTest>,
): Coefficient['corrected'] {
  const { standardError, lower, upper, degreesOfFreedom, p } = test
  if (![lower, upper, degreesOfFreedom].every(Number.isFinite)) return null
  return {
    standardError,
    lower,
    upper,
    degreesOfFreedom,
    p: provisional || !Number.isFinite(p) ? null : p,
    oddsRatio: outcome.model === 'linear' ? null : oddsRatioOf(test),
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
