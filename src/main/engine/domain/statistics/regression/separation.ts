import { weightedBasis, weightedDot, inverseTriangular } from './weighted-basis.ts'
import { timesVector } from '../matrix.ts'

const MAX_PROJECTIONS = 5_000
/** Relative to the largest: what is under it is 0. */
const NOTHING = 1e-5

/**
 * A direction of the parameters in which no answer becomes less likely and some become ever more
 * so: then the likelihood has no maximum (Albert & Anderson 1984). Found by projecting in turn on
 * what the predictors can reach and on what is nowhere negative, from a start of ones; that ends
 * at 0 only if there is no such direction, as each projection keeps at least the product with it
 * (the iterative rectifier of Correia, Guimarães & Zylkin 2019 is the same idea).
 *
 * @param rows  shape [m][k]: by how much each condition moves with each parameter; ≥ 0 is towards
 *   what was answered
 */
export function findSeparation(rows: readonly (readonly number[])[]): number[] | undefined {
  const k = rows[0]?.length ?? 0
  const ones = new Float64Array(rows.length).fill(1)
  const columns = Array.from({ length: k }, (_, j) => Float64Array.from(rows, (row) => row[j]!))
  const { q, r, kept } = weightedBasis(columns, ones, new Uint8Array(rows.length).fill(1))
  let point = ones.slice()
  for (let turn = 0; turn < MAX_PROJECTIONS; turn++) {
    const along = q.map((direction) => weightedDot(direction, point, ones))
    const reached = new Float64Array(rows.length)
    q.forEach((direction, j) => {
      for (let row = 0; row < reached.length; row++) reached[row]! += along[j]! * direction[row]!
    })
    const highest = reached.reduce((a, b) => Math.max(a, b), 0)
    const lowest = reached.reduce((a, b) => Math.min(a, b), 0)
    // Nothing that was 1 in the beginning is left of: there is no such direction.
    if (highest < 1e-9) return undefined
    if (lowest >= -NOTHING * highest) {
      const moves = timesVector(inverseTriangular(r), along)
      const direction = new Array<number>(k).fill(0)
      kept.forEach((column, i) => (direction[column] = moves[i]!))
      return direction
    }
    point = reached.map((value) => Math.max(0, value))
  }
  return undefined
}
