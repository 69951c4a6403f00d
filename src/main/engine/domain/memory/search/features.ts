import type { MemoryType } from '../../../../../shared/contract/timeline.ts'
import { tokenize } from '../../text/tokenize.ts'
import { kindWords } from '../entry-text.ts'
import { cuesOf } from './cues.ts'
import { mentionedDays } from './mentioned-days.ts'
import { speakersOf, withoutSpeakers } from './speakers.ts'
import { termHash } from './term-hash.ts'

/** What an entry says, as far as it enters its features. */
export type FeatureSource = {
  readonly eventLabel: string
  readonly facts: string
  readonly feelings: string
  readonly interpretation: string
  readonly emotionTags: readonly string[]
  readonly memoryType: MemoryType
}

/** What search compares of an entry, computed once when it is written. */
export type EntryFeatures = {
  /** Distinct hashed stems, ascending. */
  readonly terms: Uint32Array
  /** How often each occurs, in the order of `terms`; at most 255. */
  readonly counts: Uint8Array
  /** Hashed names of those who speak in it, "Caroline: I went …". */
  readonly speakers: Uint32Array
  /** Times that the text mentions, as pairs of first and last day since 1970, UTC. */
  readonly days: Int32Array
  /** Stems in all, repetitions included. */
  readonly length: number
  /** What its wording shows, bits of `CUES`. */
  readonly cues: number
}

/** @param eventAt  ISO, UTC: what "yesterday" in the text counts back from */
export function entryFeatures(entry: FeatureSource, eventAt: string): EntryFeatures {
  const text = [
    entry.eventLabel,
    withoutSpeakers(entry.facts),
    entry.feelings,
    entry.interpretation,
    entry.emotionTags.join(' '),
    kindWords[entry.memoryType] ?? '',
  ].join('\n')
  const stems = tokenize(text)
  const counted = new Map<number, number>()
  for (const stem of stems) {
    const hash = termHash(stem)
    counted.set(hash, (counted.get(hash) ?? 0) + 1)
  }
  const terms = Uint32Array.from(counted.keys()).sort()
  return {
    terms,
    counts: Uint8Array.from(terms, (term) => Math.min(255, counted.get(term)!)),
    speakers: Uint32Array.from(speakersOf(entry), (name) => termHash(name)),
    days: mentionedDays(`${entry.eventLabel}\n${entry.facts}`, eventAt),
    length: stems.length,
    cues: cuesOf(withoutSpeakers(entry.facts)),
  }
}

export const FEATURES_VERSION = 1
/** Version, cues, speakers, times; then terms and length as 16 bits each. */
export const HEADER_BYTES = 8
const BYTES_PER_TERM = 5
const MAX_16_BITS = 65_535

/** Little-endian: header, terms, speakers, days, then counts, so that all but counts are aligned. */
export function encodeFeatures(features: EntryFeatures): Uint8Array {
  const { terms, counts, speakers, days } = features
  const words = terms.length + speakers.length + days.length
  const bytes = new Uint8Array(HEADER_BYTES + 4 * words + counts.length)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, FEATURES_VERSION)
  view.setUint8(1, features.cues)
  view.setUint8(2, speakers.length)
  view.setUint8(3, days.length / 2)
  view.setUint16(4, terms.length, true)
  view.setUint16(6, Math.min(MAX_16_BITS, features.length), true)
  let at = HEADER_BYTES
  for (const list of [terms, speakers, days]) {
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), at)
    at += list.byteLength
  }
  bytes.set(counts, at)
  return bytes
}

/**
 * Views into `bytes`, which must not change afterwards; copied only where they are not aligned.
 *
 * @returns null for features of another version or cut short: they are to be computed anew
 */
export function decodeFeatures(bytes: Uint8Array): EntryFeatures | null {
  if (bytes.length < HEADER_BYTES || bytes[0] !== FEATURES_VERSION) return null
  const nSpeakers = bytes[2]!
  const nDays = 2 * bytes[3]!
  const nTerms = bytes[4]! + 256 * bytes[5]!
  const end = HEADER_BYTES + 4 * (nSpeakers + nDays) + BYTES_PER_TERM * nTerms
  if (bytes.length !== end) return null
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const { buffer, byteOffset } = aligned
  const speakersAt = byteOffset + HEADER_BYTES + 4 * nTerms
  const daysAt = speakersAt + 4 * nSpeakers
  return {
    terms: new Uint32Array(buffer, byteOffset + HEADER_BYTES, nTerms),
    counts: new Uint8Array(buffer, daysAt + 4 * nDays, nTerms),
    speakers: new Uint32Array(buffer, speakersAt, nSpeakers),
    days: new Int32Array(buffer, daysAt, nDays),
    length: bytes[6]! + 256 * bytes[7]!,
    cues: bytes[1]!,
  }
}
