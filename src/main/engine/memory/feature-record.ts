import type { MemoryType } from '../../../shared/contract/timeline.ts'

/**
 * What `memory_feature` holds of an entry: bytes in all (uint32), when it happened and when it came
 * to be known (float64, ms), strength (float32), type (uint8), then its features, filled up to a
 * multiple of four bytes. Little-endian. Records can thus be read one after the other.
 */
const RECORD_HEADER_BYTES = 28
const EVENT_AT = 4
const KNOWN_AT = 12
const STRENGTH = 20
const TYPE = 24

export type RecordSource = {
  readonly memoryType: MemoryType
  readonly memoryStrength: number
  /** Milliseconds. */
  readonly eventAt: number
  readonly knownAt: number
}

/** @param features  as `encodeFeatures` gives them */
export function toFeatureRecord(entry: RecordSource, features: Uint8Array): Uint8Array {
  const length = RECORD_HEADER_BYTES + Math.ceil(features.length / 4) * 4
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, length, true)
  view.setFloat64(EVENT_AT, entry.eventAt, true)
  view.setFloat64(KNOWN_AT, entry.knownAt, true)
  view.setFloat32(STRENGTH, entry.memoryStrength, true)
  view.setUint8(TYPE, memoryTypes.indexOf(entry.memoryType))
  bytes.set(features, RECORD_HEADER_BYTES)
  return bytes
}

/** In the order of the numbers that records hold; a type is only ever added at the end. */
export const memoryTypes: readonly MemoryType[] = [
  'normal',
  'pride',
  'shame',
  'repressed',
  'revised',
  'exaggerated',
]

export type RecordColumns = {
  /** Where each record starts. */
  readonly recordsAt: Int32Array
  /** Where each record's features start. */
  readonly featuresAt: Int32Array
  readonly eventAtMs: Float64Array
  readonly knownAtMs: Float64Array
  readonly strengths: Float32Array
  /** Indexes into `memoryTypes`. */
  readonly types: Uint8Array
}

/** Reads `count` records that lie one after the other. */
export function readRecords(bytes: Uint8Array, count: number): RecordColumns {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const columns = {
    recordsAt: new Int32Array(count),
    featuresAt: new Int32Array(count),
    eventAtMs: new Float64Array(count),
    knownAtMs: new Float64Array(count),
    strengths: new Float32Array(count),
    types: new Uint8Array(count),
  }
  let at = 0
  for (let i = 0; i < count; i++) {
    columns.recordsAt[i] = at
    columns.featuresAt[i] = at + RECORD_HEADER_BYTES
    columns.eventAtMs[i] = view.getFloat64(at + EVENT_AT, true)
    columns.knownAtMs[i] = view.getFloat64(at + KNOWN_AT, true)
    columns.strengths[i] = view.getFloat32(at + STRENGTH, true)
    columns.types[i] = view.getUint8(at + TYPE)
    at += view.getUint32(at, true)
  }
  return columns
}
