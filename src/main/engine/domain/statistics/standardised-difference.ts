import { DEFAULT_LEVEL, degreesOfFreedom, type Domain, type SurveyDesign } from './design.ts'
import { testedDifference, type Difference } from './difference.ts'
import { standardErrorOfTotal } from './variance.ts'

export type ToStandardise = {
  /** Shape [rows]; not read outside the domains. */
  readonly values: Float64Array
  readonly domainA: Domain
  readonly domainB: Domain
  /** Category of the row, ≥ 0; −1 where it has none. Shape [rows]. */
  readonly categoryOf: Int32Array
}

export type StandardisedDifference = Difference & {
  /** Share of both domains' weight that lies in categories with both sides. */
  readonly covered: number
}

/** A category with fewer answers than this on a side says nothing of that side. */
const LEAST_ANSWERS = 2

/**
 * Directly standardised difference: per category the mean in b less that in a, weighted by the
 * category's weight in both domains together (Kitagawa 1955). Standard error by Taylor
 * linearisation, the shares of the categories being estimates too. Categories that one side lacks
 * are left out.
 *
 * @param against  when given, the standard error is found only where the sign is another one
 * @returns undefined where no category has both sides, or the sign is that of `against`
 */
export function standardisedDifference(
  design: SurveyDesign,
  work: ToStandardise,
  against?: number,
): StandardisedDifference | undefined {
  const { weight } = design
  const { values, domainA, domainB, categoryOf } = work
  const sums = sumByCategory(design, work)
  const usable = sums.filter((it) => it.nA >= LEAST_ANSWERS && it.nB >= LEAST_ANSWERS)
  const covered = usable.reduce((sum, it) => sum + it.weightA + it.weightB, 0)
  const everything = weightOf(design, domainA) + weightOf(design, domainB)
  if (!(covered > 0)) return undefined
  const meanA = (it: Sums) => it.totalA / it.weightA
  const meanB = (it: Sums) => it.totalB / it.weightB
  const share = (it: Sums) => (it.weightA + it.weightB) / covered
  const estimate = usable.reduce((sum, it) => sum + share(it) * (meanB(it) - meanA(it)), 0)
  if (against !== undefined && !(estimate * against < 0)) return undefined

  const isUsable = new Set(usable)
  const influence = new Float64Array(values.length)
  const inside = new Uint8Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const category = sums[categoryOf[row]!]
    if (!category || !isUsable.has(category) || !(domainA[row] || domainB[row])) continue
    inside[row] = 1
    const w = weight[row]!
    // A row moves the shares of the categories, and the mean of its own side.
    influence[row]! += (w * (meanB(category) - meanA(category) - estimate)) / covered
    if (domainB[row])
      influence[row]! += (share(category) * w * (values[row]! - meanB(category))) / category.weightB
    if (domainA[row])
      influence[row]! -= (share(category) * w * (values[row]! - meanA(category))) / category.weightA
  }
  const tested = testedDifference(estimate, standardErrorOfTotal(design, influence), {
    df: degreesOfFreedom(design, inside) - 1,
    level: DEFAULT_LEVEL,
  })
  return { ...tested, covered: covered / everything }
}

function weightOf({ weight }: SurveyDesign, domain: Domain): number {
  let sum = 0
  for (let row = 0; row < domain.length; row++) if (domain[row]) sum += weight[row]!
  return sum
}

type Sums = {
  nA: number
  nB: number
  weightA: number
  weightB: number
  totalA: number
  totalB: number
}

function sumByCategory({ weight }: SurveyDesign, work: ToStandardise): Sums[] {
  const { values, domainA, domainB, categoryOf } = work
  const sums: Sums[] = []
  for (let row = 0; row < values.length; row++) {
    const category = categoryOf[row]!
    if (category < 0 || weight[row] === 0) continue
    while (sums.length <= category)
      sums.push({ nA: 0, nB: 0, weightA: 0, weightB: 0, totalA: 0, totalB: 0 })
    const it = sums[category]!
    if (domainA[row]) {
      it.nA += 1
      it.weightA += weight[row]!
      it.totalA += weight[row]! * values[row]!
    }
    if (domainB[row]) {
      it.nB += 1
      it.weightB += weight[row]!
      it.totalB += weight[row]! * values[row]!
    }
  }
  return sums
}
