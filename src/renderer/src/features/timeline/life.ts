import type { TimelineMap } from '../../../../shared/contract/timeline-map.ts'
import { MemoryType } from '../../../../shared/contract/timeline.ts'
import { foldText } from '../../../../shared/fold-text.ts'

/** In the order in which they are named and stacked. */
export const memoryTypes: readonly MemoryType[] = MemoryType.options

/** A timeline as the picture reads it: the map's columns, and the order in which time runs. */
export type Life = {
  map: TimelineMap
  /** Indexes into the columns, by the time of the event, then by sequence. */
  order: Int32Array
  /** Milliseconds of the first and of the last event; equal where there is one or none. */
  start: number
  end: number
  /** Labels as they are searched. Folding 10,000 takes a moment, so it waits for a search. */
  foldedLabels: () => readonly string[]
}

export function toLife(map: TimelineMap): Life {
  const { eventAt, sequences, labels } = map
  const order = Int32Array.from(eventAt.keys()).sort(
    (a, b) => eventAt[a]! - eventAt[b]! || sequences[a]! - sequences[b]!,
  )
  let folded: string[] | undefined
  return {
    map,
    order,
    start: eventAt[order[0] ?? -1] ?? 0,
    end: eventAt[order.at(-1) ?? -1] ?? 0,
    foldedLabels: () => (folded ??= labels.map(foldText)),
  }
}

/** Whether the entry has happened and is known. @param asOf milliseconds; Infinity: no limit */
export function existsAt({ map }: Life, index: number, asOf: number): boolean {
  return map.eventAt[index]! <= asOf && map.knownAt[index]! <= asOf
}

/** Whether another entry that exists by then has taken its place. */
export function isReplacedAt(life: Life, index: number, asOf: number): boolean {
  const by = life.map.supersededBy[index]!
  return by >= 0 && existsAt(life, by, asOf)
}

/** What an entry replaced, newest first. A circle, which no timeline should have, ends it. */
export function earlierVersions({ map }: Life, index: number): number[] {
  const earlier: number[] = []
  let before = map.supersedes[index]!
  while (before >= 0 && before !== index && !earlier.includes(before)) {
    earlier.push(before)
    before = map.supersedes[before]!
  }
  return earlier
}

/** The revision that stands in the place of an entry today: the end of its chain. */
export function headOf({ map }: Life, index: number): number {
  const seen = new Set<number>()
  let head = index
  while (map.supersededBy[head]! >= 0 && !seen.has(head)) {
    seen.add(head)
    head = map.supersededBy[head]!
  }
  return head
}

/** First position in ascending `values` that is not below `wanted`; the length where all are. */
export function lowerBound(values: ArrayLike<number>, wanted: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}
