import { shuffle, uniform } from '../random.ts'
import { dot, dotAt, normalisePoints, pickPoints, pointAt, type Points } from './points.ts'

/** Starts tried for each number of clusters, on at most so many points. */
const STARTS = 24
export const SAMPLE = 500
const ITERATIONS = 25

export type Clustering = {
  /** Shape [count]. */
  readonly clusterOf: Int32Array
  /** Unit length, a row per cluster. */
  readonly centres: Points
  /** Mean similarity of the points to their own centres. */
  readonly cohesion: number
}

/**
 * Spherical k-means (Dhillon & Modha 2001). The centres come from several starts on a sample, the
 * most cohesive of them: one start may sit on outliers, and leave all others to one cluster.
 */
export function clusterSphere(sample: Points, k: number, seed: string): Clustering {
  let best: Clustering | undefined
  for (let start = 0; start < STARTS; start++) {
    const found = settle(sample, drawCentres(sample, k, `${seed}:${k}:${start}`))
    if (!best || found.cohesion > best.cohesion) best = found
  }
  return best!
}

/** At most `SAMPLE` points, drawn by the seed; all where there are no more. */
export function samplePoints(points: Points, seed: string): Points {
  if (points.count <= SAMPLE) return points
  const rows = Array.from({ length: points.count }, (_, row) => row)
  return pickPoints(points, shuffle(rows, seed, 'sample').slice(0, SAMPLE))
}

/** Moves centres until (almost) nobody changes sides. */
export function settle(points: Points, from: Points, iterations = ITERATIONS): Clustering {
  // Of ten thousand points the last few may go to and fro for long.
  const atRest = Math.floor(points.count / 1000)
  let centres = from
  let sides = nearestCentres(points, centres)
  for (let i = 0; i < iterations; i++) {
    centres = meanDirections(points, sides.clusterOf, centres)
    const next = nearestCentres(points, centres)
    const moved = countDifferent(sides.clusterOf, next.clusterOf)
    sides = next
    if (moved <= atRest) break
  }
  return { ...sides, centres }
}

/** Every point's nearest centre, the first among equals. */
export function nearestCentres(points: Points, centres: Points) {
  const { count, dimensions, values } = points
  const clusterOf = new Int32Array(count)
  let total = 0
  for (let row = 0; row < count; row++) {
    let best = -Infinity
    for (let c = 0; c < centres.count; c++) {
      const similarity = dot(values, row * dimensions, centres.values, c * dimensions, dimensions)
      if (similarity <= best) continue
      best = similarity
      clusterOf[row] = c
    }
    total += best
  }
  return { clusterOf, cohesion: count === 0 ? 0 : total / count }
}

/** The direction of each cluster's sum; a cluster without points keeps its centre. −1 is no cluster. */
export function meanDirections(points: Points, clusterOf: Int32Array, before: Points): Points {
  const { dimensions } = points
  const values = new Float32Array(before.values.length)
  const sizes = new Int32Array(before.count)
  for (let row = 0; row < points.count; row++) {
    const cluster = clusterOf[row]!
    if (cluster < 0) continue
    sizes[cluster]! += 1
    const to = cluster * dimensions
    const from = row * dimensions
    for (let i = 0; i < dimensions; i++) values[to + i]! += points.values[from + i]!
  }
  sizes.forEach((size, cluster) => {
    if (size === 0) values.set(pointAt(before, cluster), cluster * dimensions)
  })
  return normalisePoints({ values, count: before.count, dimensions })
}

/**
 * Centres drawn from the points, each with a chance that grows with its squared distance from those
 * chosen before: k-means++ (Arthur & Vassilvitskii 2007), on the sphere 2 − 2 cos.
 */
function drawCentres(points: Points, k: number, seed: string): Points {
  const chosen = [Math.floor(uniform(seed, 0) * points.count)]
  const distances = new Float64Array(points.count).fill(Infinity)
  while (chosen.length < k) {
    let total = 0
    for (let row = 0; row < points.count; row++) {
      const distance = Math.max(0, 1 - dotAt(points, row, points, chosen.at(-1)!))
      distances[row] = Math.min(distances[row]!, distance)
      total += distances[row]!
    }
    let rest = uniform(seed, chosen.length) * total
    const row = distances.findIndex((distance) => (rest -= distance) < 0)
    chosen.push(row === -1 ? points.count - 1 : row)
  }
  return pickPoints(points, chosen)
}

function countDifferent(a: Int32Array, b: Int32Array): number {
  let count = 0
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count += 1
  return count
}

/**
 * Mean simplified silhouette (Hruschka, de Castro & Campello 2004): (b − a) / max(a, b), a and b the
 * distances (1 − cos) to a point's own and to the next centre.
 */
export function simplifiedSilhouette(points: Points, { clusterOf, centres }: Clustering): number {
  let total = 0
  for (let row = 0; row < points.count; row++) {
    const own = 1 - dotAt(points, row, centres, clusterOf[row]!)
    let other = Infinity
    for (let c = 0; c < centres.count; c++)
      if (c !== clusterOf[row]) other = Math.min(other, 1 - dotAt(points, row, centres, c))
    const larger = Math.max(own, other)
    total += larger > 0 ? (other - own) / larger : 0
  }
  return total / points.count
}
