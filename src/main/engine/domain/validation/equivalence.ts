import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { centralMoment, meanOf, varianceOf, type CategorySample } from './category-sample.ts'

/** How far synthetic answers may be from people's and still count as the same. */
export type Margins = {
  /** Of every category, 0–1. */
  readonly share: number
  /** In standard deviations of the people. */
  readonly mean: number
  /** Ratio of variances, from and to. */
  readonly varianceRatio: readonly [number, number]
}

export const DEFAULT_MARGINS: Margins = { share: 0.1, mean: 0.2, varianceRatio: [0.67, 1.5] }

/** One quantity that must lie within its margin. */
export type EquivalenceTest = {
  readonly quantity: 'share' | 'mean' | 'variance'
  /** Category of a share: index; else null. */
  readonly category: number | null
  readonly estimate: number
  /** Ends of the 90 % interval: within the margin is TOST at 5 % (Schuirmann 1987). */
  readonly lower: number
  readonly upper: number
  readonly margin: readonly [number, number]
  readonly holds: boolean
  /**
   * People there would have to be for the test to hold if the estimate stayed; null when no number
   * of people would do: it lies outside, or the personas are too few.
   */
  readonly peopleNeeded: number | null
}

/** The 90 % interval of two one-sided tests at 5 %. */
const Z = normalQuantile(0.95, 0, 1)

/** Of every category: share of the personas minus share of the people. */
export function shareTests(
  people: CategorySample,
  personas: CategorySample,
  margin: number,
): EquivalenceTest[] {
  return people.shares.map((share, category) => {
    const other = personas.shares[category]!
    return test({
      quantity: 'share',
      category,
      estimate: other - share,
      margin: [-margin, margin],
      // Agresti & Caffo (2000): one success and one failure more each, so that 0 has an error.
      perPerson: added(share, people.n) * (1 - added(share, people.n)),
      people: people.n + 2,
      fixed: (added(other, personas.n) * (1 - added(other, personas.n))) / (personas.n + 2),
      scale: 'linear',
    })
  })
}

/** Mean of the personas minus mean of the people, in standard deviations of the people. */
export function meanTest(
  people: CategorySample,
  personas: CategorySample,
  { scores, margin }: { scores: readonly number[]; margin: number },
): EquivalenceTest | null {
  const variance = varianceOf(people, scores)
  if (!(variance > 0)) return null
  return test({
    quantity: 'mean',
    category: null,
    estimate: (meanOf(personas, scores) - meanOf(people, scores)) / Math.sqrt(variance),
    margin: [-margin, margin],
    perPerson: 1,
    people: people.n,
    fixed: varianceOf(personas, scores) / variance / personas.n,
    scale: 'linear',
  })
}

/**
 * Variance of the personas over variance of the people. The error of a log variance is taken from
 * the sample's own kurtosis, √((κ − (n − 3)/(n − 1)) / n): answers on a scale are no normal curve.
 */
export function varianceTest(
  people: CategorySample,
  personas: CategorySample,
  { scores, margin }: { scores: readonly number[]; margin: readonly [number, number] },
): EquivalenceTest | null {
  const [base, other] = [varianceOf(people, scores), varianceOf(personas, scores)]
  if (!(base > 0) || Number.isNaN(other)) return null
  // No spread at all is outside of any margin, whatever its error.
  if (other === 0)
    return {
      quantity: 'variance',
      category: null,
      estimate: 0,
      lower: 0,
      upper: 0,
      margin,
      holds: false,
      peopleNeeded: null,
    }
  return test({
    quantity: 'variance',
    category: null,
    estimate: other / base,
    margin,
    perPerson: logVarianceError(people, scores) * people.n,
    people: people.n,
    fixed: logVarianceError(personas, scores),
    scale: 'log',
  })
}

function logVarianceError(sample: CategorySample, scores: readonly number[]): number {
  const kurtosis = centralMoment(sample, scores, 4) / centralMoment(sample, scores, 2) ** 2
  const normal = sample.n > 3 ? (sample.n - 3) / (sample.n - 1) : 0
  return Math.max(kurtosis - normal, 1 / sample.n) / sample.n
}

type Spec = Pick<EquivalenceTest, 'quantity' | 'category' | 'estimate' | 'margin'> & {
  /** Sampling variance that one person has; over `people` it is theirs. */
  readonly perPerson: number
  readonly people: number
  /** Sampling variance of the personas. */
  readonly fixed: number
  readonly scale: 'linear' | 'log'
}

function test({ perPerson, people, fixed, scale, ...spec }: Spec): EquivalenceTest {
  const to = scale === 'log' ? Math.log : (value: number) => value
  const from = scale === 'log' ? Math.exp : (value: number) => value
  const half = Z * Math.sqrt(perPerson / people + fixed)
  const [low, high] = [to(spec.margin[0]), to(spec.margin[1])]
  const at = to(spec.estimate)
  const room = Math.min(at - low, high - at)
  const allowed = (room / Z) ** 2 - fixed
  return {
    ...spec,
    lower: from(at - half),
    upper: from(at + half),
    holds: room > half,
    peopleNeeded: room > 0 && allowed > 0 ? Math.ceil(perPerson / allowed) : null,
  }
}

function added(share: number, n: number): number {
  return (share * n + 1) / (n + 2)
}
