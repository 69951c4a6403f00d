import type { SegmentContrast } from '../../../../shared/contract/validation-structure.ts'
import type { SurveyDesign } from '../statistics/design.ts'
import { differenceOfMeans } from '../statistics/difference.ts'
import { influenceOfMean } from '../statistics/mean.ts'
import { meanOf, varianceOf, type CategorySample } from './category-sample.ts'
import { peopleSample, type PeopleRows } from './people-sample.ts'
import { NO_CODE } from './persona-sample.ts'
import type { EffectPair } from './slope.ts'

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
export const FEWEST_IN_GROUP = 10
const Z = 1.959963984540054
/** Influences read nothing of a design but its weights. */
const NO_CLUSTERS = { unit: new Int32Array(), stratum: new Int32Array() }

/** A contrast with both effects in standard deviations of the people, for the slope. */
export type Found = {
  readonly contrast: SegmentContrast
  readonly pair: EffectPair
  /** What each row adds to either effect: shapes [rows of people], [rows of personas]. */
  readonly people: Float64Array
  readonly personas: Float64Array
}

/** Each group that is large enough against the largest one, on what the item measures. */
export function contrastsOf(
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
        contrast({ item, segment, measure, a: base, b: group }, input),
      ),
    )
}

type Group = {
  readonly label: string
  readonly people: CategorySample
  /** Rows of people in it with an answer, and of personas. */
  readonly rows: Uint8Array
  readonly personas: Uint8Array
  readonly personaRows: number
}

function groupOf(
  item: StructureItem,
  segment: StructureSegment,
  { rows, within }: StructureInput,
  { label, code }: { label: string; code: number },
): Group | null {
  const inside = Uint8Array.from(segment.people, (one, row) =>
    one === code && item.people[row] !== NO_CODE ? 1 : 0,
  )
  const people = peopleSample(rows, item.people, {
    categories: item.labels.length,
    within: inside,
  })
  const personas = within.map((one, row) =>
    one === 1 && segment.personas[row] === code && item.personas[row] !== NO_CODE ? 1 : 0,
  )
  const personaRows = personas.reduce((sum, inside) => sum + inside, 0)
  if (!people || people.n < FEWEST_IN_GROUP || personaRows < FEWEST_IN_GROUP) return null
  return { label, people, rows: inside, personas, personaRows }
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
  { design, rows }: StructureInput,
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
  const influence = (of: SurveyDesign, inA: Uint8Array, inB: Uint8Array, y: Float64Array) =>
    between(influenceOfMean(of, y, inA), influenceOfMean(of, y, inB), deviation)
  const people = Float64Array.from(item.people, (code) => (code === NO_CODE ? 0 : values[code]!))
  return {
    people: influence({ ...NO_CLUSTERS, weight: rows.weights }, a.rows, b.rows, people),
    personas: influence(design, a.personas, b.personas, scored),
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

/** What each row adds to the difference of two means, in standard deviations. */
function between(
  a: { readonly influence: Float64Array },
  b: { readonly influence: Float64Array },
  deviation: number,
): Float64Array {
  return b.influence.map((value, row) => (value - a.influence[row]!) / deviation)
}

/** Without degrees of freedom there is no interval: the estimate alone is shown. */
function finite(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise
}
