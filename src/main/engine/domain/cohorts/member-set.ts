/** A set of people by their place in the list of everybody, a bit each: shape [⌈n / 32⌉]. */
export type MemberSet = Uint32Array

export function memberSet<T>(everybody: readonly T[], isIn: (one: T) => boolean): MemberSet {
  const set = new Uint32Array(Math.ceil(everybody.length / 32))
  for (let i = 0; i < everybody.length; i++) if (isIn(everybody[i]!)) set[i >>> 5]! |= 1 << (i & 31)
  return set
}

/** Places of the members, ascending. */
export function placesOf(set: MemberSet): Int32Array {
  const places = new Int32Array(sizeOf(set))
  let next = 0
  for (let word = 0; word < set.length; word++) {
    let bits = set[word]!
    while (bits !== 0) {
      const lowest = bits & -bits
      places[next++] = word * 32 + (31 - Math.clz32(lowest))
      bits ^= lowest
    }
  }
  return places
}

export function sizeOf(set: MemberSet): number {
  let size = 0
  for (let word = 0; word < set.length; word++) size += ones(set[word]!)
  return size
}

/** People in both. */
export function sharedBy(a: MemberSet, b: MemberSet): number {
  let shared = 0
  for (let word = 0; word < a.length; word++) shared += ones(a[word]! & b[word]!)
  return shared
}

export function isSame(a: MemberSet, b: MemberSet): boolean {
  return a.every((bits, word) => bits === b[word])
}

/** Jaccard (1912): people in both over people in either; 0 where both are empty. */
export function jaccardOf(shared: number, sizeA: number, sizeB: number): number {
  const either = sizeA + sizeB - shared
  return either === 0 ? 0 : shared / either
}

/** Bits that are set, in parallel (Warren 2012, figure 5-2). */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
