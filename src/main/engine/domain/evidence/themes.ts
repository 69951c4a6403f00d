import { shuffle } from '../random.ts'
import { tokenize, words } from '../text/tokenize.ts'
import type { ThemeAssignment } from './evidence-input.ts'

const MAX_THEMES = 8
/** Fewer answers than this per theme and a theme is an anecdote. */
const MIN_ANSWERS_PER_THEME = 6
const ITERATIONS = 25
const KEYWORDS = 5

/**
 * Themes of open answers: spherical k-means over their embeddings (Dhillon & Modha 2001), k from
 * the mean silhouette, named by the words that set each theme apart (class-based tf–idf,
 * Grootendorst 2022). Seeded: the same answers give the same themes.
 *
 * @param texts    per row; undefined where there is no valid answer
 * @param vectors  per row, unit length, shape [d]; undefined where there is no valid answer
 */
export function findThemes(
  texts: readonly (string | undefined)[],
  vectors: readonly (Float32Array | undefined)[],
  seed: string,
): ThemeAssignment {
  const rows = [...texts.keys()].filter((row) => texts[row] !== undefined && vectors[row])
  const data = rows.map((row) => vectors[row]!)
  const k = Math.min(MAX_THEMES, Math.floor(rows.length / MIN_ANSWERS_PER_THEME))
  const empty = {
    themeOf: new Array<number>(texts.length).fill(-1),
    closeness: new Array<number>(texts.length).fill(0),
  }
  if (k < 2) return { labels: [], ...empty }

  const best = candidates(k)
    .map((count) => cluster(data, count, seed))
    .reduce((a, b) => (b.silhouette > a.silhouette ? b : a))
  rows.forEach((row, i) => {
    empty.themeOf[row] = best.clusterOf[i]!
    empty.closeness[row] = dot(data[i]!, best.centres[best.clusterOf[i]!]!)
  })
  return {
    labels: nameThemes(
      rows.map((row) => texts[row]!),
      best.clusterOf,
      best.centres.length,
    ),
    ...empty,
  }
}

function candidates(most: number): number[] {
  return Array.from({ length: Math.max(1, most - 2) }, (_, i) => i + Math.min(3, most))
}

type Clustering = { clusterOf: number[]; centres: Float32Array[]; silhouette: number }

function cluster(data: readonly Float32Array[], k: number, seed: string): Clustering {
  let centres = spreadCentres(data, k, seed)
  let clusterOf = data.map((vector) => nearest(vector, centres))
  for (let i = 0; i < ITERATIONS; i++) {
    centres = centres.map((centre, c) => meanDirection(data, clusterOf, c) ?? centre)
    const next = data.map((vector) => nearest(vector, centres))
    const settled = next.every((c, row) => c === clusterOf[row])
    clusterOf = next
    if (settled) break
  }
  return { clusterOf, centres, silhouette: simplifiedSilhouette(data, clusterOf, centres) }
}

/** First centre by seed, each next the vector farthest from those chosen (Gonzalez 1985). */
function spreadCentres(data: readonly Float32Array[], k: number, seed: string): Float32Array[] {
  const centres = [data[shuffle([...data.keys()], seed, k)[0]!]!]
  const closest = data.map((vector) => dot(vector, centres[0]!))
  while (centres.length < k) {
    let farthest = 0
    for (let row = 1; row < data.length; row++)
      if (closest[row]! < closest[farthest]!) farthest = row
    centres.push(data[farthest]!)
    data.forEach((vector, row) => {
      closest[row] = Math.max(closest[row]!, dot(vector, centres.at(-1)!))
    })
  }
  return centres
}

/** Mean over rows of (own − best other) similarity to centres: higher is better separated. */
function simplifiedSilhouette(
  data: readonly Float32Array[],
  clusterOf: readonly number[],
  centres: readonly Float32Array[],
): number {
  const total = data.reduce((sum, vector, row) => {
    const own = dot(vector, centres[clusterOf[row]!]!)
    const other = Math.max(
      ...centres.map((centre, c) => (c === clusterOf[row] ? -1 : dot(vector, centre))),
    )
    return sum + (own - other)
  }, 0)
  return total / data.length
}

function nameThemes(texts: readonly string[], clusterOf: readonly number[], k: number) {
  const counts = Array.from({ length: k }, () => new Map<string, number>())
  const surface = new Map<string, string>()
  texts.forEach((text, row) => {
    // A word counts once per answer: one persona repeating it is not a theme.
    for (const term of new Set(tokenize(text)))
      counts[clusterOf[row]!]!.set(term, (counts[clusterOf[row]!]!.get(term) ?? 0) + 1)
    for (const word of words(text)) {
      const [stem] = tokenize(word)
      const known = stem === undefined ? undefined : surface.get(stem)
      if (stem !== undefined && (known === undefined || word.length < known.length))
        surface.set(stem, word)
    }
  })
  const everywhere = new Map<string, number>()
  for (const theme of counts)
    for (const [term, count] of theme) everywhere.set(term, (everywhere.get(term) ?? 0) + count)
  const average = texts.length / k
  return counts.map((theme) => {
    const keywords = [...theme]
      .filter(([, count]) => count > 1)
      .map(([term, count]) => ({
        term,
        score: count * Math.log(1 + average / everywhere.get(term)!),
      }))
      .toSorted((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1))
      .slice(0, KEYWORDS)
      .map(({ term }) => surface.get(term) ?? term)
    return { label: keywords.slice(0, 3).join(', ') || 'other', keywords }
  })
}

function meanDirection(
  data: readonly Float32Array[],
  clusterOf: readonly number[],
  cluster: number,
): Float32Array | undefined {
  const sum = new Float32Array(data[0]!.length)
  let members = 0
  data.forEach((vector, row) => {
    if (clusterOf[row] !== cluster) return
    members += 1
    for (let i = 0; i < sum.length; i++) sum[i]! += vector[i]!
  })
  if (members === 0) return undefined
  const norm = Math.sqrt(dot(sum, sum)) || 1
  return sum.map((value) => value / norm)
}

function nearest(vector: Float32Array, centres: readonly Float32Array[]): number {
  let best = 0
  let bestScore = -Infinity
  centres.forEach((centre, c) => {
    const score = dot(vector, centre)
    if (score > bestScore) [best, bestScore] = [c, score]
  })
  return best
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
