import { uniform } from '../../../src/main/engine/domain/random.ts'

const RESAMPLES = 2_000

/** Mean of paired differences and its central 95 % over resampled pairs. */
export function pairedBootstrap(differences: readonly number[]): {
  readonly mean: number
  readonly lower: number
  readonly upper: number
} {
  const n = differences.length
  const means = Float64Array.from({ length: RESAMPLES }, (_, resample) => {
    let state = Math.floor(uniform('bootstrap', resample) * 2 ** 32)
    let sum = 0
    for (let i = 0; i < n; i++) {
      // xorshift32: a hash for every draw would take most of the benchmark's time.
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      sum += differences[(state >>> 0) % n]!
    }
    return sum / n
  }).sort()
  const mean = differences.reduce((sum, difference) => sum + difference, 0) / n
  return { mean, lower: means[RESAMPLES * 0.025]!, upper: means[RESAMPLES * 0.975 - 1]! }
}
