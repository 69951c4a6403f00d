import type { Domain, SurveyDesign } from './design.ts'

export type CrossTable = {
  readonly rows: number
  readonly columns: number
  /** Weighted share per cell, cell = row · columns + column; sums to 1. Shape [rows · columns]. */
  readonly share: Float64Array
  /** Cell per row of the design, −1 outside the domain. */
  readonly cellOf: Int32Array
  /** Σw over the domain. */
  readonly weight: number
}

/** Weighted two-way table of a domain. Rows and columns are the labels met in it, ascending. */
export function crossTable(
  { weight }: SurveyDesign,
  categoriesA: Int32Array,
  categoriesB: Int32Array,
  domain: Domain,
): CrossTable {
  const a = levelsOf(categoriesA, domain)
  const b = levelsOf(categoriesB, domain)
  const cellOf = Int32Array.from(domain, (inside, row) =>
    inside ? a.get(categoriesA[row]!)! * b.size + b.get(categoriesB[row]!)! : -1,
  )
  const sums = new Float64Array(a.size * b.size)
  let total = 0
  cellOf.forEach((cell, row) => {
    if (cell < 0) return
    sums[cell]! += weight[row]!
    total += weight[row]!
  })
  const share = sums.map((cell) => cell / total)
  return { rows: a.size, columns: b.size, share, cellOf, weight: total }
}

function levelsOf(categories: Int32Array, domain: Domain): Map<number, number> {
  const labels = [...new Set(categories.filter((_, row) => domain[row] === 1))]
  return new Map(labels.toSorted((a, b) => a - b).map((label, i) => [label, i]))
}
