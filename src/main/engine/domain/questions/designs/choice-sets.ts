import type { Draw } from '../question-kind.ts'

/** A level index per attribute. */
export type Profile = readonly number[]

/**
 * Choice sets with minimal overlap and balanced levels (Huber & Zwerina 1996): within a set the
 * levels of an attribute repeat only when there are fewer levels than profiles, and over the sets
 * each level comes equally often, give or take one a set.
 *
 * @param levels  how many levels each attribute has, ≥ 2
 * @returns `count` sets of `size` profiles
 */
export function choiceSets(
  levels: readonly number[],
  { size, count }: { size: number; count: number },
  draw: Draw,
): Profile[][] {
  const times = levels.map((k) => new Array<number>(k).fill(0))
  return Array.from({ length: count }, (_, set) => {
    const columns = levels.map((k, attribute) =>
      dealLevels(times[attribute]!, { size, k }, (items) =>
        draw.shuffle(items, 'profile', set, attribute),
      ),
    )
    return Array.from({ length: size }, (__, place) => columns.map((column) => column[place]!))
  })
}

/** One level per profile: the levels that came least first, each once before any comes twice. */
function dealLevels(
  times: number[],
  { size, k }: { size: number; k: number },
  shuffle: (items: number[]) => number[],
): number[] {
  const order = shuffle([...times.keys()]).toSorted((a, b) => times[a]! - times[b]!)
  const dealt = Array.from({ length: size }, (_, i) => order[i % k]!)
  for (const level of dealt) times[level]! += 1
  return shuffle(dealt)
}
