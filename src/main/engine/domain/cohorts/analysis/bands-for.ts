import { bandLabels, bandOf, type Bands } from '../../criteria/bands.ts'
import { cutNumbers } from '../../criteria/cut-numbers.ts'

const AGES = [18, 25, 35, 45, 55, 65, 75]
/** Fifths of a scale from 0 to 100. */
const FIFTHS = [20, 40, 60, 80]

/**
 * Bands to show a number in: decades for ages, fifths for percentiles, single values where there
 * are few, else fifths of everybody.
 *
 * @param values  of everybody who has one, in any order
 */
export function bandsFor(field: string, values: Float64Array): Bands {
  const bounds = fixedBounds(field)
  if (bounds) return { bounds, labels: bandLabels(bounds) }
  const cut = cutNumbers(values, { parts: 5 })
  if (cut) return cut
  const above = [...new Set(values.toSorted())].slice(1)
  return { bounds: above, labels: above.length === 0 ? ['any'] : bandLabels(above) }
}

export function bandAt(value: number, { bounds, labels }: Bands): string {
  return bounds.length === 0 ? labels[0]! : bandOf(value, bounds, labels)
}

function fixedBounds(field: string): readonly number[] | undefined {
  if (field === 'age') return AGES
  return field.startsWith('traits.') ? FIFTHS : undefined
}
