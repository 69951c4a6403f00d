export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export type Decoded = { readonly text: string; readonly encoding: Encoding }

/** Bytes looked at to tell one encoding from another. */
const SAMPLE = 4096

/** A file's text: by its mark where it has one, else UTF-8 if it is, else what Windows wrote. */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes)
  // The mark itself is no text; the decoder leaves it out.
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
}

/** Of two bytes a letter, one is zero nearly always. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE)
  const pairs = Math.floor(sample.length / 2)
  if (pairs < 2) return undefined
  const zeros = (from: 0 | 1) => sample.filter((byte, i) => byte === 0 && i % 2 === from).length
  const [even, odd] = [zeros(0), zeros(1)]
  if (odd > pairs * 0.7 && even < pairs * 0.1) return 'utf-16le'
  if (even > pairs * 0.7 && odd < pairs * 0.1) return 'utf-16be'
  return undefined
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Control characters that no text holds: what was decoded is something else. */
export function isBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE * 16)
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0
  return odd > Math.max(2, sample.length / 200)
}
