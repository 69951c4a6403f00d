/** Share of information that two memories have in common, 0–1. @param a, b  hashed terms, ascending */
export type Likeness = (a: Uint32Array, b: Uint32Array) => number

/**
 * Jaccard over terms weighted by how few of the memories share them: what all of them say ("part of a
 * conversation") makes no two of them alike.
 *
 * @param all  the memories that are compared, the terms of each
 */
export function createLikeness(all: readonly Uint32Array[]): Likeness {
  const found = new Map<number, number>()
  for (const terms of all) for (const term of terms) found.set(term, (found.get(term) ?? 0) + 1)
  const worth = new Map<number, number>()
  for (const [term, n] of found) worth.set(term, Math.log(1 + (all.length - n + 0.5) / (n + 0.5)))

  return (a, b) => {
    let common = 0
    let either = 0
    let i = 0
    let j = 0
    while (i < a.length || j < b.length) {
      const left = i < a.length ? a[i]! : Infinity
      const right = j < b.length ? b[j]! : Infinity
      const value = worth.get(Math.min(left, right)) ?? 0
      either += value
      if (left === right) common += value
      if (left <= right) i += 1
      if (right <= left) j += 1
    }
    return either === 0 ? 0 : common / either
  }
}
