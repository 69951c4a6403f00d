import type { Quantised } from '../domain/vectors/quantise.ts'

/** Float32, little-endian, as the `turn_embedding` table holds it. */
export function toBlob(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)
}

/** A copy: a blob may start at any byte, a Float32Array only at every fourth. */
export function fromBlob(blob: Uint8Array): Float32Array {
  return new Float32Array(blob.slice().buffer)
}

/** Bytes before the values of a quantised vector: its scale. */
export const SCALE_BYTES = 4

/** Scale as float32, then the values; little-endian, as the `embedding` table holds it. */
export function toQuantisedBlob({ values, scale }: Quantised): Uint8Array {
  const bytes = new Uint8Array(SCALE_BYTES + values.length)
  new DataView(bytes.buffer).setFloat32(0, scale, true)
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.length), SCALE_BYTES)
  return bytes
}

export function fromQuantisedBlob(blob: Uint8Array): Quantised {
  const scale = new DataView(blob.buffer, blob.byteOffset).getFloat32(0, true)
  const values = new Int8Array(
    blob.buffer,
    blob.byteOffset + SCALE_BYTES,
    blob.length - SCALE_BYTES,
  )
  return { values, scale }
}
