import {
  countRows,
  DEFAULT_LEVEL,
  degreesOfFreedom,
  type Domain,
  type SurveyDesign,
} from './design.ts'
import { testedDifference, type Difference } from './difference.ts'
import { linearisedMean } from './mean.ts'
import { unitsOf } from './units.ts'

/**
 * Mean over personas of their own mean in b minus their own mean in a: the analysis of a design
 * within personas (R: `svyttest(difference ~ 0)` on one row per persona). Personas without an answer
 * on either side are outside the domain.
 *
 * @param values  shape [rows]; not read outside the domains
 */
export function pairedDifference(
  design: SurveyDesign,
  values: Float64Array,
  domainA: Domain,
  domainB: Domain,
  level = DEFAULT_LEVEL,
): Difference & { /** Personas with both. */ readonly pairs: number } {
  const { unitOf, stratumOf } = unitsOf(design)
  const a = unitMeans(unitOf, stratumOf.length, values, domainA)
  const b = unitMeans(unitOf, stratumOf.length, values, domainB)
  const weight = new Float64Array(stratumOf.length)
  unitOf.forEach((unit, row) => (weight[unit] = design.weight[row]!))
  const personas: SurveyDesign = {
    unit: Int32Array.from(stratumOf.keys()),
    stratum: stratumOf,
    weight,
  }
  const differences = b.map((mean, unit) => mean - a[unit]!)
  const domain = Uint8Array.from(differences, (value) => (Number.isNaN(value) ? 0 : 1))
  const { estimate, standardError } = linearisedMean(personas, differences, domain)
  const df = degreesOfFreedom(personas, domain) - 1
  const pairs = countRows(domain)
  return { ...testedDifference(estimate, standardError, { df, level }), pairs }
}

/** Unweighted mean of a unit's rows in the domain, NaN where it has none: shape [units]. */
function unitMeans(
  unitOf: Int32Array,
  units: number,
  values: Float64Array,
  domain: Domain,
): Float64Array {
  const sums = new Float64Array(units)
  const counts = new Int32Array(units)
  domain.forEach((inside, row) => {
    if (!inside) return
    sums[unitOf[row]!]! += values[row]!
    counts[unitOf[row]!]! += 1
  })
  return sums.map((sum, unit) => sum / counts[unit]!)
}
