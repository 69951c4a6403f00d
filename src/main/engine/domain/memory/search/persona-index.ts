import { hashText } from '../../text/hash-text.ts'
import { quantise } from '../../vectors/quantise.ts'
import type { EntryFeatures } from './features.ts'

/** A stored entry as search needs it. */
export type IndexRow = {
  readonly sequence: number
  readonly eventAtMs: number
  /** Entries of one conversation share it; absent: told by who speaks and the time between them. */
  readonly sessionKey?: string | null
  readonly features: EntryFeatures
  /** Unit length; null: not embedded. */
  readonly vector: Float32Array | null
}

/**
 * One persona's entries in rows of flat arrays, in sequence. Entries that are superseded or yet to
 * happen are in it as well: each search says which rows exist for it.
 */
export type PersonaIndex = {
  /** Rows filled; the arrays may be longer. */
  size: number
  sequences: Uint32Array
  eventAtMs: Float64Array
  /** Hashed key of the conversation a row belongs to; 0: none is known. */
  sessionKeys: Uint32Array
  lengths: Uint16Array
  /** Bits of `CUES`. */
  cues: Uint8Array
  /** Where row i's terms start; those of the next row follow. */
  termStarts: Uint32Array
  terms: Uint32Array
  counts: Uint8Array
  speakerStarts: Uint32Array
  speakers: Uint32Array
  dayStarts: Uint32Array
  days: Int32Array
  /** 0 until a row with a vector arrives. */
  dimensions: number
  /** Quantised, row by row. */
  vectors: Int8Array
  /** What a dot product with a row's vector is times; 0: it has none. */
  scales: Float32Array
}

/** @param rows  in ascending sequence */
export function buildPersonaIndex(rows: readonly IndexRow[]): PersonaIndex {
  const index: PersonaIndex = {
    size: 0,
    sequences: new Uint32Array(0),
    eventAtMs: new Float64Array(0),
    sessionKeys: new Uint32Array(0),
    lengths: new Uint16Array(0),
    cues: new Uint8Array(0),
    termStarts: new Uint32Array(1),
    terms: new Uint32Array(0),
    counts: new Uint8Array(0),
    speakerStarts: new Uint32Array(1),
    speakers: new Uint32Array(0),
    dayStarts: new Uint32Array(1),
    days: new Int32Array(0),
    dimensions: 0,
    vectors: new Int8Array(0),
    scales: new Float32Array(0),
  }
  extendPersonaIndex(index, rows)
  return index
}

/** Adds rows that come after all that are there, in place. @param rows  in ascending sequence */
export function extendPersonaIndex(index: PersonaIndex, rows: readonly IndexRow[]): void {
  if (index.dimensions === 0) {
    index.dimensions = rows.find(({ vector }) => vector !== null)?.vector?.length ?? 0
  }
  makeRoom(index, roomFor(rows))
  for (const row of rows) addRow(index, row)
}

/** The hashed terms of a row, ascending: a view. */
export function termsOfRow(index: PersonaIndex, row: number): Uint32Array {
  return index.terms.subarray(index.termStarts[row], index.termStarts[row + 1])
}

type Room = {
  readonly rows: number
  readonly terms: number
  readonly speakers: number
  readonly days: number
}

/** Makes the arrays long enough for so much more. */
export function makeRoom(index: PersonaIndex, more: Room): void {
  const size = index.size + more.rows
  index.sequences = grown(index.sequences, size)
  index.eventAtMs = grown(index.eventAtMs, size)
  index.sessionKeys = grown(index.sessionKeys, size)
  index.lengths = grown(index.lengths, size)
  index.cues = grown(index.cues, size)
  index.scales = grown(index.scales, size)
  index.termStarts = grown(index.termStarts, size + 1)
  index.speakerStarts = grown(index.speakerStarts, size + 1)
  index.dayStarts = grown(index.dayStarts, size + 1)
  index.terms = grown(index.terms, index.termStarts[index.size]! + more.terms)
  index.counts = grown(index.counts, index.termStarts[index.size]! + more.terms)
  index.speakers = grown(index.speakers, index.speakerStarts[index.size]! + more.speakers)
  index.days = grown(index.days, index.dayStarts[index.size]! + more.days)
  index.vectors = grown(index.vectors, size * index.dimensions)
}

function roomFor(rows: readonly IndexRow[]): Room {
  let [terms, speakers, days] = [0, 0, 0]
  for (const { features } of rows) {
    terms += features.terms.length
    speakers += features.speakers.length
    days += features.days.length
  }
  return { rows: rows.length, terms, speakers, days }
}

type Numbers =
  Int8Array | Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array

/** At least `length` long; grows by half so that appending one by one stays cheap. */
function grown<T extends Numbers>(array: T, length: number): T {
  if (length <= array.length) return array
  const room = array.length === 0 ? length : Math.max(length, Math.ceil(array.length * 1.5))
  const larger = new (array.constructor as new (length: number) => T)(room)
  larger.set(array)
  return larger
}

function addRow(index: PersonaIndex, row: IndexRow): void {
  const i = index.size
  const { features, vector } = row
  index.sessionKeys[i] = row.sessionKey ? hashText(row.sessionKey, 0) >>> 0 || 1 : 0
  index.sequences[i] = row.sequence
  index.eventAtMs[i] = row.eventAtMs
  index.lengths[i] = features.length
  index.cues[i] = features.cues
  const termsAt = index.termStarts[i]!
  index.terms.set(features.terms, termsAt)
  index.counts.set(features.counts, termsAt)
  index.termStarts[i + 1] = termsAt + features.terms.length
  index.speakers.set(features.speakers, index.speakerStarts[i])
  index.speakerStarts[i + 1] = index.speakerStarts[i]! + features.speakers.length
  index.days.set(features.days, index.dayStarts[i])
  index.dayStarts[i + 1] = index.dayStarts[i]! + features.days.length
  // A vector of another model's length cannot be compared with the others.
  if (vector !== null && vector.length === index.dimensions) {
    const { values, scale } = quantise(vector)
    index.vectors.set(values, i * index.dimensions)
    index.scales[i] = scale
  }
  index.size = i + 1
}
