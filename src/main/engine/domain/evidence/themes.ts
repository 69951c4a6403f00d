import { shuffle, uniform } from '../random.ts'
import { tokenize, words } from '../text/tokenize.ts'
import type { ThemeAssignment } from './evidence-input.ts'

const MAX_THEMES = 8
/** Fewer answers than this per theme and a theme is an anecdote. */
const MIN_ANSWERS_PER_THEME = 6
const ITERATIONS = 25
/** Starts tried for each number of themes, on at most so many answers. */
const STARTS = 8
const SAMPLE = 400
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

  const found = candidates(k).map((count) => cluster(data, count, seed))
  const sound = found.filter((one) => smallest(one) >= MIN_ANSWERS_PER_THEME)
  const best = (sound.length > 0 ? sound : found).reduce((a, b) =>
    b.silhouette > a.silhouette ? b : a,
  )
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

/**
 * The centres come from several starts on a sample, the most cohesive of them: one start may sit on
 * outliers, and leave all others to one theme.
 */
function cluster(data: readonly Float32Array[], k: number, seed: string): Clustering {
  const sample = shuffle(data, seed, 'sample').slice(0, SAMPLE)
  const starts = Array.from({ length: STARTS }, (_, start) =>
    settle(sample, drawCentres(sample, k, `${seed}:${k}:${start}`)),
  )
  const [best] = starts.toSorted((one, other) => other.cohesion - one.cohesion)
  const { clusterOf, centres } = settle(data, best!.centres)
  return { clusterOf, centres, silhouette: simplifiedSilhouette(data, clusterOf, centres) }
}

/** Moves centres until nobody changes sides. `cohesion`: mean similarity to one's own centre. */
function settle(data: readonly Float32Array[], from: readonly Float32Array[]) {
  let centres = [...from]
  let clusterOf = data.map((vector) => nearest(vector, centres))
  for (let i = 0; i < ITERATIONS; i++) {
    centres = centres.map((centre, c) => meanDirection(data, clusterOf, c) ?? centre)
    const next = data.map((vector) => nearest(vector, centres))
    const settled = next.every((c, row) => c === clusterOf[row])
    clusterOf = next
    if (settled) break
  }
  const cohesion =
    data.reduce((sum, vector, row) => sum + dot(vector, centres[clusterOf[row]!]!), 0) / data.length
  return { clusterOf, centres, cohesion }
}

/**
 * Centres drawn from the data, each with a chance that grows with its squared distance from those
 * chosen before: k-means++ (Arthur & Vassilvitskii 2007), on the sphere 2 − 2 cos.
 */
function drawCentres(data: readonly Float32Array[], k: number, seed: string): Float32Array[] {
  const centres = [data[Math.floor(uniform(seed, 0) * data.length)]!]
  const distances = data.map((vector) => Math.max(0, 1 - dot(vector, centres[0]!)))
  while (centres.length < k) {
    const total = distances.reduce((sum, distance) => sum + distance, 0)
    let rest = uniform(seed, centres.length) * total
    const row = distances.findIndex((distance) => (rest -= distance) < 0)
    const centre = data[row === -1 ? data.length - 1 : row]!
    centres.push(centre)
    data.forEach((vector, i) => {
      distances[i] = Math.min(distances[i]!, Math.max(0, 1 - dot(vector, centre)))
    })
  }
  return centres
}

function smallest({ clusterOf, centres }: Clustering): number {
  const sizes = centres.map((_, c) => clusterOf.filter((one) => one === c).length)
  return Math.min(...sizes)
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
