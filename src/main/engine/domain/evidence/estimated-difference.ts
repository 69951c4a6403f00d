import type { Estimate } from '../../../../shared/contract/evidence.ts'
import { cautiousDifference, type DifferenceKind } from '../statistics/cautious-difference.ts'
import {
  countRows,
  kishEffectiveN,
  personasIn,
  type Domain,
  type SurveyDesign,
} from '../statistics/design.ts'
import { differenceOfMeans } from '../statistics/difference.ts'
import { pairedDifference } from '../statistics/paired.ts'
import { toEstimate } from './estimates.ts'

/** Domain b less domain a, of the size of the smaller one; p is R's, null where there is none. */
export function estimateDifference(
  design: SurveyDesign,
  values: Float64Array,
  domains: readonly [Domain, Domain],
  kind: DifferenceKind,
): { difference: Estimate; p: number | null } {
  const differ = kind.paired ? pairedDifference : differenceOfMeans
  const tested = differ(design, values, ...domains)
  const fewest = (count: (domain: Domain) => number) => Math.min(...domains.map(count))
  const cautious = cautiousDifference(design, values, domains, { ...tested, ...kind })
  const difference = toEstimate({
    ...tested,
    n: fewest(countRows),
    personas: fewest((domain) => personasIn(design, domain)),
    effectiveN: fewest((domain) => kishEffectiveN(design, domain)),
    ...(cautious && { cautious }),
  })
  const isShown = difference.estimate !== null && Number.isFinite(tested.p)
  return { difference, p: isShown ? tested.p : null }
}

/** Whether the interval that is shown leaves 0 out: the cautious one where there is one. */
export function excludesZero({ lower, upper, cautious }: Estimate): boolean {
  if (lower === null || upper === null) return false
  return cautious ? cautious.lower * cautious.upper > 0 : lower * upper > 0
}

/** The interval of a difference in words, from the side of what is higher. */
export function intervalOf(
  { estimate, lower, upper, cautious }: Estimate,
  write: (value: number) => string,
): string {
  const range = (low: number, high: number) =>
    estimate! >= 0 ? `${write(low)} to ${write(high)}` : `${write(-high)} to ${write(-low)}`
  return cautious
    ? `cautious 95 % interval ${range(cautious.lower, cautious.upper)}, the ordinary one ${range(lower!, upper!)}`
    : `95 % interval ${range(lower!, upper!)}`
}
