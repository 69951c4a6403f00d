import { makeRoom, type PersonaIndex } from './persona-index.ts'
import { FEATURES_VERSION, HEADER_BYTES } from './features.ts'

/**
 * Stored entries as bytes, laid one after the other; every list has one item per entry, in ascending
 * sequence.
 */
export type PackedRows = {
  readonly sequences: ArrayLike<number>
  readonly eventAtMs: ArrayLike<number>
  /** Holds what `encodeFeatures` made of each entry, starting at multiples of four bytes. */
  readonly features: Uint8Array
  readonly featuresAt: ArrayLike<number>
  readonly vectors: Int8Array
  /** −1: the entry has no vector. */
  readonly vectorsAt: ArrayLike<number>
  readonly scales: ArrayLike<number>
  readonly dimensions: number
}

/** Whether `extendFromPacked` can read the features that start there. */
export function isReadable(features: Uint8Array, at: number): boolean {
  return features[at] === FEATURES_VERSION
}

/**
 * What `extendPersonaIndex` does, without an object for any row: ten thousand entries take about as
 * long as reading them.
 */
export function extendFromPacked(index: PersonaIndex, rows: PackedRows): void {
  const aligned = rows.features.byteOffset % 4 === 0 ? rows.features : rows.features.slice()
  const { buffer, byteOffset, byteLength } = aligned
  const words = new Uint32Array(buffer, byteOffset, byteLength >>> 2)
  const room = { terms: 0, speakers: 0, days: 0 }
  const { length } = rows.sequences
  for (let i = 0; i < length; i++) {
    const at = rows.featuresAt[i]!
    room.speakers += aligned[at + 2]!
    room.days += 2 * aligned[at + 3]!
    room.terms += aligned[at + 4]! + 256 * aligned[at + 5]!
  }
  if (index.dimensions === 0) index.dimensions = rows.dimensions
  makeRoom(index, { rows: length, ...room })
  const copyVector = vectorCopier(index, rows)
  for (let i = 0; i < length; i++) addPacked(index, rows, { i, bytes: aligned, words, copyVector })
}

type CopyVector = (from: number, row: number) => void

/** Copies one vector by its bytes: a view for each of ten thousand would be what takes the time. */
function vectorCopier(index: PersonaIndex, { vectors }: PackedRows): CopyVector {
  const bytesOf = ({ buffer, byteOffset, byteLength }: Int8Array) =>
    Buffer.from(buffer, byteOffset, byteLength)
  const [source, target] = [bytesOf(vectors), bytesOf(index.vectors)]
  const { dimensions } = index
  return (from, row) => void source.copy(target, row * dimensions, from, from + dimensions)
}

type Packed = {
  readonly i: number
  readonly bytes: Uint8Array
  readonly words: Uint32Array
  readonly copyVector: CopyVector
}

function addPacked(
  index: PersonaIndex,
  rows: PackedRows,
  { i, bytes, words, copyVector }: Packed,
): void {
  const row = index.size
  index.sequences[row] = rows.sequences[i]!
  index.eventAtMs[row] = rows.eventAtMs[i]!

  const at = rows.featuresAt[i]!
  index.cues[row] = bytes[at + 1]!
  index.lengths[row] = bytes[at + 6]! + 256 * bytes[at + 7]!
  const nTerms = bytes[at + 4]! + 256 * bytes[at + 5]!
  let from = (at + HEADER_BYTES) >>> 2
  const termsAt = index.termStarts[row]!
  for (let k = 0; k < nTerms; k++) index.terms[termsAt + k] = words[from++]!
  const speakersAt = index.speakerStarts[row]!
  const nSpeakers = bytes[at + 2]!
  for (let k = 0; k < nSpeakers; k++) index.speakers[speakersAt + k] = words[from++]!
  const daysAt = index.dayStarts[row]!
  const nDays = 2 * bytes[at + 3]!
  for (let k = 0; k < nDays; k++) index.days[daysAt + k] = words[from++]! | 0
  from *= 4
  for (let k = 0; k < nTerms; k++) index.counts[termsAt + k] = bytes[from++]!
  index.termStarts[row + 1] = termsAt + nTerms
  index.speakerStarts[row + 1] = speakersAt + nSpeakers
  index.dayStarts[row + 1] = daysAt + nDays

  const vectorAt = rows.vectorsAt[i]!
  if (vectorAt >= 0 && rows.dimensions === index.dimensions) {
    copyVector(vectorAt, row)
    index.scales[row] = rows.scales[i]!
  }
  index.size = row + 1
}
