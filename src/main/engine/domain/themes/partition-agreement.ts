/** How far two partitions of the same things agree, whatever their parts are called. */

/**
 * Adjusted Rand index (Hubert & Arabie 1985): 1 the same, 0 as much as by chance, below it less.
 * Two partitions of one part each are the same.
 */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const { cells, rows, columns } = crossCount(a, b)
  const pairs = (counts: Iterable<number>) => {
    let sum = 0
    for (const count of counts) sum += (count * (count - 1)) / 2
    return sum
  }
  const [both, inA, inB] = [pairs(cells.values()), pairs(rows.values()), pairs(columns.values())]
  const expected = a.length < 2 ? 0 : (inA * inB) / ((a.length * (a.length - 1)) / 2)
  const most = (inA + inB) / 2
  return most === expected ? 1 : (both - expected) / (most - expected)
}

/**
 * Normalised mutual information, by the arithmetic mean of the entropies (Strehl & Ghosh 2002 use the
 * geometric): 0 independent, 1 the same.
 */
export function normalisedMutualInformation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const { cells, rows, columns } = crossCount(a, b)
  const entropy = (counts: Iterable<number>) => {
    let sum = 0
    for (const count of counts) sum -= (count / a.length) * Math.log(count / a.length)
    return sum
  }
  const [inA, inB] = [entropy(rows.values()), entropy(columns.values())]
  const mean = (inA + inB) / 2
  return mean === 0 ? 1 : (inA + inB - entropy(cells.values())) / mean
}

function crossCount(a: ArrayLike<number>, b: ArrayLike<number>) {
  const cells = new Map<string, number>()
  const rows = new Map<number, number>()
  const columns = new Map<number, number>()
  for (let i = 0; i < a.length; i++) {
    const cell = `${a[i]} ${b[i]}`
    cells.set(cell, (cells.get(cell) ?? 0) + 1)
    rows.set(a[i]!, (rows.get(a[i]!) ?? 0) + 1)
    columns.set(b[i]!, (columns.get(b[i]!) ?? 0) + 1)
  }
  return { cells, rows, columns }
}
