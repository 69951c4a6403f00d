import type { PersonaIndex } from './persona-index.ts'

/** The rows that exist for a question, and who stands beside whom among them. */
export type VisibleRows = {
  /** Ascending. */
  readonly rows: Uint32Array
  /** By row: the one before and after it in its conversation, −1 where there is none. */
  readonly before: Int32Array
  readonly after: Int32Array
  /** Stems. */
  readonly meanLength: number
  /** Hashed names of those who take part in conversations. */
  readonly speakers: ReadonlySet<number>
}

/** Turns further apart do not belong to one conversation. */
const TURN_GAP_MS = 3 * 3_600_000
/** Nor do entries that nobody is said to speak in; those of one instant are of one day, no more. */
const ENTRY_GAP_MS = 3_600_000
/** "Lesson: never again" opens like a turn; a speaker opens this share of all, and more than one. */
const SPEAKER_SHARE = 0.03
const MIN_TURNS = 2

/** @param visible  by row, 1: exists; null: all do */
export function visibleRows(index: PersonaIndex, visible: Uint8Array | null): VisibleRows {
  const { size, lengths, speakerStarts } = index
  const rows = new Uint32Array(size)
  const before = new Int32Array(size).fill(-1)
  const after = new Int32Array(size).fill(-1)
  const turns = new Map<number, number>()
  let count = 0
  let totalLength = 0
  let previous = -1
  for (let row = 0; row < size; row++) {
    if (visible !== null && visible[row] !== 1) continue
    rows[count++] = row
    totalLength += lengths[row]!
    if (previous >= 0 && areOneConversation(index, previous, row)) {
      before[row] = previous
      after[previous] = row
    }
    previous = row
    for (let i = speakerStarts[row]!; i < speakerStarts[row + 1]!; i++) {
      const speaker = index.speakers[i]!
      turns.set(speaker, (turns.get(speaker) ?? 0) + 1)
    }
  }
  const least = Math.max(MIN_TURNS, SPEAKER_SHARE * count)
  return {
    rows: rows.subarray(0, count),
    before,
    after,
    meanLength: Math.max(1, totalLength / Math.max(1, count)),
    speakers: new Set([...turns].filter(([, n]) => n >= least).map(([speaker]) => speaker)),
  }
}

/** By their key where either has one; else when they follow each other soon. */
function areOneConversation(index: PersonaIndex, first: number, second: number): boolean {
  const key = index.sessionKeys[first]!
  if (key !== 0 || index.sessionKeys[second] !== 0) return key === index.sessionKeys[second]
  const gapMs = Math.abs(index.eventAtMs[second]! - index.eventAtMs[first]!)
  if (isTurn(index, first) && isTurn(index, second)) return gapMs <= TURN_GAP_MS
  return gapMs > 0 && gapMs <= ENTRY_GAP_MS
}

function isTurn({ speakerStarts }: PersonaIndex, row: number): boolean {
  return speakerStarts[row + 1]! > speakerStarts[row]!
}
