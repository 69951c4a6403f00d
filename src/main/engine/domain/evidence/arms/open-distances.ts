import { createStream } from '../../random.ts'
import type { DistanceDraws } from './draw-distances.ts'

const RESAMPLES = 999
const POWER_STEPS = 30
/** Personas of a side that are looked at: more take longer than they tell. */
const MOST_UNITS = 300

/** Open answers as points: one row per answer that has a vector. */
export type OpenSample = {
  /** Embeddings, unit length, shape [rows][dimensions]. */
  readonly vectors: readonly Float32Array[]
  readonly weight: readonly number[]
  /** Whose: the same number on both sides is the same persona. */
  readonly unit: readonly number[]
}

/**
 * How far apart in meaning two sets of open answers lie: the root of the share of their variance
 * that lies between the two (the R² of Anderson 2001, both sides counting alike). Of answers of two
 * kinds, half and half, that is the total variation distance, so that one margin serves both. What
 * chance makes of it comes from turning whole personas' deviations round at random (wild cluster
 * bootstrap; Cameron, Gelbach & Miller 2008); the margin is laid along the axis of greatest variance,
 * where it shows least.
 *
 * @returns undefined for fewer than two answers a side, or where all are the same
 */
export function drawOpenDistances(
  a: OpenSample,
  b: OpenSample,
  { margin, seed }: { readonly margin: number; readonly seed: string },
): DistanceDraws | undefined {
  if (a.vectors.length < 2 || b.vectors.length < 2) return undefined
  const sides = [spreadOf(a), spreadOf(b)] as const
  const within = (sides[0].variance + sides[1].variance) / 2
  if (!(within > 0)) return undefined
  const deviations = [...clustersOf(sides).values()]
  const axis = leadingAxis(deviations)
  const shift = Math.sqrt((4 * within * margin ** 2) / (1 - margin ** 2))
  const shareOf = (square: number) => square / 4 / (square / 4 + within)
  const alike = new Float64Array(RESAMPLES)
  const apart = new Float64Array(RESAMPLES)
  const next = createStream('open distance', seed)
  const sum = new Float64Array(axis.length)
  for (let i = 0; i < RESAMPLES; i++) {
    sum.fill(0)
    for (const deviation of deviations) addTo(sum, deviation, next() < 0.5 ? -1 : 1)
    const square = dot(sum, sum)
    alike[i] = shareOf(square)
    apart[i] = shareOf(square + 2 * shift * dot(sum, axis) + shift ** 2)
  }
  const between = Float64Array.from(sides[0].centre)
  addTo(between, sides[1].centre, -1)
  const squared = shareOf(dot(between, between))
  return { distance: Math.sqrt(squared), floor: alike.map(Math.sqrt), squared, alike, apart }
}

type Spread = {
  readonly centre: Float64Array
  /** Mean squared distance to the centre. */
  readonly variance: number
  /** By persona: what its answers add to the error of the centre. */
  readonly deviations: ReadonlyMap<number, Float64Array>
}

function spreadOf(sample: OpenSample): Spread {
  const { vectors, weight, unit } = thinned(sample)
  const total = weight.reduce((sum, one) => sum + one, 0)
  const centre = new Float64Array(vectors[0]!.length)
  vectors.forEach((vector, i) => addTo(centre, vector, weight[i]! / total))
  const deviations = new Map<number, Float64Array>()
  let variance = 0
  vectors.forEach((vector, i) => {
    const off = Float64Array.from(vector)
    addTo(off, centre, -1)
    variance += (weight[i]! / total) * dot(off, off)
    const own = deviations.get(unit[i]!) ?? new Float64Array(off.length)
    deviations.set(unit[i]!, own)
    addTo(own, off, weight[i]! / total)
  })
  const units = deviations.size
  const correction = units > 1 ? Math.sqrt(units / (units - 1)) : 1
  for (const own of deviations.values()) for (let k = 0; k < own.length; k++) own[k]! *= correction
  return { centre, variance, deviations }
}

/** At most so many personas, taken evenly. */
function thinned(sample: OpenSample): OpenSample {
  const units = [...new Set(sample.unit)]
  if (units.length <= MOST_UNITS) return sample
  const kept = new Set(
    Array.from(
      { length: MOST_UNITS },
      (_, i) => units[Math.floor((i * units.length) / MOST_UNITS)]!,
    ),
  )
  const rows = [...sample.unit.keys()].filter((row) => kept.has(sample.unit[row]!))
  return {
    vectors: rows.map((row) => sample.vectors[row]!),
    weight: rows.map((row) => sample.weight[row]!),
    unit: rows.map((row) => sample.unit[row]!),
  }
}

/** By persona: what it adds to the error of the difference, on one side or on both. */
function clustersOf([a, b]: readonly [Spread, Spread]): Map<number, Float64Array> {
  const clusters = new Map(a.deviations)
  for (const [unit, deviation] of b.deviations) {
    const own = Float64Array.from(clusters.get(unit) ?? new Float64Array(deviation.length))
    addTo(own, deviation, -1)
    clusters.set(unit, own)
  }
  return clusters
}

/** Direction in which the rows vary most, by power iteration; unit length. */
function leadingAxis(rows: readonly Float64Array[]): Float64Array {
  let axis = Float64Array.from(
    rows.reduce((most, row) => (dot(row, row) > dot(most, most) ? row : most)),
  )
  for (let step = 0; step < POWER_STEPS; step++) {
    const next = new Float64Array(axis.length)
    for (const row of rows) addTo(next, row, dot(row, axis))
    const length = Math.sqrt(dot(next, next))
    if (!(length > 0)) break
    axis = next.map((value) => value / length)
  }
  return axis
}

function addTo(sum: Float64Array, values: ArrayLike<number>, times: number): void {
  for (let k = 0; k < sum.length; k++) sum[k]! += times * values[k]!
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!
  return sum
}
