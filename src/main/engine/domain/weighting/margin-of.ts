import type { Persona } from '../../../../shared/contract/personas.ts'
import type { Margin } from '../../../../shared/contract/populations.ts'
import { bandOf } from '../criteria/bands.ts'
import { fieldValue } from '../criteria/field-value.ts'
import { InfeasibleMarginError, type RakeMargin } from './rake.ts'

const CROSS = ' × '

/** What a margin is called: "age × gender". */
function marginName({ fields }: Margin): string {
  return fields.map((field) => field.replace(/^attributes\./, '')).join(CROSS)
}

/**
 * A margin as raking takes it: the category of each persona. Categories are compared without case.
 *
 * @throws InfeasibleMarginError when personas lack a field, or fall in a category without a target
 */
export function toRakeMargin(margin: Margin, personas: readonly Persona[]): RakeMargin {
  const name = marginName(margin)
  const categories = margin.targets.map(({ category }) => category)
  const index = new Map(categories.map((category, i) => [plain(category), i]))
  if (index.size !== categories.length)
    throw new InfeasibleMarginError(name, `${name} names a category twice`)
  const missing = new Map<string, number>()
  const categoryOf = Int32Array.from(personas, (persona) => {
    const category = categoryName(margin, persona)
    const found = index.get(plain(category))
    if (found === undefined) missing.set(category, (missing.get(category) ?? 0) + 1)
    return found ?? -1
  })
  const worst = [...missing].toSorted(([, a], [, b]) => b - a)[0]
  if (worst) {
    const others = missing.size === 1 ? '' : `, and ${missing.size - 1} more categories are like it`
    throw new InfeasibleMarginError(
      name,
      `${name}: ${worst[1]} ${worst[1] === 1 ? 'persona is' : 'personas are'} in “${worst[0]}”, which has no target share${others}. Known categories: ${categories.join(', ')}`,
    )
  }
  const target = Float64Array.from(margin.targets, ({ share }) => share)
  return { name, categories, categoryOf, target }
}

function categoryName({ fields, bands }: Margin, persona: Persona): string {
  return fields
    .map((field) => {
      const value = fieldValue(persona, field)
      if (value === undefined || value === null || value === '') return 'unknown'
      if (typeof value === 'number' && bands) return bandOf(value, bands)
      return Array.isArray(value) ? String(value[0]) : String(value)
    })
    .join(CROSS)
}

function plain(category: string): string {
  // Tables are typed by hand: a hyphen stands for the dash of a band, a star for the cross.
  return category
    .trim()
    .toLocaleLowerCase('en')
    .replaceAll(/\s*[-–—]\s*/g, '-')
    .replaceAll(/\s*[×*]\s*/g, '×')
}
