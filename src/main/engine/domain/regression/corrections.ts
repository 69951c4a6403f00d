import type { FittedModel, ModelData } from '../statistics/regression/fitted-model.ts'
import { carriersOf } from '../statistics/design.ts'
import { smallSampleErrors, type SmallSampleErrors } from '../statistics/regression/small-sample.ts'
import { linearRows, logisticRows, ordinalRows } from '../statistics/regression/working-rows.ts'
import type { RegressionInput } from './regression.ts'

/**
 * Under so many, R's errors reject a true null in 6 to 10 % of simulations (docs/benchmarks.md):
 * then the corrected ones are shown first.
 */
const ENOUGH_DF = 30
/** Personas of equal weight for each coefficient, over which no correction would be seen. */
const PLENTY = 100

/** Small-sample errors of a fitted model. */
export type Corrections = {
  readonly errors: SmallSampleErrors
  /** The column whose error is known least; null where R's errors will do. */
  readonly weakest: { readonly column: number; readonly degreesOfFreedom: number } | null
}

/** Undefined where there are plenty of interviews, or too few for any interval. */
export function correctionsOf(
  input: RegressionInput,
  { data, model, categories }: { data: ModelData; model: FittedModel; categories: Int32Array },
): Corrections | undefined {
  if (model.degreesOfFreedom <= 0 || hasPlenty(input, model)) return undefined
  const { outcome } = input
  const rows =
    outcome.model === 'linear'
      ? linearRows(data, outcome.values, model)
      : outcome.model === 'logistic'
        ? logisticRows(data, outcome.values, model)
        : ordinalRows(data, categories, model)
  const errors = smallSampleErrors(rows)
  if (!errors) return undefined
  const slopes = model.kept.flatMap((column, place) =>
    input.columns[column]!.term === null
      ? []
      : [{ column, degreesOfFreedom: errors.degreesOfFreedom([place]) }],
  )
  const least = slopes.toSorted((a, b) => a.degreesOfFreedom - b.degreesOfFreedom)[0]
  const isFew = least !== undefined && least.degreesOfFreedom < ENOUGH_DF
  return { errors, weakest: isFew ? least : null }
}

function hasPlenty({ design, columns, domain }: RegressionInput, { kept }: FittedModel): boolean {
  const rows = kept.map((column) => carriersOf(design, columns[column]!.rows))
  return carriersOf(design, domain) / kept.length >= PLENTY && Math.min(...rows) >= PLENTY
}
