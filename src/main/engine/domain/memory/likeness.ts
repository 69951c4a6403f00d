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
  for (const terms of all) {
    for (let i = 0; i < terms.length; i++) found.set(terms[i]!, (found.get(terms[i]!) ?? 0) + 1)
  }
  // Looked up once a term, not once a pair.
  const known = new Map(all.map((terms) => [terms, worthOf(terms, found, all.length)]))
  const knownOf = (terms: Uint32Array) => known.get(terms) ?? worthOf(terms, found, all.length)
  return (a, b) => {
    const [left, right] = [knownOf(a), knownOf(b)]
    const common = inCommon(a, b, left.worth)
    const either = left.total + right.total - common
    return either <= 0 ? 0 : common / either
  }
}

type Worth = { readonly worth: Float64Array; readonly total: number }

function worthOf(terms: Uint32Array, found: ReadonlyMap<number, number>, count: number): Worth {
  const worth = new Float64Array(terms.length)
  let total = 0
  for (let i = 0; i < terms.length; i++) {
    const n = found.get(terms[i]!)
    worth[i] = n === undefined ? 0 : Math.log(1 + (count - n + 0.5) / (n + 0.5))
    total += worth[i]!
  }
  return { worth, total }
}

function inCommon(a: Uint32Array, b: Uint32Array, worth: Float64Array): number {
  let common = 0
  let j = 0
  for (let i = 0; i < a.length; i++) {
    const term = a[i]!
    while (j < b.length && b[j]! < term) j += 1
    if (j < b.length && b[j] === term) common += worth[i]!
  }
  return common
}
