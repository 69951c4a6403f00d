import { testedDifference } from '../difference.ts'
import { inverseRoot } from '../inverse-root.ts'
import { dot, sandwich, timesVector, type Matrix } from '../matrix.ts'
import type { CoefficientTest } from './coefficient-tests.ts'
import type { FittedModel } from './fitted-model.ts'
import { squaredWeights, unitParts, type UnitPart } from './unit-parts.ts'
import { fTest, type WaldTest } from './wald.ts'
import { inverseTriangular, weightedBasis } from './weighted-basis.ts'
import { wishartDf } from './wishart.ts'
import type { WorkingRows } from './working-rows.ts'

/** Errors that few personas, or few who carry the weight, do not make too small. */
export type SmallSampleErrors = {
  /** Of the coefficients, then the thresholds. */
  readonly covariance: Matrix
  /** Of the variance of the one at a place (Satterthwaite), or of the matrix of several. */
  degreesOfFreedom(places: readonly number[]): number
}

/**
 * Bias-reduced linearisation (Bell & McCaffrey 2002): residuals of each persona are inflated by
 * what fitting took off them if rows were independent with the model's variance. Degrees of freedom
 * under that model as Pustejovsky & Tipton (2018) have them (R: `clubSandwich`, "CR2", "Satterthwaite"
 * and "HTZ"). Strata are not used, which errs towards caution. Undefined where columns are
 * collinear.
 */
export function smallSampleErrors(rows: WorkingRows): SmallSampleErrors | undefined {
  const everyRow = new Uint8Array(rows.weight.length).fill(1)
  const { q, r, kept } = weightedBasis(rows.columns, rows.weight, everyRow)
  if (kept.length < rows.columns.length) return undefined
  const parts = unitParts(rows, q)
  const squares = squaredWeights(q, rows.weight)
  const back = inverseTriangular(r)
  return {
    covariance: sandwich(back, sumOfSquares(parts, q.length)),
    degreesOfFreedom: (places) =>
      wishartDf(
        parts,
        places.map((place) => back[place]!),
        squares,
      ),
  }
}

/** The coefficient (or threshold) at a place against 0. */
export function smallSampleTest(
  errors: SmallSampleErrors,
  model: FittedModel,
  { place, level }: { place: number; level: number },
): CoefficientTest & { readonly degreesOfFreedom: number } {
  const estimate = [...model.coefficients, ...model.thresholds][place]!
  const df = between(errors.degreesOfFreedom([place]), model)
  const standardError = Math.sqrt(errors.covariance[place]![place]!)
  return testedDifference(estimate, standardError, { df, level })
}

/** That the coefficients at `places` are all 0: approximately Hotelling's T², as an F. */
export function smallSampleWald(
  { covariance, degreesOfFreedom }: SmallSampleErrors,
  model: FittedModel,
  places: readonly number[],
): WaldTest {
  const k = places.length
  const df = between(degreesOfFreedom(places), model)
  const t2 = quadraticForm(
    places.map((i) => places.map((j) => covariance[i]![j]!)),
    places.map((place) => model.coefficients[place]!),
  )
  return fTest((t2 * (df - k + 1)) / (df * k), k, df - k + 1)
}

/**
 * Geometric mean of the degrees of freedom found and the design's. At those found, a true null is
 * rejected in 2 to 4 % of draws under unequal weights (large residuals there move the estimate and
 * its error alike, which they do not know), at the design’s in 4 to 8 %, between them in about 5
 * (docs/decisions/0116). NaN where the design has none.
 */
function between(found: number, { degreesOfFreedom }: FittedModel): number {
  return Math.sqrt(Math.min(found, degreesOfFreedom) * degreesOfFreedom)
}

/** Σuuᵀ of each persona's adjusted score: shape [k][k]. */
function sumOfSquares(parts: readonly UnitPart[], k: number): number[][] {
  const sum = Array.from({ length: k }, () => new Array<number>(k).fill(0))
  for (const { score } of parts)
    score.forEach((a, i) => score.forEach((b, j) => (sum[i]![j]! += a * b)))
  return sum
}

/** bᵀV⁻¹b, by the standard errors, so that no unit of a predictor makes V look singular. */
function quadraticForm(v: Matrix, b: readonly number[]): number {
  const scale = v.map((row, i) => Math.sqrt(row[i]!))
  const z = b.map((value, i) => value / scale[i]!)
  if (!z.every(Number.isFinite)) return Number.NaN
  const root = inverseRoot(v.map((row, i) => row.map((x, j) => x / (scale[i]! * scale[j]!))))
  const standard = timesVector(root, z)
  return dot(standard, standard)
}
