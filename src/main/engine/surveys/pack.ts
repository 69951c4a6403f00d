import { deflateRawSync, inflateRawSync } from 'node:zlib'

// Codes of a survey are mostly zeros: a tenth of the bytes.
const FAST = { level: 3 }

export function packBytes(values: Uint16Array | Float64Array): Uint8Array {
  return deflateRawSync(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), FAST)
}

export function unpackCodes(blob: Uint8Array): Uint16Array {
  return new Uint16Array(inflated(blob))
}

export function unpackWeights(blob: Uint8Array): Float64Array {
  return new Float64Array(inflated(blob))
}

export function packTexts(texts: readonly string[]): Uint8Array {
  return deflateRawSync(JSON.stringify(texts), FAST)
}

export function unpackTexts(blob: Uint8Array): string[] {
  return JSON.parse(inflateRawSync(blob).toString()) as string[]
}

/** A copy: a buffer out of a pool may start at any byte. */
function inflated(blob: Uint8Array): ArrayBuffer {
  return new Uint8Array(inflateRawSync(blob)).buffer
}
