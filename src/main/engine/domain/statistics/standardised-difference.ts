import { DEFAULT_LEVEL, degreesOfFreedom, type SurveyDesign } from './design.ts'
import { testedDifference, type Difference } from './difference.ts'
import { standardErrorOfTotal } from './variance.ts'

/** All of the shape [rows]. */
export type ToStandardise = {
  /** NaN where there is no answer. */
  readonly values: Float64Array
  /** Which group a row is in. */
  readonly groupOf: Int32Array
  /** The groups that are compared. */
  readonly a: number
  readonly b: number
  /** Category of the row, ≥ 0; −1 where it has none. */
  readonly categoryOf: Int32Array
}

export type StandardisedDifference = Difference & {
  /** Share of both groups' weight that lies in categories with both. */
  readonly covered: number
}

/** A category with fewer answers than this on a side says nothing of that side. */
const LEAST_ANSWERS = 2

/**
 * Directly standardised difference: per category the mean in b less that in a, weighted by the
 * category's weight in both groups together (Kitagawa 1955). Standard error by Taylor linearisation,
 * the shares of the categories being estimates too. Categories that one side lacks are left out.
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
  const { values, groupOf, a, b, categoryOf } = work
  const { sums, everything } = sumByCategory(design, work)
  const usable = sums.filter((it) => it.nA >= LEAST_ANSWERS && it.nB >= LEAST_ANSWERS)
  const covered = usable.reduce((sum, it) => sum + it.weightA + it.weightB, 0)
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
    const group = groupOf[row]!
    const category = sums[categoryOf[row]!]
    const isIn = (group === a || group === b) && !Number.isNaN(values[row]!)
    if (!category || !isIn || !isUsable.has(category)) continue
    inside[row] = 1
    const w = weight[row]!
    // A row moves the shares of the categories, and the mean of its own side.
    const own =
      group === b
        ? (values[row]! - meanB(category)) / category.weightB
        : (meanA(category) - values[row]!) / category.weightA
    influence[row] =
      w * ((meanB(category) - meanA(category) - estimate) / covered + share(category) * own)
  }
  const tested = testedDifference(estimate, standardErrorOfTotal(design, influence), {
    df: degreesOfFreedom(design, inside) - 1,
    level: DEFAULT_LEVEL,
  })
  return { ...tested, covered: covered / everything }
}

type Sums = {
  nA: number
  nB: number
  weightA: number
  weightB: number
  totalA: number
  totalB: number
}

/** `everything`: the weight of both groups, rows without a category included. */
function sumByCategory({ weight }: SurveyDesign, work: ToStandardise) {
  const { values, groupOf, a, b, categoryOf } = work
  const sums: Sums[] = []
  let everything = 0
  for (let row = 0; row < values.length; row++) {
    const group = groupOf[row]!
    const value = values[row]!
    const w = weight[row]!
    if ((group !== a && group !== b) || Number.isNaN(value) || w === 0) continue
    everything += w
    const category = categoryOf[row]!
    if (category < 0) continue
    while (sums.length <= category)
      sums.push({ nA: 0, nB: 0, weightA: 0, weightB: 0, totalA: 0, totalB: 0 })
    const it = sums[category]!
    if (group === a) {
      it.nA += 1
      it.weightA += w
      it.totalA += w * value
    } else {
      it.nB += 1
      it.weightB += w
      it.totalB += w * value
    }
  }
  return { sums, everything }
}
