import { FEW_CARRIERS } from './cautious.ts'
import {
  carriersOf,
  kishEffectiveN,
  tFactor,
  type CautiousInterval,
  type Domain,
  type Estimate,
  type SurveyDesign,
} from './design.ts'
import type { Difference } from './difference.ts'
import { meanEstimate } from './mean.ts'
import { shareEstimate } from './share.ts'
import { unitsOf } from './units.ts'

/** n_eff·p(1 − p) from which a share is near enough to normal for R's interval of a difference. */
const ENOUGH_INFORMATION = 5

export type DifferenceKind = {
  /** The values are 0 and 1. */
  readonly isShare: boolean
  /** Personas were compared with themselves. */
  readonly paired: boolean
}

/**
 * A wider interval for a difference that few personas carry or, of shares, to which few say yes
 * or few say no on either side: R's is then too narrow (docs/decisions/0116). Of shares it is MOVER
 * (Newcombe 1998, method 10; Zou & Donner 2008) from the intervals that both sides are shown with;
 * of means t with the degrees of freedom that two variances known from so many carriers have
 * (Satterthwaite 1946, Welch 1947). Undefined where R's will do; never narrower.
 *
 * @param values  shape [rows]; not read outside the domains
 * @param found  domain b less domain a, by the design
 */
export function cautiousDifference(
  design: SurveyDesign,
  values: Float64Array,
  domains: readonly [Domain, Domain],
  found: Difference & DifferenceKind,
): CautiousInterval | undefined {
  const { isShare, paired, level, standardError, estimate } = found
  if (!Number.isFinite(found.lower)) return undefined
  const asked = paired ? withBoth(design, domains) : domains
  const known = asked.map((domain) => carriersOf(design, domain)) as [number, number]
  const isThin = isShare && asked.some((domain) => hasFewOfOne(design, values, domain))
  // A difference has as many carriers as the side that fewer carry, or more.
  if (!isThin && Math.min(...known) >= FEW_CARRIERS) return undefined
  const estimateOf = (domain: Domain) =>
    isShare
      ? shareEstimate(design, Uint8Array.from(values), domain, { level })
      : meanEstimate(design, values, domain, level)
  const sides = [estimateOf(asked[0]), estimateOf(asked[1])] as const
  const carriers = paired ? Math.min(...known) : carriersOfBoth(sides, known)
  const isFew = carriers < FEW_CARRIERS && carriers < found.degreesOfFreedom / 2
  if (!isFew && !isThin) return undefined
  const half = tFactor(level, carriers) * standardError
  const [lower, upper] = isShare ? mover(found, sides) : [estimate - half, estimate + half]
  if (!(lower < found.lower || upper > found.upper)) return undefined
  return {
    lower: Math.min(lower, found.lower),
    upper: Math.max(upper, found.upper),
    carriers,
  }
}

/** Satterthwaite's degrees of freedom of a sum of variances, each with as many as it has carriers. */
function carriersOfBoth(
  [a, b]: readonly [Estimate, Estimate],
  [ofA, ofB]: readonly [number, number],
): number {
  const [varianceA, varianceB] = [a.standardError ** 2, b.standardError ** 2]
  const sum = varianceA + varianceB
  return sum > 0 ? sum ** 2 / (varianceA ** 2 / ofA + varianceB ** 2 / ofB) : ofA + ofB
}

function hasFewOfOne(design: SurveyDesign, values: Float64Array, domain: Domain): boolean {
  let [sum, yes] = [0, 0]
  for (let row = 0; row < domain.length; row++) {
    if (!domain[row]) continue
    sum += design.weight[row]!
    yes += design.weight[row]! * values[row]!
  }
  const share = yes / sum
  return kishEffectiveN(design, domain) * share * (1 - share) < ENOUGH_INFORMATION
}

type Around = Pick<Estimate, 'estimate' | 'standardError' | 'lower' | 'upper' | 'cautious'>

/**
 * MOVER: the distances of both estimates to their own limits, put together as standard errors are,
 * with the correlation that the design gives them (Zou & Donner 2008).
 */
export function mover(
  { estimate, standardError }: Pick<Difference, 'estimate' | 'standardError'>,
  [a, b]: readonly [Around, Around],
): [number, number] {
  const both = 2 * a.standardError * b.standardError
  const correlation =
    both > 0 ? (a.standardError ** 2 + b.standardError ** 2 - standardError ** 2) / both : 0
  const apart = (x: number, y: number) =>
    Math.sqrt(Math.max(0, x ** 2 + y ** 2 - 2 * clamp(correlation) * x * y))
  const [ofA, ofB] = [a.cautious ?? a, b.cautious ?? b]
  return [
    estimate - apart(b.estimate - ofB.lower, ofA.upper - a.estimate),
    estimate + apart(ofB.upper - b.estimate, a.estimate - ofA.lower),
  ]
}

function clamp(correlation: number): number {
  return Math.min(1, Math.max(-1, correlation))
}

/** Rows of both domains, of units that have some in each. */
function withBoth(
  design: SurveyDesign,
  [a, b]: readonly [Domain, Domain],
): readonly [Domain, Domain] {
  const { unitOf, stratumOf } = unitsOf(design)
  const seen = [a, b].map((domain) => {
    const units = new Uint8Array(stratumOf.length)
    unitOf.forEach((unit, row) => (units[unit]! |= domain[row]!))
    return units
  })
  const kept = (domain: Domain) =>
    domain.map((inside, row) => inside & seen[0]![unitOf[row]!]! & seen[1]![unitOf[row]!]!)
  return [kept(a), kept(b)]
}
