import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'

/**
 * Counter-based randomness: a draw is a hash of what it is for, so order, concurrency and subsets
 * change nothing. The hash is MurmurHash3's 32-bit body and finaliser (Appleby 2011), run twice
 * with different seeds for 53 usable bits.
 */
export type DrawPart = string | number | null | undefined

const SEPARATOR = '\u0000'
/** Seeds of the two hashes that make a draw. */
const HIGH = 0x9747b28c
const LOW = 0x3c6ef372

/** Uniform on the open interval (0, 1), the same for the same parts on every machine. */
export function uniform(...parts: DrawPart[]): number {
  const text = parts.map(encode).join(SEPARATOR)
  return toUniform(murmur32(text, HIGH), murmur32(text, LOW))
}

function toUniform(high: number, low: number): number {
  return ((high >>> 5) * 0x4000000 + (low >>> 6) + 0.5) / 2 ** 53
}

/** Standard normal, by inversion of `uniform`. */
export function normal(...parts: DrawPart[]): number {
  return normalQuantile(uniform(...parts), 0, 1)
}

/** 0 … 2³¹−1: a seed to hand to somebody else's generator. */
export function seed31(...parts: DrawPart[]): number {
  return Math.floor(uniform(...parts) * 2 ** 31)
}

/** One of `items`. @throws RangeError when there are none */
export function pick<T>(items: readonly T[], ...parts: DrawPart[]): T {
  if (items.length === 0) throw new RangeError('Nothing to pick from')
  return items[Math.floor(uniform(...parts) * items.length)]!
}

/** A permutation of `items` (Fisher–Yates), by `uniform(...parts, i)` for each place i. */
export function shuffle<T>(items: readonly T[], ...parts: DrawPart[]): T[] {
  const result = [...items]
  // What the draws have in common is hashed once.
  const shared = parts.map((part) => encode(part) + SEPARATOR).join('')
  const high = murmurBody(shared, HIGH)
  const low = murmurBody(shared, LOW)
  for (let i = result.length - 1; i > 0; i--) {
    const own = encode(i)
    const length = shared.length + own.length
    const draw = toUniform(
      murmurEnd(murmurBody(own, high), length),
      murmurEnd(murmurBody(own, low), length),
    )
    const j = Math.floor(draw * (i + 1))
    ;[result[i], result[j]] = [result[j]!, result[i]!]
  }
  return result
}

// The kind of a part belongs to the hash: 1 and "1" are different draws.
function encode(part: DrawPart): string {
  if (part === null || part === undefined) return '-'
  return typeof part === 'number' ? `n${part}` : `s${part}`
}

function murmur32(text: string, seed: number): number {
  return murmurEnd(murmurBody(text, seed), text.length)
}

/** The hash so far, from a seed or from the hash of what comes before. */
function murmurBody(text: string, from: number): number {
  let hash = from
  for (let i = 0; i < text.length; i++) {
    let k = Math.imul(text.charCodeAt(i), 0xcc9e2d51)
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593)
    hash ^= k
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0
  }
  return hash
}

function murmurEnd(body: number, length: number): number {
  let hash = body ^ length
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * One uniform number after another on [0, 1), for loops of a hundred thousand draws in which order
 * is fixed: sfc32 (Doty-Humphrey 2014), seeded by hashes of what the draws are for. Where order may
 * change, `uniform` is the one to use.
 */
export function createStream(...parts: DrawPart[]): () => number {
  const text = parts.map(encode).join(SEPARATOR)
  let [a, b, c] = [HIGH, LOW, 0x85ebca6b].map((seed) => murmur32(text, seed)) as [
    number,
    number,
    number,
  ]
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 15; i++) next()
  return next
}
