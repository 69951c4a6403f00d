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

/** Labels this far apart at most are looked up by place. */
const MAX_SPAN = 10_000

/** Weighted two-way table of a domain. Rows and columns are the labels met in it, ascending. */
export function crossTable(
  { weight }: SurveyDesign,
  categoriesA: Int32Array,
  categoriesB: Int32Array,
  domain: Domain,
): CrossTable {
  const a = levelsOf(categoriesA, domain)
  const b = levelsOf(categoriesB, domain)
  const cellOf = new Int32Array(domain.length).fill(-1)
  const sums = new Float64Array(a.size * b.size)
  let total = 0
  for (let row = 0; row < domain.length; row++) {
    if (!domain[row]) continue
    const cell = a.indexOf(categoriesA[row]!) * b.size + b.indexOf(categoriesB[row]!)
    cellOf[row] = cell
    sums[cell]! += weight[row]!
    total += weight[row]!
  }
  const share = sums.map((cell) => cell / total)
  return { rows: a.size, columns: b.size, share, cellOf, weight: total }
}

/** Labels met, ascending, and the place of each. */
function levelsOf(categories: Int32Array, domain: Domain) {
  let [lowest, highest] = [Infinity, -Infinity]
  for (let row = 0; row < domain.length; row++) {
    if (!domain[row]) continue
    lowest = Math.min(lowest, categories[row]!)
    highest = Math.max(highest, categories[row]!)
  }
  if (highest >= lowest && highest - lowest < MAX_SPAN)
    return denseLevels(categories, domain, { lowest, highest })
  const labels = [...new Set(categories.filter((_, row) => domain[row] === 1))]
  const places = new Map(labels.toSorted((a, b) => a - b).map((label, i) => [label, i]))
  return { size: places.size, indexOf: (label: number) => places.get(label)! }
}

function denseLevels(
  categories: Int32Array,
  domain: Domain,
  { lowest, highest }: { lowest: number; highest: number },
) {
  const places = new Int32Array(highest - lowest + 1).fill(-1)
  for (let row = 0; row < domain.length; row++)
    if (domain[row]) places[categories[row]! - lowest] = 0
  let size = 0
  for (let i = 0; i < places.length; i++) if (places[i] === 0) places[i] = size++
  return { size, indexOf: (label: number) => places[label - lowest]! }
}
