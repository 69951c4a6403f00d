/** Float32, little-endian, as the `embedding` and `turn_embedding` tables hold it. */
export function toBlob(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)
}

/** A copy: a blob may start at any byte, a Float32Array only at every fourth. */
export function fromBlob(blob: Uint8Array): Float32Array {
  return new Float32Array(blob.slice().buffer)
}
