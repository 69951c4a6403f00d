import type { ThemeAssignment } from '../evidence/evidence-input.ts'
import { dotAt, packPoints, type Points } from './points.ts'
import { principalSpace, projectPoints } from './principal-space.ts'
import { saysLittle } from './says-little.ts'
import {
  clusterSphere,
  meanDirections,
  nearestCentres,
  samplePoints,
  settle,
  simplifiedSilhouette,
} from './sphere.ts'
import { wordsOfThemes } from './theme-words.ts'

const MAX_THEMES = 8
/** Fewer answers than this per theme and a theme is an anecdote. */
const MIN_ANSWERS_PER_THEME = 6
/** What a number of themes may leave to the smallest of them. */
const SMALLEST_THEME = 3
/** Iterations over all answers: the centres come settled from the sample. */
const ITERATIONS_ON_ALL = 8
/** Tukey's (1977) fence: below the lower quartile less 1.5 interquartile ranges is an outlier. */
const FENCE = 1.5
/** Nobody this near to a theme's middle is an outlier, however near the others are. */
const NEAR = 0.6

export type FindThemesOptions = {
  /** How many themes; absent: as many as the mean silhouette says. */
  readonly themes?: number | undefined
  /** The question: its words name no theme. */
  readonly asked?: string | undefined
}

/**
 * Themes of open answers: spherical k-means in the space of their first principal components, k from
 * the mean silhouette, named by the words that set each theme apart. Answers that say little, or lie
 * apart from the rest of their theme, belong to none. Seeded: the same answers give the same themes.
 *
 * @param texts    per row; undefined where there is no valid answer
 * @param vectors  per row, shape [d]; undefined where there is no valid answer
 */
export function findThemes(
  texts: readonly (string | undefined)[],
  vectors: readonly (Float32Array | undefined)[],
  seed: string,
  options: FindThemesOptions = {},
): ThemeAssignment {
  const valid = [...texts.keys()].filter((row) => texts[row] !== undefined && vectors[row])
  const little = saysLittle(valid.map((row) => texts[row]!))
  const rows = valid.filter((_, i) => !little[i])
  const themeOf = new Array<number>(texts.length).fill(-1)
  const closeness = new Array<number>(texts.length).fill(0)
  const points = packPoints(rows.map((row) => vectors[row]!))
  const found = clusterAnswers(points, seed, options)
  if (!found) return { labels: [], themeOf, closeness }
  rows.forEach((row, i) => {
    themeOf[row] = found.clusterOf[i]!
    closeness[row] = found.closeness[i]!
  })
  const named = wordsOfThemes(
    rows.map((row) => texts[row]!),
    found.clusterOf,
    { themes: found.themes, asked: options.asked },
  )
  return { labels: named.map((theme, i) => ({ id: `t${i + 1}`, ...theme })), themeOf, closeness }
}

export type AnswerClusters = {
  readonly themes: number
  /** Per point; −1 where it lies apart from all. */
  readonly clusterOf: Int32Array
  /** Per point: cosine to its theme's centre. */
  readonly closeness: Float64Array
}

/** Undefined where there are too few answers for two themes. */
export function clusterAnswers(
  points: Points,
  seed: string,
  { themes }: FindThemesOptions = {},
): AnswerClusters | undefined {
  const most = Math.min(MAX_THEMES, Math.floor(points.count / MIN_ANSWERS_PER_THEME))
  const candidates = themes === undefined ? candidatesUpTo(most) : [themes]
  if (candidates[0] === undefined || candidates[0] < 2 || points.count <= candidates[0])
    return undefined
  const sample = samplePoints(points, seed)
  const space = principalSpace(sample, MAX_THEMES, seed)
  const projected = projectPoints(sample, space)
  const found = candidates.map((k) => clusterSphere(projected, k, seed))
  const smallest = (SMALLEST_THEME * sample.count) / points.count
  const sound = found.filter(
    ({ clusterOf, centres }) => smallestOf(clusterOf, centres.count) >= smallest,
  )
  const [best] = (sound.length > 0 ? sound : found)
    .map((one) => ({ ...one, silhouette: simplifiedSilhouette(projected, one) }))
    .toSorted((a, b) => b.silhouette - a.silhouette)
  const all = projectPoints(points, space)
  return leaveOut(all, settle(all, best!.centres, ITERATIONS_ON_ALL))
}

function candidatesUpTo(most: number): number[] {
  if (most < 2) return []
  return Array.from({ length: Math.max(1, most - 2) }, (_, i) => i + Math.min(3, most))
}

function smallestOf(clusterOf: Int32Array, clusters: number): number {
  const sizes = new Int32Array(clusters)
  for (const cluster of clusterOf) sizes[cluster]! += 1
  return Math.min(...sizes)
}

/** Outliers belong to no theme; the centres are then those of the others. */
function leaveOut(
  points: Points,
  { clusterOf, centres }: { clusterOf: Int32Array; centres: Points },
): AnswerClusters {
  const kept = withoutOutliers(points, clusterOf, centres)
  const moved = meanDirections(points, kept, centres)
  const sides = nearestCentres(points, moved).clusterOf
  const settled = Int32Array.from(kept, (cluster, row) => (cluster < 0 ? -1 : sides[row]!))
  const closeness = Float64Array.from(settled, (cluster, row) =>
    cluster < 0 ? 0 : dotAt(points, row, moved, cluster),
  )
  return { themes: centres.count, clusterOf: settled, closeness }
}

function withoutOutliers(points: Points, clusterOf: Int32Array, centres: Points): Int32Array {
  const closeness = Float64Array.from(clusterOf, (cluster, row) =>
    dotAt(points, row, centres, cluster),
  )
  const fences = Array.from({ length: centres.count }, (_, c) =>
    lowerFence(closeness.filter((_one, row) => clusterOf[row] === c)),
  )
  return clusterOf.map((cluster, row) => (closeness[row]! < fences[cluster]! ? -1 : cluster))
}

/** How near to a theme's middle its answers have to be: Q1 − 1.5 IQR, at most `NEAR`. */
export function lowerFence(values: Float64Array): number {
  const sorted = values.toSorted()
  const quartile = (p: number) => sorted[Math.floor(p * (sorted.length - 1))] ?? 0
  return Math.min(NEAR, quartile(0.25) - FENCE * (quartile(0.75) - quartile(0.25)))
}
