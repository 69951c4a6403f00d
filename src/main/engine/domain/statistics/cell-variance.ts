import type { SurveyDesign } from './design.ts'
import { unitsOf } from './units.ts'

/**
 * Variance matrix of the weighted totals of cells, as `varianceOfTotals` of their indicators would
 * give it for contrasts that sum to zero over all rows, but in one pass: a unit has rows in few
 * cells, and what it adds to the squares is only there.
 *
 * @param cellOf  cell per row, −1 outside the domain: shape [rows]
 * @returns shape [cells][cells]
 */
export function varianceOfCells(
  design: SurveyDesign,
  cellOf: Int32Array,
  cells: number,
): number[][] {
  const { weight } = design
  const { unitOf, stratumOf, sizes } = unitsOf(design)
  const variance = new Float64Array(cells * cells)
  const totals = new Float64Array(sizes.length * cells)
  const { last, before } = rowsByUnit(unitOf, cellOf, stratumOf.length)
  for (let unit = 0; unit < last.length; unit++) {
    const stratum = stratumOf[unit]!
    const m = sizes[stratum]!
    // A lone unit is centred at the grand mean, which is 0 for the contrasts.
    const scale = m > 1 ? m / (m - 1) : 1
    for (let row = last[unit]!; row >= 0; row = before[row]!) {
      totals[stratum * cells + cellOf[row]!]! += weight[row]!
      for (let other = last[unit]!; other >= 0; other = before[other]!)
        variance[cellOf[row]! * cells + cellOf[other]!]! += scale * weight[row]! * weight[other]!
    }
  }
  sizes.forEach((m, stratum) => {
    if (m === 1) return
    const sum = totals.subarray(stratum * cells, (stratum + 1) * cells)
    for (let i = 0; i < cells; i++)
      for (let j = 0; j < cells; j++) variance[i * cells + j]! -= (sum[i]! * sum[j]!) / (m - 1)
  })
  return Array.from({ length: cells }, (_, i) => [...variance.subarray(i * cells, (i + 1) * cells)])
}

/** Rows inside the domain as a chain per unit: the last one, and the one before each; −1 at an end. */
function rowsByUnit(
  unitOf: Int32Array,
  cellOf: Int32Array,
  units: number,
): { last: Int32Array; before: Int32Array } {
  const last = new Int32Array(units).fill(-1)
  const before = new Int32Array(unitOf.length).fill(-1)
  for (let row = 0; row < unitOf.length; row++) {
    if (cellOf[row]! < 0) continue
    before[row] = last[unitOf[row]!]!
    last[unitOf[row]!] = row
  }
  return { last, before }
}
