/** A pivot this small relative to the largest element is a zero that rounding has blurred. */
const SINGULAR = 1e-12

/**
 * X of A·X = B by Gaussian elimination with partial pivoting; undefined for a singular A.
 *
 * @param a  shape [k][k]
 * @param b  shape [k][m]
 * @returns  shape [k][m]
 */
export function solve(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): number[][] | undefined {
  const k = a.length
  const rows = a.map((row, i) => [...row, ...b[i]!])
  const floor = SINGULAR * Math.max(...a.flat().map(Math.abs))
  for (let column = 0; column < k; column++) {
    const pivot = largestFrom(rows, column)
    if (!(Math.abs(rows[pivot]![column]!) > floor)) return undefined
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    for (let i = 0; i < k; i++) if (i !== column) eliminate(rows[i]!, rows[column]!, column)
  }
  return rows.map((row, i) => row.slice(k).map((value) => value / row[i]!))
}

function largestFrom(rows: readonly (readonly number[])[], column: number): number {
  let best = column
  for (let i = column + 1; i < rows.length; i++)
    if (Math.abs(rows[i]![column]!) > Math.abs(rows[best]![column]!)) best = i
  return best
}

function eliminate(row: number[], pivot: readonly number[], column: number): void {
  const factor = row[column]! / pivot[column]!
  for (let j = column; j < row.length; j++) row[j]! -= factor * pivot[j]!
}
