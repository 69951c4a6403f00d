/** Of many rows, in any order: equal rows give equal tallies, others almost surely not. */
export type Tally = { readonly count: number; readonly sum: number }

type TalliedRow = {
  readonly entryId: string
  readonly sequence: number
  readonly superseded: boolean
}

// Two numbers below it add up exactly.
const MODULUS = 2 ** 52

export const emptyTally: Tally = { count: 0, sum: 0 }

/** Adding is commutative, so that two sides need not be read in the same order. */
export function addToTally({ count, sum }: Tally, row: TalliedRow): Tally {
  const hash = hashOf(`${row.entryId} ${row.sequence} ${row.superseded ? 1 : 0}`)
  return { count: count + 1, sum: (sum + hash) % MODULUS }
}

/** FNV-1a twice, from two ends: 52 bits that a sum can hold. */
function hashOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0x811c9dc5]
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193)
    high = Math.imul(high ^ text.charCodeAt(text.length - 1 - i), 0x01000193)
  }
  return (low >>> 0) + (high & 0xfffff) * 0x1_0000_0000
}
