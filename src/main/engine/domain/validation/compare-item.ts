import { brownForsythe, type SpreadTest } from './brown-forsythe.ts'
import { meanOf, varianceOf, type CategorySample } from './category-sample.ts'
import {
  chiSquare,
  entropyRatio,
  ksSimilarity,
  wasserstein,
  type ChiSquareTest,
} from './describe-difference.ts'
import {
  meanTest,
  shareTests,
  varianceTest,
  type EquivalenceTest,
  type Margins,
} from './equivalence.ts'
import {
  distanceFloor,
  totalVariation,
  type DistanceFloor,
  type FloorOptions,
} from './total-variation.ts'

export type ValidationItem = {
  readonly id: string
  /** Shape [categories]; for ordered items from low to high. */
  readonly labels: readonly string[]
  /** Scores of the categories, ascending; null where they have no order. */
  readonly scores: readonly number[] | null
  readonly people: CategorySample
  readonly personas: CategorySample
}

export type OrderedComparison = {
  readonly spread: SpreadTest
  /** Personas over people. */
  readonly varianceRatio: number
  readonly means: readonly [people: number, personas: number]
  /** In human standard deviations, personas minus people; NaN where people do not vary. */
  readonly standardisedDifference: number
  readonly wasserstein: number
  readonly ksSimilarity: number
}

export type ItemComparison = {
  readonly item: ValidationItem
  readonly distance: number
  readonly floor: DistanceFloor
  readonly chiSquare: ChiSquareTest
  readonly ordered: OrderedComparison | null
  /** Nominal items: entropy of the personas over that of the people. */
  readonly entropyRatio: number | null
  readonly equivalence: readonly EquivalenceTest[]
}

/**
 * One item answered by people and by personas: location and spread, against what chance alone does
 * at these sizes.
 *
 * @throws RangeError when shapes differ or a sample is empty
 */
export function compareItem(
  item: ValidationItem,
  margins: Margins,
  chance: FloorOptions,
): ItemComparison {
  check(item)
  const { people, personas, scores } = item
  return {
    item,
    distance: totalVariation(people.shares, personas.shares),
    floor: distanceFloor(people, personas, chance),
    chiSquare: chiSquare(people, personas),
    ordered: scores && compareOrdered(people, personas, scores),
    entropyRatio: scores ? null : entropyRatio(people, personas),
    equivalence: [
      ...shareTests(people, personas, margins.share),
      ...(scores
        ? [
            meanTest(people, personas, { scores, margin: margins.mean }),
            varianceTest(people, personas, { scores, margin: margins.varianceRatio }),
          ].filter((one) => one !== null)
        : []),
    ],
  }
}

function compareOrdered(
  people: CategorySample,
  personas: CategorySample,
  scores: readonly number[],
): OrderedComparison {
  const variance = varianceOf(people, scores)
  const means = [meanOf(people, scores), meanOf(personas, scores)] as const
  return {
    spread: brownForsythe(people, personas, scores),
    varianceRatio: varianceOf(personas, scores) / variance,
    means,
    standardisedDifference: variance > 0 ? (means[1] - means[0]) / Math.sqrt(variance) : Number.NaN,
    wasserstein: wasserstein(people, personas, scores),
    ksSimilarity: ksSimilarity(people, personas),
  }
}

function check({ id, labels, scores, people, personas }: ValidationItem): void {
  const shapes = [people.shares.length, personas.shares.length, scores?.length ?? labels.length]
  if (shapes.some((length) => length !== labels.length))
    throw new RangeError(
      `Item ${id} has ${labels.length} categories, but ${shapes.join(', ')} were given`,
    )
  if (!(people.n > 0 && personas.n > 0)) throw new RangeError(`Item ${id} has an empty sample`)
}
