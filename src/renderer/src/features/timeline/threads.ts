import type { Life } from './life.ts'

/** A revision's line back to what it replaced, both on screen somewhere. */
export type Thread = {
  /** Rows, the upper one first. */
  top: number
  bottom: number
  /** Which of the two is the revision. */
  revision: number
  /** 0 lies nearest the spine. */
  lane: number
}

/** More lanes than this overlap: the picture has no room for them. */
export const laneCount = 3

/** Threads between shown entries, shortest nearest the spine, crossing as little as lanes allow. */
export function threadsOf({ map }: Life, shown: Int32Array): Thread[] {
  const rows = new Map<number, number>()
  shown.forEach((index, row) => {
    if (map.supersedes[index]! >= 0 || map.supersededBy[index]! >= 0) rows.set(index, row)
  })
  const threads: Thread[] = []
  for (const [index, revision] of rows) {
    const replaced = rows.get(map.supersedes[index]!)
    if (replaced === undefined) continue
    const [top, bottom] = [Math.min(revision, replaced), Math.max(revision, replaced)]
    threads.push({ top, bottom, revision, lane: 0 })
  }
  return withLanes(threads.toSorted((a, b) => a.top - b.top || a.bottom - b.bottom))
}

function withLanes(threads: Thread[]): Thread[] {
  const ends = new Array<number>(laneCount).fill(-1)
  return threads.map((thread) => {
    const free = ends.findIndex((end) => end <= thread.top)
    const lane = free === -1 ? laneCount - 1 : free
    ends[lane] = Math.max(ends[lane]!, thread.bottom)
    return { ...thread, lane }
  })
}
