import type {
  SegmentContrast,
  SegmentStructure,
} from '../../../../shared/contract/validation-structure.ts'
import type { SurveyDesign } from '../statistics/design.ts'
import { differenceOfMeans } from '../statistics/difference.ts'
import { decimal } from '../evidence/words.ts'
import { meanOf, varianceOf, type CategorySample } from './category-sample.ts'
import { peopleSample, type PeopleRows } from './people-sample.ts'
import { NO_CODE } from './persona-sample.ts'
import { slopeThroughOrigin, type EffectPair } from './slope.ts'

export type StructureItem = {
  readonly id: string
  readonly labels: readonly string[]
  /** Of a scale, ascending; null: each answer is compared by its share. */
  readonly scores: readonly number[] | null
  /** Category or `NO_CODE`: shapes [rows of people], [rows of personas]. */
  readonly people: Int16Array
  readonly personas: Int16Array
}

export type StructureSegment = {
  readonly itemId: string
  readonly field: string
  readonly categories: readonly string[]
  readonly people: Int16Array
  readonly personas: Int16Array
}

export type StructureInput = {
  readonly items: readonly StructureItem[]
  readonly segments: readonly StructureSegment[]
  readonly rows: PeopleRows
  readonly design: SurveyDesign
  /** Rows of personas that are compared. */
  readonly within: Uint8Array
  readonly seed: number
}

/** Smaller groups than this say nothing about their group. */
const FEWEST = 10
const FEWEST_ITEMS = 5
const Z = 1.959963984540054

/** A contrast with both effects in standard deviations of the people, for the slope. */
type Found = { readonly contrast: SegmentContrast; readonly pair: EffectPair }

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

function verdictOf(slope: { lower: number; upper: number } | null): SegmentStructure['verdict'] {
  if (!slope) return 'not measured'
  if (slope.lower > 1) return 'stereotyped'
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
    return `No group has ${FEWEST} people and ${FEWEST} personas to be compared with another.`
  if (items < FEWEST_ITEMS)
    return `It takes ${FEWEST_ITEMS} items to say whether personas make too much of differences between groups; there are ${items}.`
  if (!slope)
    return `People’s groups differ by too little over ${items} items: there is nothing to hold the personas’ differences against.`
  const size = `${decimal(slope.estimate)} times as far apart as people’s (95 % interval ${decimal(slope.lower)} to ${decimal(slope.upper)}, ${contrasts} differences over ${items} items)`
  const said = {
    stereotyped: 'groups are exaggerated, which is stereotyping',
    flattened: 'groups are too much alike',
    'in proportion': 'in proportion',
    inconclusive: 'too uncertain to say more',
    'not measured': '',
  }[verdict]
  return `Groups of personas lie ${size}: ${said}.`
}

function contrastsOf(
  item: StructureItem,
  segment: StructureSegment,
  input: StructureInput,
): Found[] {
  const groups = segment.categories
    .map((label, code) => groupOf(item, segment, input, { label, code }))
    .filter((group) => group !== null)
  const base = groups.toSorted((a, b) => b.people.n - a.people.n)[0]
  if (!base) return []
  const everyone = peopleSample(input.rows, item.people, { categories: item.labels.length })!
  return groups
    .filter((group) => group !== base)
    .flatMap((group) =>
      measuresOf(item, everyone).map((measure) =>
        contrast({ item, segment, measure, a: base, b: group }, input.design),
      ),
    )
}

type Group = {
  readonly label: string
  readonly people: CategorySample
  /** Rows of personas in it with an answer. */
  readonly personas: Uint8Array
  readonly personaRows: number
}

function groupOf(
  item: StructureItem,
  segment: StructureSegment,
  { rows, within }: StructureInput,
  { label, code }: { label: string; code: number },
): Group | null {
  const people = peopleSample(rows, item.people, {
    categories: item.labels.length,
    within: Uint8Array.from(segment.people, (one) => (one === code ? 1 : 0)),
  })
  const personas = within.map((inside, row) =>
    inside === 1 && segment.personas[row] === code && item.personas[row] !== NO_CODE ? 1 : 0,
  )
  const personaRows = personas.reduce((sum, inside) => sum + inside, 0)
  if (!people || people.n < FEWEST || personaRows < FEWEST) return null
  return { label, people, personas, personaRows }
}

type Measure = {
  readonly name: string
  readonly isShare: boolean
  /** Of each category: a score, or 1 for the answer whose share it is. */
  readonly values: readonly number[]
  /** Standard deviation among all people. */
  readonly deviation: number
}

function measuresOf(item: StructureItem, everyone: CategorySample): Measure[] {
  const measure = (name: string, isShare: boolean, values: readonly number[]): Measure => ({
    name,
    isShare,
    values,
    deviation: Math.sqrt(varianceOf(everyone, values)),
  })
  const found = item.scores
    ? [measure('mean', false, item.scores)]
    : item.labels.map((label, k) =>
        measure(
          label,
          true,
          item.labels.map((_, other) => (other === k ? 1 : 0)),
        ),
      )
  // One share of two says what the other does.
  const told = !item.scores && found.length === 2 ? found.slice(0, 1) : found
  return told.filter(({ deviation }) => deviation > 0)
}

function contrast(
  {
    item,
    segment,
    measure,
    a,
    b,
  }: { item: StructureItem; segment: StructureSegment; measure: Measure; a: Group; b: Group },
  design: SurveyDesign,
): Found {
  const { name, isShare, values, deviation } = measure
  const difference = meanOf(b.people, values) - meanOf(a.people, values)
  const variance = [a, b].reduce(
    (sum, { people }) => sum + varianceOf(people, values) / people.n,
    0,
  )
  const scored = Float64Array.from(item.personas, (code) => (code === NO_CODE ? 0 : values[code]!))
  const personas = differenceOfMeans(design, scored, a.personas, b.personas)
  // A share in points; a mean in standard deviations of people.
  const unit = isShare ? 1 : deviation
  const half = Z * Math.sqrt(variance)
  return {
    pair: {
      people: difference / deviation,
      peopleVariance: variance / deviation ** 2,
      personas: personas.estimate / deviation,
    },
    contrast: {
      questionId: item.id,
      itemId: segment.itemId,
      field: segment.field,
      a: a.label,
      b: b.label,
      measure: name,
      isShare,
      people: {
        estimate: difference / unit,
        lower: (difference - half) / unit,
        upper: (difference + half) / unit,
        n: Math.min(a.people.n, b.people.n),
      },
      personas: {
        estimate: personas.estimate / unit,
        lower: finite(personas.lower, personas.estimate) / unit,
        upper: finite(personas.upper, personas.estimate) / unit,
        n: Math.min(a.personaRows, b.personaRows),
      },
    },
  }
}

/** Without degrees of freedom there is no interval: the estimate alone is shown. */
function finite(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise
}
