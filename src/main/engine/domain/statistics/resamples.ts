import { createStream, type DrawPart } from '../random.ts'
import type { SurveyDesign } from './design.ts'
import { unitsOf } from './units.ts'

/** How often each persona is drawn in each of some resamples. */
export type Resamples = {
  readonly replicates: number
  /** By replicate, then unit: shape [replicates × units]. */
  readonly times: Uint8Array
  /** What a draw of a unit counts for, m / (m − 1) in a stratum of m: shape [units]. */
  readonly factor: Float64Array
}

/** Enough for the ends of a 95 % interval of a ladder price. */
const REPLICATES = 500
/** Fewer of them for a very large panel: a byte per persona and replicate. */
const MOST_DRAWS = 20_000_000

/**
 * The bootstrap of Rao & Wu (1988): of each stratum's m personas m − 1 are drawn with replacement,
 * all rows of a persona together; a lone persona is always there. The same seed parts and the same
 * design give the same resamples.
 */
export function resamplesOf(design: SurveyDesign, ...seed: DrawPart[]): Resamples {
  const { stratumOf, sizes } = unitsOf(design)
  const units = stratumOf.length
  const replicates = Math.max(100, Math.min(REPLICATES, Math.floor(MOST_DRAWS / units)))
  const times = new Uint8Array(replicates * units)
  const next = createStream('resamples', ...seed)
  for (let replicate = 0; replicate < replicates; replicate++) {
    // Units are numbered by stratum: those of one lie side by side.
    let first = replicate * units
    for (const size of sizes) {
      if (size === 1) times[first] = 1
      else for (let i = 0; i < size - 1; i++) times[first + Math.floor(next() * size)]! += 1
      first += size
    }
  }
  const factor = Float64Array.from(stratumOf, (stratum) => {
    const size = sizes[stratum]!
    return size > 1 ? size / (size - 1) : 1
  })
  return { replicates, times, factor }
}
