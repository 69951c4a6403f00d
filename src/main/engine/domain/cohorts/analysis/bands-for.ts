import { bandLabels, bandOf } from '../../criteria/bands.ts'

/** Ascending lower bounds of every band but the lowest, and the bands' names. */
export type Bands = { readonly bounds: readonly number[]; readonly labels: readonly string[] }

const AGES = [18, 25, 35, 45, 55, 65, 75]
/** Fifths of a scale from 0 to 100. */
const FIFTHS = [20, 40, 60, 80]
/** A number with no more values than this is shown value by value. */
const FEW_VALUES = 8

/**
 * Bands to show a number in: decades for ages, fifths for percentiles, single values where there
 * are few, else fifths of everybody, rounded to two digits.
 *
 * @param values  of everybody who has one, in any order
 */
export function bandsFor(field: string, values: Float64Array): Bands {
  const bounds = boundsFor(field, values)
  return { bounds, labels: bounds.length === 0 ? ['any'] : bandLabels(bounds) }
}

export function bandAt(value: number, { bounds, labels }: Bands): string {
  return bounds.length === 0 ? labels[0]! : bandOf(value, bounds, labels)
}

function boundsFor(field: string, values: Float64Array): number[] {
  if (field === 'age') return AGES
  if (field.startsWith('traits.')) return FIFTHS
  const sorted = values.toSorted()
  const distinct = [...new Set(sorted)]
  if (distinct.length <= FEW_VALUES) return distinct.slice(1)
  const cuts = [0.2, 0.4, 0.6, 0.8].map((share) =>
    round(sorted[Math.floor(share * sorted.length)]!),
  )
  return [...new Set(cuts)].filter((cut) => cut > sorted[0]!)
}

function round(value: number): number {
  return Number(value.toPrecision(2))
}
