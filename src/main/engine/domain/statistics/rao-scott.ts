import fCdf from '@stdlib/stats-base-dists-f-cdf'
import { countRows, degreesOfFreedom, type Domain, type SurveyDesign } from './design.ts'
import { solve } from './solve.ts'
import { crossTable, type CrossTable } from './cross-table.ts'
import { varianceOfCells } from './cell-variance.ts'
import { sandwich } from './matrix.ts'
import { varianceOfTotals } from './variance.ts'

export type RaoScott = {
  /** F: Pearson's X² of the weighted table over the trace of the design effects. */
  readonly statistic: number
  /** Not whole numbers: Satterthwaite's, from the generalised design effects. */
  readonly numeratorDf: number
  readonly denominatorDf: number
  readonly p: number
  /**
   * How strong: 0 none … 1 one classification tells the other. Cramér's V (1946) less what chance
   * alone makes of it (Bergsma 2013), which under the design is the trace of the design effects.
   */
  readonly cramersV: number
}

/** A design effect is about 1; less than this is rounding. */
const NO_VARIANCE = 1e-12
const UNTESTABLE: RaoScott = {
  statistic: Number.NaN,
  numeratorDf: Number.NaN,
  denominatorDf: Number.NaN,
  p: Number.NaN,
  cramersV: Number.NaN,
}

/** Contrast of one cell of the table: a row contrast times a column contrast. */
type Contrast = (cell: number) => number

/**
 * Test of association of two classifications with the second-order correction of Rao & Scott (1984)
 * as an F (R: `svychisq(statistic = "F")`). NaN where a classification has a single category in the
 * domain, empty cells leave some association unestimable, or personas do not vary.
 *
 * @param categoriesA  any whole numbers as labels, shape [rows]; not read outside the domain
 */
export function raoScott(
  design: SurveyDesign,
  categoriesA: Int32Array,
  categoriesB: Int32Array,
  domain: Domain,
): RaoScott {
  const table = crossTable(design, categoriesA, categoriesB, domain)
  const effects = designEffects(design, table, domain)
  const trace = effects ? sum(effects.map((row, i) => row[i]!)) : 0
  if (effects === undefined || trace < NO_VARIANCE) return UNTESTABLE
  const traceOfSquare = sum(effects.flatMap((row, i) => row.map((x, j) => x * effects[j]![i]!)))
  const n = countRows(domain)
  const chiSquare = pearson(table, n)
  const statistic = chiSquare / trace
  const numeratorDf = trace ** 2 / traceOfSquare
  const denominatorDf = numeratorDf * degreesOfFreedom(design, domain)
  return {
    statistic,
    numeratorDf,
    denominatorDf,
    p: upperTail(statistic, numeratorDf, denominatorDf),
    cramersV: Math.sqrt(
      Math.max(0, chiSquare - trace) / n / (Math.min(table.rows, table.columns) - 1),
    ),
  }
}

/** Variance of each interaction contrast under the design, relative to simple random sampling. */
function designEffects(
  design: SurveyDesign,
  table: CrossTable,
  domain: Domain,
): number[][] | undefined {
  const contrasts = interactionContrasts(table.rows, table.columns)
  if (contrasts.length === 0) return undefined
  const { share } = table
  const cells = share
    .keys()
    .filter((cell) => share[cell]! > 0)
    .toArray()
  const n = countRows(domain)
  const simple = contrasts.map((a) =>
    contrasts.map((b) => sum(cells.map((cell) => (a(cell) * b(cell)) / share[cell]!)) / n),
  )
  // What a row of a cell adds to each contrast, per weight.
  const ofCells = contrasts.map((contrast) => {
    const mean = sum(cells.map(contrast))
    return share.map((p, cell) => (p > 0 ? (contrast(cell) / p - mean) / table.weight : 0))
  })
  return solve(simple, varianceOfContrasts(design, table, ofCells))
}

function varianceOfContrasts(
  design: SurveyDesign,
  { cellOf, share }: CrossTable,
  ofCells: readonly Float64Array[],
): number[][] {
  if (!design.rakedOn) {
    const v = varianceOfCells(design, cellOf, share.length)
    return sandwich(
      ofCells.map((ofCell) => [...ofCell]),
      v,
    )
  }
  const influences = ofCells.map((ofCell) =>
    design.weight.map((weight, row) => {
      const cell = cellOf[row]!
      return cell < 0 ? 0 : weight * ofCell[cell]!
    }),
  )
  return varianceOfTotals(design, influences)
}

/** X² of the shares, as for a table of n people. */
function pearson({ share, rows, columns }: CrossTable, n: number): number {
  const ofRow = new Float64Array(rows)
  const ofColumn = new Float64Array(columns)
  share.forEach((p, cell) => {
    ofRow[Math.floor(cell / columns)]! += p
    ofColumn[cell % columns]! += p
  })
  const terms = Array.from(share, (p, cell) => {
    const expected = ofRow[Math.floor(cell / columns)]! * ofColumn[cell % columns]!
    return (p - expected) ** 2 / expected
  })
  return n * sum(terms)
}

/** A basis of everything that main effects of rows and columns do not explain. */
function interactionContrasts(rows: number, columns: number): Contrast[] {
  const ofColumns = helmert(columns)
  return helmert(rows).flatMap((a) =>
    ofColumns.map(
      (b): Contrast =>
        (cell) =>
          a[Math.floor(cell / columns)]! * b[cell % columns]!,
    ),
  )
}

/** Orthonormal contrasts of k levels (Helmert): shape [k − 1][k]. */
function helmert(k: number): number[][] {
  return Array.from({ length: Math.max(0, k - 1) }, (_, i) => {
    const scale = Math.sqrt((i + 1) * (i + 2))
    return Array.from({ length: k }, (_, level) =>
      level <= i ? 1 / scale : level === i + 1 ? -(i + 1) / scale : 0,
    )
  })
}

// By the reciprocal: 1 − cdf would lose every digit of a small p.
function upperTail(f: number, df1: number, df2: number): number {
  return f === 0 ? 1 : fCdf(1 / f, df2, df1)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
