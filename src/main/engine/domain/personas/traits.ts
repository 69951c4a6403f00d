import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import { traitNames, type Traits } from '../../../../shared/contract/personas.ts'
import type { Dice } from './dice.ts'
import type { Gender } from './gender.ts'

/** The five in standard deviations of the general population, in the order of `traitNames`. */
export type TraitScores = Traits

/**
 * Order O, C, E, A, N. Meta-analytic correlations, corrected for unreliability: van der Linden,
 * te Nijenhuis & Bakker (2010), J. Research in Personality 44, 315–327 (K = 212, N = 144,117).
 */
export const traitCorrelations: readonly (readonly number[])[] = [
  [1, 0.2, 0.43, 0.21, -0.17],
  [0.2, 1, 0.29, 0.43, -0.43],
  [0.43, 0.29, 1, 0.26, -0.36],
  [0.21, 0.43, 0.26, 1, -0.36],
  [-0.17, -0.43, -0.36, -0.36, 1],
]

/**
 * Women minus men, in d: Schmitt, Realo, Voracek & Allik (2008), J. Personality and Social
 * Psychology 94, 168–182 (55 nations).
 */
export const genderDifferences: Readonly<Traits> = {
  openness: -0.05,
  conscientiousness: 0.12,
  extraversion: 0.1,
  agreeableness: 0.15,
  neuroticism: 0.4,
}

/**
 * Mean shift in standard deviations at an age, linear in between, flat outside. Half a standard
 * deviation from 20 to 60 for C, A (up) and N (down), E and O falling slightly in old age: Roberts,
 * Walton & Viechtbauer (2006), Psychological Bulletin 132, 1–25. The dip of C and A and the rise of
 * N in adolescence: Soto, John, Gosling & Potter (2011), J. Pers. Soc. Psych. 100, 330–348.
 */
export const ageShifts: Readonly<Record<keyof Traits, readonly (readonly [number, number])[]>> = {
  openness: [
    [10, 0],
    [60, 0],
    [80, -0.2],
  ],
  conscientiousness: [
    [10, -0.15],
    [15, -0.4],
    [20, -0.25],
    [60, 0.25],
  ],
  extraversion: [
    [10, 0.15],
    [15, 0],
    [60, 0],
    [80, -0.2],
  ],
  agreeableness: [
    [10, -0.1],
    [15, -0.35],
    [20, -0.25],
    [60, 0.25],
  ],
  neuroticism: [
    [10, 0.05],
    [15, 0.3],
    [20, 0.25],
    [60, -0.25],
  ],
}

/** Multivariate normal within gender and age, mean shifts added. */
export function drawTraitScores(dice: Dice, age: number, gender: Gender): TraitScores {
  const independent = traitNames.map((name) => dice.normal(`trait:${name}`))
  return correlatedScores(independent, age, gender)
}

/** @param independent  standard normals, in the order of `traitNames` */
export function correlatedScores(
  independent: readonly number[],
  age: number,
  gender: Gender,
): TraitScores {
  const scores = traitNames.map((name, row) => {
    const within = factor[row]!.reduce((sum, weight, i) => sum + weight * independent[i]!, 0)
    return [name, within + traitMeanShift(name, age, gender)] as const
  })
  return Object.fromEntries(scores) as TraitScores
}

/** The independent standard normals these scores come from: undoes `drawTraitScores`. Shape [5]. */
export function independentScores(scores: TraitScores, age: number, gender: Gender): number[] {
  const independent: number[] = []
  traitNames.forEach((name, row) => {
    let rest = scores[name] - traitMeanShift(name, age, gender)
    for (let i = 0; i < row; i++) rest -= factor[row]![i]! * independent[i]!
    independent.push(rest / factor[row]![row]!)
  })
  return independent
}

/** Expected score, in standard deviations, of people of this age and gender. */
export function traitMeanShift(name: keyof Traits, age: number, gender: Gender): number {
  const side = { woman: 0.5, man: -0.5, other: 0 }[gender]
  return side * genderDifferences[name] + interpolate(ageShifts[name], age)
}

/** Percentiles 0–100, to a tenth, never 0 or 100: nobody is beyond everybody. */
export function toPercentiles(scores: TraitScores): Traits {
  return Object.fromEntries(traitNames.map((name) => [name, toPercentile(scores[name])])) as Traits
}

/** @param score  standard deviations from the population's mean */
export function toPercentile(score: number): number {
  const percent = Math.round(normalCdf(score, 0, 1) * 1000) / 10
  return Math.min(99.9, Math.max(0.1, percent))
}

function interpolate(knots: readonly (readonly [number, number])[], x: number): number {
  const after = knots.findIndex(([at]) => at >= x)
  if (after === -1) return knots.at(-1)![1]
  if (after === 0) return knots[0]![1]
  const [x0, y0] = knots[after - 1]!
  const [x1, y1] = knots[after]!
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)
}

/** Lower triangular L with L·Lᵀ = matrix. @param matrix  symmetric, positive definite, [n, n] */
function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const lower = matrix.map((row) => row.map(() => 0))
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!
      for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!
      lower[i]![j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!
    }
  }
  return lower
}

const factor = cholesky(traitCorrelations)
