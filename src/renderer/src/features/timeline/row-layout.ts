import { lowerBound } from './life.ts'

/** `years` draws periods and has no rows of its own. */
export type RowZoom = 'lines' | 'read'

const rowHeights: Record<RowZoom, number> = { lines: 28, read: 76 }
const dayMs = 86_400_000
/** Room for the words that name a silence. */
const wordHeight = 16
const yearMs = 365.25 * dayMs

export type RowLayout = {
  /** Milliseconds of each row's event, ascending. */
  times: Float64Array
  /** Where each row begins, in pixels, its gap included; one more than rows: the last is the end. */
  tops: Float64Array
  rowHeight: number
  /** Time without memories from which on it is worth a word, in milliseconds. */
  notableMs: number
}

/**
 * Rows one below the other as time runs. A row never shrinks, so time is not to scale: a stretch
 * that is long for this life opens a gap that grows with its logarithm, up to half a row.
 */
export function layoutRows(times: Float64Array, zoom: RowZoom): RowLayout {
  const rowHeight = rowHeights[zoom]
  const usualMs = Math.max(dayMs, medianStep(times))
  const notableMs = Math.max(yearMs, 4 * usualMs)
  const tops = new Float64Array(times.length + 1)
  const gapBefore = (row: number) => {
    const step = row === 0 ? 0 : times[row]! - times[row - 1]!
    const grown = (rowHeight / 9) * Math.log2(Math.max(1, step / usualMs / 1.5))
    return Math.round(Math.min(rowHeight / 2, grown) + (step >= notableMs ? wordHeight : 0))
  }
  for (let row = 0; row < times.length; row++) {
    tops[row + 1] = tops[row]! + rowHeight + gapBefore(row)
  }
  return { times, tops, rowHeight, notableMs }
}

/** Height of the gap that a row begins with. */
export function gapOf({ tops, rowHeight }: RowLayout, row: number): number {
  return tops[row + 1]! - tops[row]! - rowHeight
}

/** The time without memories before a row where it is notable, else 0. */
export function silenceBefore({ times, notableMs }: RowLayout, row: number): number {
  const step = row === 0 ? 0 : times[row]! - times[row - 1]!
  return step >= notableMs ? step : 0
}

/** The row that covers a place; the nearest one beyond either end. */
export function rowAt({ tops }: RowLayout, y: number): number {
  const last = Math.max(0, tops.length - 2)
  // lowerBound finds the first top at or after y; the row before it covers y unless it begins there.
  const row = lowerBound(tops, y)
  return Math.min(last, Math.max(0, tops[row] === y ? row : row - 1))
}

/** The row nearest to an instant. */
export function rowNear({ times }: RowLayout, at: number): number {
  const row = lowerBound(times, at)
  if (row === 0 || row >= times.length) return Math.max(0, Math.min(times.length - 1, row))
  return at - times[row - 1]! < times[row]! - at ? row - 1 : row
}

function medianStep(times: Float64Array): number {
  if (times.length < 2) return 0
  const steps = new Float64Array(times.length - 1)
  for (let row = 1; row < times.length; row++) steps[row - 1] = times[row]! - times[row - 1]!
  return steps.sort()[steps.length >> 1]!
}
