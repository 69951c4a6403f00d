import type { Memory } from '../domain/memory/memory.ts'
import { encodeFeatures, entryFeatures } from '../domain/memory/search/features.ts'
import { extendFromPacked, isReadable } from '../domain/memory/search/packed-rows.ts'
import {
  buildPersonaIndex,
  makeRoom,
  type PersonaIndex,
} from '../domain/memory/search/persona-index.ts'
import { SCALE_BYTES } from '../vectors/vector-blob.ts'
import { readRecords, toFeatureRecord } from './feature-record.ts'
import { toIso } from './instant.ts'
import { fromRow } from './memory.repo.ts'
import type { EntryList, StoredFeatures, StoredVectors, TimelineReader } from './timeline-reader.ts'

/** One persona's timeline as recall searches it; rows in ascending sequence. */
export type Timeline = {
  readonly index: PersonaIndex
  /** Of `timeline_entry`. */
  readonly entryRows: number[]
  readonly knownAtMs: number[]
  readonly strengths: number[]
  /** Indexes into `memoryTypes`. */
  readonly types: number[]
  /** By row, those whose texts were read. */
  readonly memories: Map<number, Memory>
  /** Row that supersedes it, −1: none; null: nothing is superseded. */
  supersededBy: Int32Array | null
}

export function emptyTimeline(): Timeline {
  return {
    index: buildPersonaIndex([]),
    entryRows: [],
    knownAtMs: [],
    strengths: [],
    types: [],
    memories: new Map(),
    supersededBy: null,
  }
}

/** Makes room for more entries like those that are there, so that the arrays grow once. */
export function reserveRoom({ index }: Timeline, rows: number): void {
  const { size } = index
  if (size === 0) return
  const like = (starts: Uint32Array) => Math.ceil((1.05 * starts[size]! * rows) / size)
  makeRoom(index, {
    rows,
    terms: like(index.termStarts),
    speakers: like(index.speakerStarts),
    days: like(index.dayStarts),
  })
}

/** Adds entries that come after all that are there. */
export function extendTimeline(
  timeline: Timeline,
  { rows, sequences }: EntryList,
  stored: { readonly features: StoredFeatures; readonly vectors: StoredVectors },
  reader: Pick<TimelineReader, 'entry'>,
): void {
  const features = withAll(rows, stored.features, reader)
  const places = placesOf(rows, features.rows)
  const { length } = rows
  const eventAtMs = new Float64Array(length)
  const featuresAt = new Int32Array(length)
  for (let i = 0; i < length; i++) {
    const place = places[i]!
    eventAtMs[i] = features.eventAtMs[place]!
    featuresAt[i] = features.featuresAt[place]!
    timeline.entryRows.push(rows[i]!)
    timeline.knownAtMs.push(features.knownAtMs[place]!)
    timeline.strengths.push(features.strengths[place]!)
    timeline.types.push(features.types[place]!)
  }
  const texts = { sequences, eventAtMs, features: features.bytes, featuresAt }
  extendFromPacked(timeline.index, { ...texts, ...vectorsOf(rows, stored.vectors) })
}

function vectorsOf(rows: readonly number[], { rows: having, bytes, bytesPerRow }: StoredVectors) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const places = placesOf(rows, having)
  const vectorsAt = new Int32Array(rows.length)
  const scales = new Float32Array(rows.length)
  for (let i = 0; i < rows.length; i++) {
    const at = places[i]! * bytesPerRow
    vectorsAt[i] = at < 0 ? -1 : at + SCALE_BYTES
    scales[i] = at < 0 ? 0 : view.getFloat32(at, true)
  }
  const vectors = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { vectors, vectorsAt, scales, dimensions: bytesPerRow - SCALE_BYTES }
}

/** Where each row is in the other list, −1: it is not. */
function placesOf(rows: readonly number[], among: readonly number[]): Int32Array {
  const places = new Int32Array(rows.length)
  let all: Map<number, number> | undefined
  for (let i = 0, next = 0; i < rows.length; i++, next++) {
    // Numbers are given in the order of writing, nearly always: the next one is the one.
    if (among[next] !== rows[i]) {
      all ??= new Map(among.map((row, place) => [row, place]))
      next = all.get(rows[i]!) ?? -1
    }
    places[i] = next
  }
  return places
}

/** Features of every row: of those that lack them, or have them of another version, from the text. */
function withAll(
  rows: readonly number[],
  stored: StoredFeatures,
  reader: Pick<TimelineReader, 'entry'>,
): StoredFeatures {
  const readable = stored.featuresAt.every((at) => isReadable(stored.bytes, at))
  if (readable && placesOf(rows, stored.rows).every((place) => place >= 0)) return stored
  const records = new Map<number, Uint8Array>()
  stored.rows.forEach((row, i) => {
    const at = stored.recordsAt[i]!
    const end = stored.recordsAt[i + 1] ?? stored.bytes.length
    const record = stored.bytes.subarray(at, end)
    if (isReadable(stored.bytes, stored.featuresAt[i]!)) records.set(row, record)
  })
  for (const row of rows) if (!records.has(row)) records.set(row, recordOf(row, reader))
  const ordered = [...records].sort(([a], [b]) => a - b)
  const bytes = new Uint8Array(Buffer.concat(ordered.map(([, record]) => record)))
  const allRows = ordered.map(([row]) => row)
  return { rows: allRows, bytes, ...readRecords(bytes, allRows.length) }
}

function recordOf(row: number, reader: Pick<TimelineReader, 'entry'>): Uint8Array {
  const stored = reader.entry(row)!
  const entry = fromRow(stored)
  const features = encodeFeatures(entryFeatures(entry, toIso(stored.event_at)))
  const times = { eventAt: stored.event_at, knownAt: stored.known_at }
  return toFeatureRecord({ ...entry, ...times }, features)
}

/** Notes what is superseded by what. @param replaced  sequence numbers, in pairs */
export function noteReplaced(
  timeline: Timeline,
  replaced: { readonly sequences: readonly number[]; readonly by: readonly number[] },
): void {
  if (replaced.sequences.length === 0) {
    timeline.supersededBy = null
    return
  }
  const { index } = timeline
  const rowOf = (sequence: number) => {
    if (index.sequences[sequence - 1] === sequence) return sequence - 1
    return index.sequences.subarray(0, index.size).indexOf(sequence)
  }
  const supersededBy = new Int32Array(index.size).fill(-1)
  replaced.sequences.forEach((sequence, i) => {
    const row = rowOf(sequence)
    if (row >= 0) supersededBy[row] = rowOf(replaced.by[i]!)
  })
  timeline.supersededBy = supersededBy
}

/** Of a memory's texts and the object around them; they are some 500 characters, at most 20,000. */
const MEMORY_BYTES = 2_000

/** Bytes that a timeline takes in memory, nearly. */
export function sizeOf({ index, entryRows, memories }: Timeline): number {
  let bytes = 4 * 8 * entryRows.length + MEMORY_BYTES * memories.size
  for (const value of Object.values(index)) if (ArrayBuffer.isView(value)) bytes += value.byteLength
  return bytes
}
