/** Jaccard similarity of shingles from which two texts count as nearly the same. */
const NEARLY_THE_SAME = 0.7
/** Words in a shingle. */
const SHINGLE = 2
const HASHES = 30
/** Rows of a band: two texts with similarity .7 share a band with a chance of .985. */
const BAND = 3
/** Members of a bucket that a new one is compared with. */
const LOOKED_BACK = 4

/**
 * Texts in nearly the same words, by MinHash over shingles of two words (Broder 1997) with banding
 * (Leskovec, Rajaraman & Ullman 2014); what the hashes propose is checked with the shingles
 * themselves. Case and punctuation do not count.
 *
 * @param texts       undefined: not looked at
 * @param leastWords  shorter texts are not looked at
 * @returns the cluster per text, −1 where it was not looked at; a text like no other is alone in its
 *   cluster
 */
export function nearDuplicates(
  texts: readonly (string | undefined)[],
  leastWords: number,
): Int32Array {
  const clusterOf = new Int32Array(texts.length).fill(-1)
  const parent: number[] = []
  const shingles: (Uint32Array | undefined)[] = texts.map((text) => {
    const words = text === undefined ? [] : wordHashes(text)
    return words.length < leastWords ? undefined : shinglesOf(words)
  })
  const buckets = new Map<number, number[]>()
  const signature = new Uint32Array(HASHES)
  for (const [at, own] of shingles.entries()) {
    parent.push(at)
    if (!own) continue
    minHash(own, signature)
    for (let band = 0; band < HASHES / BAND; band++) {
      const key = bandKey(signature, band)
      const bucket = buckets.get(key)
      if (!bucket) {
        buckets.set(key, [at])
        continue
      }
      const like = bucket.find(
        (other) =>
          find(parent, other) === find(parent, at) ||
          jaccard(shingles[other]!, own) >= NEARLY_THE_SAME,
      )
      if (like !== undefined) parent[find(parent, at)] = find(parent, like)
      else if (bucket.length < LOOKED_BACK) bucket.push(at)
    }
  }
  shingles.forEach((own, at) => {
    if (own) clusterOf[at] = find(parent, at)
  })
  return clusterOf
}

function find(parent: number[], at: number): number {
  while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
  return at
}

/** FNV-1a of each word, letters and digits of any script, ASCII in lower case. */
function wordHashes(text: string): number[] {
  const words: number[] = []
  let hash = 0
  for (let i = 0; i <= text.length; i++) {
    let code = i < text.length ? text.charCodeAt(i) : 32
    if (code > 64 && code < 91) code |= 32
    if (isWordCode(code)) hash = Math.imul((hash === 0 ? 0x811c9dc5 : hash) ^ code, 0x01000193)
    // An apostrophe is inside a word.
    else if (hash !== 0 && code !== 39 && code !== 0x2019) {
      words.push(hash)
      hash = 0
    }
  }
  return words
}

/** Beyond ASCII everything but the general punctuation is taken for a letter. */
function isWordCode(code: number): boolean {
  if (code > 191) return code < 0x2000 || code > 0x206f
  return (code > 96 && code < 123) || (code > 47 && code < 58)
}

/** Sorted and each once. A text shorter than a shingle is one shingle. */
function shinglesOf(words: readonly number[]): Uint32Array {
  const count = Math.max(1, words.length - SHINGLE + 1)
  const all = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    let hash = 0x9747b28c
    for (let j = i; j < Math.min(i + SHINGLE, words.length); j++)
      hash = Math.imul((hash ^ words[j]!) >>> 0, 0x85ebca6b) ^ (hash >>> 13)
    all[i] = hash
  }
  all.sort()
  let kept = 0
  for (let i = 0; i < count; i++) if (i === 0 || all[i] !== all[i - 1]) all[kept++] = all[i]!
  return all.subarray(0, kept)
}

function minHash(shingles: Uint32Array, signature: Uint32Array): void {
  signature.fill(0xffffffff)
  for (const shingle of shingles)
    for (let h = 0; h < HASHES; h++) {
      // Another odd multiplier each, then the high bits are mixed down.
      let value = Math.imul(shingle ^ (h * 0x9e3779b9), 0x2c1b3c6d + 2 * h)
      value = Math.imul(value ^ (value >>> 15), 0x297a2d39)
      value = (value ^ (value >>> 13)) >>> 0
      if (value < signature[h]!) signature[h] = value
    }
}

function bandKey(signature: Uint32Array, band: number): number {
  let key = band + 1
  for (let i = band * BAND; i < (band + 1) * BAND; i++)
    key = Math.imul(key ^ signature[i]!, 0x01000193) ^ (key >>> 7)
  // Bands are apart from each other: the same hash in two of them is not the same bucket.
  return (key >>> 0) * 16 + band
}

/** |A ∩ B| / |A ∪ B| of sorted sets. */
function jaccard(a: Uint32Array, b: Uint32Array): number {
  let [i, j, both] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      both += 1
      i += 1
      j += 1
    } else if (a[i]! < b[j]!) i += 1
    else j += 1
  }
  return both / (a.length + b.length - both)
}
