import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import { seed31 } from '../../../src/main/engine/domain/random.ts'
import type { SurveyDesign } from '../../../src/main/engine/domain/statistics/design.ts'

const WARM_UP = 50

/** Random numbers of one draw: the same in every run of the benchmark. */
export type Random = {
  /** Uniform on [0, 1). */
  uniform(): number
  /** Standard normal. */
  normal(): number
}

export function randomOf(seed: number): Random {
  const generator: RandomGenerator = xoroshiro128plus(seed31('coverage', seed))
  let spare: number | undefined
  const uniform = () => uniformFloat64(generator)
  // What comes first tells of the seed.
  for (let i = 0; i < WARM_UP; i++) uniform()
  return {
    uniform,
    // Box & Muller (1958).
    normal() {
      if (spare !== undefined) {
        const value = spare
        spare = undefined
        return value
      }
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()))
      const angle = 2 * Math.PI * uniform()
      spare = radius * Math.sin(angle)
      return radius * Math.cos(angle)
    },
  }
}

export type Cohort = {
  /** Among people, and among the personas asked; each sums to 1. */
  readonly share: number
  readonly asked: number
  /** Mean answer. */
  readonly mean: number
}

export type PanelPlan = {
  readonly personas: number
  readonly cohorts?: readonly Cohort[]
  /** Coefficient of variation of the weights; 0: none. */
  readonly weightCv?: number
  /** Of the weights' logarithm with a persona's level: asked more than once, or with an ICC of 1. */
  readonly weightCorrelation?: number
  /** Interviews of each persona. */
  readonly replicates?: number
  /** Share of the variance within a cohort that is between personas. */
  readonly icc?: number
}

export type Panel = {
  readonly design: SurveyDesign
  /** Normal, of variance 1 within a cohort: shape [rows]. */
  readonly values: Float64Array
  readonly everyone: Uint8Array
  readonly random: Random
}

const ONE_COHORT: readonly Cohort[] = [{ share: 1, asked: 1, mean: 0 }]

export function drawPanel(
  random: Random,
  {
    personas,
    cohorts = ONE_COHORT,
    weightCv = 0,
    weightCorrelation = 0,
    replicates = 1,
    icc = 0.5,
  }: PanelPlan,
): Panel {
  const rows = personas * replicates
  const unit = new Int32Array(rows)
  const stratum = new Int32Array(rows)
  const weight = new Float64Array(rows)
  const values = new Float64Array(rows)
  const sigma = Math.sqrt(Math.log(1 + weightCv ** 2))
  const cohortOf = cohortsOf(personas, cohorts)
  for (let persona = 0; persona < personas; persona++) {
    const { share, asked, mean } = cohorts[cohortOf[persona]!]!
    const apart = sigma === 0 ? 0 : Math.sqrt(1 - weightCorrelation ** 2) * random.normal()
    const deviation = random.normal()
    const own = (share / asked) * Math.exp(sigma * (apart + weightCorrelation * deviation))
    const level = mean + Math.sqrt(icc) * deviation
    for (let replicate = 0; replicate < replicates; replicate++) {
      const row = persona * replicates + replicate
      unit[row] = persona
      stratum[row] = cohortOf[persona]!
      weight[row] = own
      values[row] = level + Math.sqrt(1 - icc) * random.normal()
    }
  }
  const everyone = new Uint8Array(rows).fill(1)
  return { design: { unit, stratum, weight }, values, everyone, random }
}

function cohortsOf(personas: number, cohorts: readonly Cohort[]): Int32Array {
  const ends = cohorts.map((_, i) =>
    Math.round(personas * cohorts.slice(0, i + 1).reduce((sum, { asked }) => sum + asked, 0)),
  )
  return Int32Array.from({ length: personas }, (_, i) => ends.findIndex((end) => i < end))
}

/** The answer that a share of people stay under: by halving, from the cohorts' normal answers. */
export function quantileOf(share: number, cohorts: readonly Cohort[] = ONE_COHORT): number {
  let [low, high] = [-10, 10]
  while (high - low > 1e-10) {
    const middle = (low + high) / 2
    const under = cohorts.reduce(
      (sum, { share: part, mean }) => sum + part * normalShareUnder(middle - mean),
      0,
    )
    if (under < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Φ, by its series (Marsaglia 2004): exact to 1e-15 for |z| < 7. */
function normalShareUnder(z: number): number {
  if (z < -7) return 0
  if (z > 7) return 1
  let [sum, term] = [z, z]
  for (let i = 3; Math.abs(term) > 1e-17; i += 2) {
    term *= (z * z) / i
    sum += term
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
}
