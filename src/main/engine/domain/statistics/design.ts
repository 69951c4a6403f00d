import tQuantile from '@stdlib/stats-base-dists-t-quantile'

/**
 * The survey design `svydesign(ids = ~persona, strata = ~cohort, weights = ~w, nest = TRUE)`: one
 * row per task, personas as sampling units (PSUs), each in exactly one stratum. Every field has the
 * shape [rows].
 */
export type SurveyDesign = {
  /** Index of the persona. */
  readonly unit: Int32Array
  /** Index of the cohort; the same for all rows of a unit. */
  readonly stratum: Int32Array
  readonly weight: Float64Array
}

export type Estimate = {
  readonly estimate: number
  readonly standardError: number
  readonly lower: number
  readonly upper: number
  /** Nominal coverage, e.g. 0.95. */
  readonly level: number
  /** Rows in the domain. */
  readonly n: number
  /** Kish (1965): (Σw)² / Σw² over the rows of the domain. */
  readonly effectiveN: number
  readonly degreesOfFreedom: number
}

/** Rows of a domain: 1 inside, 0 outside. Shape [rows]. */
export type Domain = Uint8Array

export const DEFAULT_LEVEL = 0.95

/**
 * Variance matrix of totals by Taylor linearisation (Binder 1983), with replacement of units.
 * Domains are subsets of the design: rows outside carry zero influence but their units still count
 * in their strata. A lone unit of a stratum is centred at the grand mean of all units
 * (`survey.lonely.psu = "adjust"`).
 *
 * @param influences  k influence functions, each shape [rows], already weighted and zero outside
 *   the domain
 * @returns shape [k][k]
 */
export function varianceOfTotals(
  design: SurveyDesign,
  influences: readonly Float64Array[],
): number[][] {
  const k = influences.length
  const units = unitTotals(design, influences)
  const grandMean = influences.map((_, j) => mean(units.map(({ totals }) => totals[j]!)))
  const result = Array.from({ length: k }, () => new Array<number>(k).fill(0))
  for (const members of Map.groupBy(units, ({ stratum }) => stratum).values()) {
    const m = members.length
    const centre =
      m === 1 ? grandMean : influences.map((_, j) => mean(members.map(({ totals }) => totals[j]!)))
    const scale = m === 1 ? 1 : m / (m - 1)
    for (const { totals } of members)
      for (let a = 0; a < k; a++)
        for (let b = 0; b < k; b++)
          result[a]![b]! += scale * (totals[a]! - centre[a]!) * (totals[b]! - centre[b]!)
  }
  return result
}

/** Standard error of one total. */
export function standardErrorOfTotal(design: SurveyDesign, influence: Float64Array): number {
  return Math.sqrt(Math.max(0, varianceOfTotals(design, [influence])[0]![0]!))
}

function unitTotals(design: SurveyDesign, influences: readonly Float64Array[]) {
  const units = new Map<number, { stratum: number; totals: Float64Array }>()
  design.unit.forEach((unit, row) => {
    let found = units.get(unit)
    if (!found) {
      found = { stratum: design.stratum[row]!, totals: new Float64Array(influences.length) }
      units.set(unit, found)
    }
    for (let j = 0; j < influences.length; j++) found.totals[j]! += influences[j]![row]!
  })
  // In the order of the unit index: sums do not depend on how rows are ordered.
  return [...units.keys()].toSorted((a, b) => a - b).map((unit) => units.get(unit)!)
}

/** Units − strata, counting only those present in the domain (R: `degf` of the subset design). */
export function degreesOfFreedom(design: SurveyDesign, domain: Domain): number {
  const units = new Set<number>()
  const strata = new Set<number>()
  domain.forEach((inside, row) => {
    if (!inside) return
    units.add(design.unit[row]!)
    strata.add(design.stratum[row]!)
  })
  return units.size - strata.size
}

export function countRows(domain: Domain): number {
  return domain.reduce((sum, inside) => sum + inside, 0)
}

/** Kish (1965): (Σw)² / Σw² over the rows of the domain; 0 when it is empty. */
export function kishEffectiveN(design: SurveyDesign, domain: Domain): number {
  let sum = 0
  let squares = 0
  domain.forEach((inside, row) => {
    if (!inside) return
    sum += design.weight[row]!
    squares += design.weight[row]! ** 2
  })
  return squares === 0 ? 0 : sum ** 2 / squares
}

/** Half-width factor of a t interval; NaN without degrees of freedom. */
export function tFactor(level: number, df: number): number {
  return df > 0 ? tQuantile(1 - (1 - level) / 2, df) : Number.NaN
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
