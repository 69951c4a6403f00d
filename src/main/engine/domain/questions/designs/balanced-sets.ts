import { createStream } from '../../random.ts'
import type { Draw } from '../question-kind.ts'

/** Designs tried at most; most often one of the first has no pair to improve. */
const TRIES = 4

type Shape = { readonly items: number; readonly size: number; readonly count: number }

/**
 * Sets of items in which each item comes equally often, give or take one, and pairs of items meet
 * as evenly as can be found (a balanced incomplete block design where there is one: Cochran & Cox
 * 1957): sets are filled with the items that came least and met least, then items are exchanged
 * between sets as long as that evens the meetings. The most even of a few such designs is taken.
 *
 * @returns `count` sets of `size` different items, 0 … items − 1, each in a drawn order
 */
export function balancedSets(
  items: number,
  { size, count }: { size: number; count: number },
  draw: Draw,
): number[][] {
  const shape = { items, size, count }
  const least = fewestRepeats(shape)
  const next = createStream(draw.uniform('sets'))
  let best: { sets: number[][]; repeats: number } | undefined
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const sets = filledSets(shape, next)
    const repeats = exchangeItems(sets, items)
    if (!best || repeats < best.repeats) best = { sets, repeats }
    if (best.repeats === least) break
  }
  return best!.sets.map((set) => shuffled(set, next))
}

/** Set by set: of the items that came least the one that met the others least; ties are drawn. */
function filledSets({ items, size, count }: Shape, next: () => number): number[][] {
  const times = new Int32Array(items)
  const met = meetingsOf([], items)
  return Array.from({ length: count }, () => {
    const order = shuffled([...times.keys()], next)
    const meetings = new Int32Array(items)
    const chosen: number[] = []
    while (chosen.length < size) {
      const found = order.reduce((a, b) =>
        (times[a]! - times[b]! || meetings[a]! - meetings[b]!) <= 0 ? a : b,
      )
      order.splice(order.indexOf(found), 1)
      for (const other of chosen) {
        met[found]![other]! += 1
        met[other]![found]! += 1
      }
      for (const item of order) meetings[item]! += met[item]![found]!
      times[found]! += 1
      chosen.push(found)
    }
    return chosen
  })
}

/** A permutation (Fisher–Yates). */
function shuffled(items: readonly number[], next: () => number): number[] {
  const result = [...items]
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[result[i], result[j]] = [result[j]!, result[i]!]
  }
  return result
}

/** Trades items between sets while that lowers Σ meetings², and returns that sum over all pairs. */
function exchangeItems(sets: number[][], items: number): number {
  const met = meetingsOf(sets, items)
  const isIn = sets.map((set) => {
    const members = new Uint8Array(items)
    for (const item of set) members[item] = 1
    return members
  })
  let isBetter = true
  while (isBetter) {
    isBetter = false
    for (let i = 0; i < sets.length; i++)
      for (let j = i + 1; j < sets.length; j++)
        if (exchangeBetween([sets[i]!, sets[j]!], [isIn[i]!, isIn[j]!], met)) isBetter = true
  }
  let sum = 0
  met.forEach((row, a) => row.forEach((times, b) => (sum += a < b ? times ** 2 : 0)))
  return sum
}

function exchangeBetween(
  [one, other]: readonly [number[], number[]],
  [inOne, inOther]: readonly [Uint8Array, Uint8Array],
  met: number[][],
): boolean {
  let isBetter = false
  for (let at = 0; at < one.length; at++)
    for (let to = 0; to < other.length; to++) {
      const [a, b] = [one[at]!, other[to]!]
      if (inOne[b] === 1 || inOther[a] === 1) continue
      const [metByA, metByB] = [met[a]!, met[b]!]
      let change = 0
      // Who is in both sets meets a and b as often as before.
      for (const x of one) if (x !== a && !inOther[x]) change += metByB[x]! - metByA[x]! + 1
      for (const x of other) if (x !== b && !inOne[x]) change += metByA[x]! - metByB[x]! + 1
      if (change >= 0) continue
      for (const x of one) if (x !== a && !inOther[x]) moveMeeting(met, x, a, b)
      for (const x of other) if (x !== b && !inOne[x]) moveMeeting(met, x, b, a)
      one[at] = b
      other[to] = a
      inOne[a] = inOther[b] = 0
      inOne[b] = inOther[a] = 1
      isBetter = true
    }
  return isBetter
}

function moveMeeting(met: number[][], item: number, leaves: number, comes: number): void {
  met[item]![leaves]! -= 1
  met[leaves]![item]! -= 1
  met[item]![comes]! += 1
  met[comes]![item]! += 1
}

/** How often each item is in a set with each other one: shape [items][items]. */
function meetingsOf(sets: readonly (readonly number[])[], items: number): number[][] {
  const met = Array.from({ length: items }, () => new Array<number>(items).fill(0))
  for (const set of sets) for (const a of set) for (const b of set) if (a !== b) met[a]![b]! += 1
  return met
}

/** Σ meetings² if every pair met equally often, give or take one: what no design goes below. */
function fewestRepeats({ items, size, count }: Shape): number {
  const meetings = (count * size * (size - 1)) / 2
  const pairs = (items * (items - 1)) / 2
  const each = Math.floor(meetings / pairs)
  const more = meetings - each * pairs
  return more * (each + 1) ** 2 + (pairs - more) * each ** 2
}
