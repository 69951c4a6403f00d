import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import type { DistanceDraws } from './draw-distances.ts'

export type DistanceTest = {
  readonly distance: number
  readonly floor: { readonly mean: number; readonly p95: number }
  /** Share of resamples from one population at least as far apart, (b + 1) / (m + 1). */
  readonly p: number
  /** Share of resamples from two a margin apart whose squared distance is at most as large. */
  readonly pWithin: number
  /** How often two samples of one population would be told to be within the margin, 0–1. */
  readonly power: number
}

/** At which sameness is said. */
const ALPHA = 0.05

export function testDistance({
  distance,
  floor,
  squared,
  alike,
  apart,
}: DistanceDraws): DistanceTest {
  // Equal distances come out with other last digits.
  const asFar = floor.reduce((count, one) => count + Number(one >= distance - 1e-12), 0)
  const asNear = apart.reduce((count, one) => count + Number(one <= squared + 1e-12), 0)
  const nearest = apart.toSorted()[Math.floor(ALPHA * (apart.length + 1)) - 1]!
  return {
    distance,
    floor: {
      mean: floor.reduce((sum, one) => sum + one, 0) / floor.length,
      p95: floor.toSorted()[Math.ceil(0.95 * floor.length) - 1]!,
    },
    p: (asFar + 1) / (floor.length + 1),
    pWithin: (asNear + 1) / (apart.length + 1),
    power: alike.reduce((count, one) => count + Number(one < nearest), 0) / alike.length,
  }
}

/**
 * Times as many answers on either side at which the power reaches `wanted`: the noise of a squared
 * distance falls with n, that of its shift by the margin with √n (both near normal).
 *
 * @returns 1 or more
 */
export function answersFor({ alike, apart }: DistanceDraws, wanted: number): number {
  const [own, other] = [momentsOf(alike), momentsOf(apart)]
  const shift = other.mean - own.mean
  const cross = Math.max(0, other.variance - own.variance)
  const z = normalQuantile(1 - ALPHA, 0, 1)
  const reached = (times: number) =>
    (shift - z * Math.sqrt(own.variance / times ** 2 + cross / times)) /
    (Math.sqrt(own.variance) / times)
  const least = normalQuantile(wanted, 0, 1)
  let times = 1
  while (times < MOST_TIMES && reached(times) < least) times *= 1.05
  return times
}

/** Nobody asks a hundred times as many. */
const MOST_TIMES = 100

function momentsOf(values: Float64Array): { mean: number; variance: number } {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  return { mean, variance: values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length }
}
