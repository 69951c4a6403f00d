import type { SegmentStructure } from '../../../../shared/contract/validation-structure.ts'
import { decimal } from '../evidence/words.ts'
import type { SurveyDesign } from '../statistics/design.ts'
import { standardErrorOfTotal } from '../statistics/variance.ts'
import {
  contrastsOf,
  FEWEST_IN_GROUP,
  type Found,
  type StructureInput,
} from './segment-contrasts.ts'
import { slopeThroughOrigin } from './slope.ts'

const FEWEST_ITEMS = 5

/**
 * Differences between groups of people beside those between the same groups of personas: each group
 * against the largest one, per item and per segment.
 */
export function segmentStructure(input: StructureInput): SegmentStructure | null {
  if (input.segments.length === 0) return null
  const clusters = input.items.map((item) =>
    input.segments.flatMap((segment) => contrastsOf(item, segment, input)),
  )
  const found = clusters.filter(({ length }) => length > 0)
  const contrasts = found.flat().map(({ contrast }) => contrast)
  const slope =
    found.length >= FEWEST_ITEMS
      ? slopeThroughOrigin(
          found.map((cluster) => cluster.map(({ pair }) => pair)),
          input.seed,
          (slope) => sharedVariance(found, slope, input.design),
        )
      : null
  const verdict = verdictOf(slope)
  return {
    contrasts,
    slope: slope && { ...slope, items: found.length, contrasts: contrasts.length },
    verdict,
    sentence: sentenceOf({ slope, verdict, items: found.length, contrasts: contrasts.length }),
  }
}

/**
 * The same people, and the same personas, answer all items: their errors go together. Of
 * Σ(xy − βx²), to first order, the variance of all items' sum beyond the sum of the items' own.
 */
function sharedVariance(
  clusters: readonly (readonly Found[])[],
  slope: number,
  design: SurveyDesign,
): number {
  const variance = (found: readonly Found[]) => {
    const people = summed(found, ({ pair }) => pair.personas - 2 * slope * pair.people, 'people')
    const personas = summed(found, ({ pair }) => pair.people, 'personas')
    return (
      people.reduce((sum, one) => sum + one * one, 0) + standardErrorOfTotal(design, personas) ** 2
    )
  }
  const own = clusters.reduce((sum, cluster) => sum + variance(cluster), 0)
  return variance(clusters.flat()) - own
}

function summed(
  found: readonly Found[],
  times: (one: Found) => number,
  side: 'people' | 'personas',
): Float64Array {
  const total = new Float64Array(found[0]![side].length)
  for (const one of found) {
    const factor = times(one)
    const influence = one[side]
    for (let row = 0; row < total.length; row++) total[row]! += factor * influence[row]!
  }
  return total
}

function verdictOf(slope: { lower: number; upper: number } | null): SegmentStructure['verdict'] {
  if (!slope) return 'not measured'
  if (slope.lower > 1) return 'stereotyped'
  if (slope.upper < 0) return 'reversed'
  if (slope.upper < 1) return 'flattened'
  return slope.lower >= 0.67 && slope.upper <= 1.5 ? 'in proportion' : 'inconclusive'
}

function sentenceOf({
  slope,
  verdict,
  items,
  contrasts,
}: {
  slope: { estimate: number; lower: number; upper: number } | null
  verdict: SegmentStructure['verdict']
  items: number
  contrasts: number
}): string {
  if (contrasts === 0)
    return `No group has ${FEWEST_IN_GROUP} people and ${FEWEST_IN_GROUP} personas to be compared with another.`
  if (items < FEWEST_ITEMS)
    return `It takes ${FEWEST_ITEMS} items to say whether personas make too much of differences between groups; there are ${items}.`
  if (!slope)
    return `People’s groups differ by too little over ${items} items: there is nothing to hold the personas’ differences against.`
  const size = `${decimal(slope.estimate)} times as far apart as people’s (95 % interval ${decimal(slope.lower)} to ${decimal(slope.upper)}, ${contrasts} differences over ${items} items)`
  const said = {
    stereotyped: 'groups are exaggerated, which is stereotyping',
    flattened: 'groups are too much alike',
    reversed: 'groups differ the other way round',
    'in proportion': 'in proportion',
    inconclusive: 'too uncertain to say more',
    'not measured': '',
  }[verdict]
  return `Groups of personas lie ${size}: ${said}.`
}
