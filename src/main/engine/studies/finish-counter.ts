import type { Finishes } from '../domain/studies/time-left.ts'

const SPAN_MS = 500
/** Spans looked back on: half a minute. */
const SPANS = 60
/** A slow run needs a longer look: until there are so many finishes, spans are joined. */
const ENOUGH = 20
const LONGEST_SPANS = 60 * 2 * 30

/** Counts finishes in spans of time, in constant memory. */
export type FinishCounter = {
  /** @param at  ms, never before an earlier one */
  add(at: number): void
  /** The last half minute, or up to half an hour where little has finished in it. */
  read(now: number): Finishes
}

/** @param startedAt  ms: nothing finished before */
export function createFinishCounter(startedAt: number): FinishCounter {
  // By number of span since the start; old ones are forgotten.
  const counts = new Map<number, number>()
  const spanAt = (at: number) => Math.floor((at - startedAt) / SPAN_MS)
  return {
    add(at) {
      const span = spanAt(at)
      counts.set(span, (counts.get(span) ?? 0) + 1)
      for (const old of counts.keys()) {
        if (old >= span - LONGEST_SPANS) break
        counts.delete(old)
      }
    },
    read(now) {
      // The span that is still filling would count as a slow one.
      const end = Math.max(0, spanAt(now))
      const sum = (from: number, to: number) => {
        let total = 0
        for (let span = from; span < to; span++) total += counts.get(span) ?? 0
        return total
      }
      let length = SPANS
      while (length < LONGEST_SPANS && length < end && sum(end - length, end) < ENOUGH) length *= 2
      const from = Math.max(0, end - length)
      const joined = Math.max(1, Math.ceil((end - from) / SPANS))
      const read: number[] = []
      for (let to = end; to - joined >= from; to -= joined) read.unshift(sum(to - joined, to))
      return { counts: read, spanMs: SPAN_MS * joined }
    },
  }
}
