import type { Draw } from '../question-kind.ts'

/**
 * Sets of items in which each item comes equally often, give or take one, and pairs of items meet
 * as evenly as a greedy search brings about: the next item of a set is, of those that came least,
 * the one that met the others in the set least; ties are drawn.
 *
 * @returns `count` sets of `size` different items, 0 … items − 1, each in a drawn order
 */
export function balancedSets(
  items: number,
  { size, count }: { size: number; count: number },
  draw: Draw,
): number[][] {
  const times = new Array<number>(items).fill(0)
  const met = Array.from({ length: items }, () => new Array<number>(items).fill(0))
  return Array.from({ length: count }, (_, set) => {
    const chosen: number[] = []
    while (chosen.length < size) {
      const meetings = (item: number) => chosen.reduce((sum, other) => sum + met[item]![other]!, 0)
      const [next] = draw
        .shuffle([...times.keys()], 'set', set, chosen.length)
        .filter((item) => !chosen.includes(item))
        .toSorted((a, b) => times[a]! - times[b]! || meetings(a) - meetings(b))
      for (const other of chosen) {
        met[next!]![other]! += 1
        met[other]![next!]! += 1
      }
      times[next!]! += 1
      chosen.push(next!)
    }
    return draw.shuffle(chosen, 'set-order', set)
  })
}
