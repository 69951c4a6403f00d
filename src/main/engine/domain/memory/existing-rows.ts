/** What decides when the entries of a timeline exist; rows in ascending sequence. */
export type Existence = {
  readonly sequences: ArrayLike<number>
  /** Milliseconds. */
  readonly eventAtMs: ArrayLike<number>
  readonly knownAtMs: ArrayLike<number>
  /** Row of the entry that supersedes it, −1: none; null: nothing is superseded. */
  readonly supersededBy: Int32Array | null
  readonly size: number
}

/** What exists for a recall: the timeline up to an instant, or as it stood at a run's launch. */
export type Horizon = {
  /** Milliseconds; null: no limit. */
  readonly asOf: number | null
  /** The last sequence that exists; null: all. */
  readonly maxSequence: number | null
}

/**
 * By row, 1: happened and known by then, and not superseded by an entry that itself exists by then.
 *
 * @returns null when every row is visible
 */
export function existingAt(timeline: Existence, horizon: Horizon): Uint8Array | null {
  const { size, supersededBy } = timeline
  const limited = horizon.asOf !== null || horizon.maxSequence !== null
  if (!limited && supersededBy === null) return null
  const exists = limited ? existingRows(timeline, horizon) : new Uint8Array(size).fill(1)
  if (supersededBy === null) return exists
  const visible = exists.slice()
  for (let row = 0; row < size; row++) {
    const by = supersededBy[row]!
    if (by >= 0 && exists[by] === 1) visible[row] = 0
  }
  return visible
}

function existingRows(timeline: Existence, { asOf, maxSequence }: Horizon): Uint8Array {
  const latest = asOf ?? Infinity
  const last = maxSequence ?? Infinity
  const exists = new Uint8Array(timeline.size)
  for (let row = 0; row < timeline.size; row++) {
    const is =
      timeline.sequences[row]! <= last &&
      timeline.eventAtMs[row]! <= latest &&
      timeline.knownAtMs[row]! <= latest
    exists[row] = is ? 1 : 0
  }
  return exists
}

/** When the newest visible entry happened, milliseconds; null when none is visible. */
export function newestVisible(timeline: Existence, visible: Uint8Array | null): number | null {
  let newest = -Infinity
  for (let row = 0; row < timeline.size; row++) {
    if (visible !== null && visible[row] === 0) continue
    if (timeline.eventAtMs[row]! > newest) newest = timeline.eventAtMs[row]!
  }
  return newest === -Infinity ? null : newest
}
