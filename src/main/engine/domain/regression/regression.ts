import type { Regression } from '../../../../shared/contract/regression.ts'
import { CAVEAT } from '../evidence/caveat.ts'
import { kishEffectiveN, type SurveyDesign } from '../statistics/design.ts'
import { fitQuality } from '../statistics/regression/fit-quality.ts'
import {
  isUnfitted,
  type FittedModel,
  type ModelData,
  type UnfittedModel,
} from '../statistics/regression/fitted-model.ts'
import { linearModel } from '../statistics/regression/linear-model.ts'
import { logisticModel } from '../statistics/regression/logistic-model.ts'
import { ordinalModel } from '../statistics/regression/ordinal-model.ts'
import { correctionsOf } from './corrections.ts'
import { fittedCoefficients, unfittedCoefficients } from './coefficients.ts'
import type { ModelColumn } from './model-columns.ts'
import { modelNotices } from './notices.ts'
import type { OutcomeVariable } from './outcome.ts'
import { termTests } from './term-tests.ts'

/** Everything a regression is computed from. Plain data: it crosses to a worker as it is. */
export type RegressionInput = {
  readonly run: { readonly id: string; readonly rehearsal: boolean }
  readonly provisional: boolean
  readonly design: SurveyDesign
  readonly outcome: OutcomeVariable
  readonly columns: readonly ModelColumn[]
  /** Interviews with an answer and every predictor: shape [rows]. */
  readonly domain: Uint8Array
  readonly leftOut: { readonly noAnswer: number; readonly noPredictor: number }
  readonly level: number
  /** Terms that the question asks for in other words. */
  readonly restated: readonly string[]
}

/** A weighted model with the errors of the design. Pure. */
export function computeRegression(input: RegressionInput): Regression {
  const { run, outcome, domain, design, level, provisional } = input
  const { values, categories } = orderedCategories(input)
  const data = { design, domain, columns: input.columns.map((column) => column.values) }
  const model = fit(input, data, { values, categories: categories.length })
  const numbers = (value: number) => (Number.isFinite(value) ? value : null)
  const isFitted = !isUnfitted(model)
  const corrections = isFitted
    ? correctionsOf(input, { data, model, categories: values })
    : undefined
  const quality = isFitted ? fitQuality(model, outcome.model === 'linear') : undefined
  return {
    runId: run.id,
    outcome: {
      questionId: outcome.questionId,
      measure: outcome.measure,
      text: outcome.text,
      label: outcome.label,
      unit: outcome.unit,
    },
    model: outcome.model,
    level,
    n: domain.reduce((sum, inside) => sum + inside, 0),
    personas: new Set(design.unit.filter((_, row) => domain[row] === 1)).size,
    effectiveN: kishEffectiveN(design, domain),
    leftOut: input.leftOut,
    degreesOfFreedom: isFitted ? model.degreesOfFreedom : 0,
    errors: corrections?.weakest ? 'corrected' : 'design',
    coefficients: isFitted
      ? fittedCoefficients(input, { model, corrections }, categories)
      : unfittedCoefficients(input, model),
    tests: isFitted ? termTests(input, model, corrections) : [],
    fit: {
      rSquared: numbers(quality?.rSquared ?? Number.NaN),
      mcFadden: numbers(quality?.mcFadden ?? Number.NaN),
      nagelkerke: numbers(quality?.nagelkerke ?? Number.NaN),
    },
    notices: modelNotices(input, model, corrections),
    provisional,
    rehearsal: run.rehearsal,
    caveat: CAVEAT,
  }
}

function fit(
  { outcome }: RegressionInput,
  data: ModelData,
  { values, categories }: { values: Int32Array; categories: number },
): FittedModel | UnfittedModel {
  if (outcome.model === 'linear') return linearModel(data, outcome.values)
  if (outcome.model === 'logistic') return logisticModel(data, outcome.values)
  return ordinalModel(data, values, categories)
}

/** Ordered answers by number, lowest 0, and what they are called; none for other models. */
function orderedCategories({ outcome, domain }: RegressionInput): {
  values: Int32Array
  categories: string[]
} {
  if (outcome.model !== 'ordinal') return { values: new Int32Array(0), categories: [] }
  const inside = outcome.values.filter((_, row) => domain[row] === 1)
  const met = [...new Set(inside)].toSorted((a, b) => a - b)
  const index = new Map(met.map((value, i) => [value, i]))
  return {
    values: Int32Array.from(outcome.values, (value) => index.get(value) ?? 0),
    categories: met.map((value) => outcome.labels[String(value)] ?? String(value)),
  }
}
