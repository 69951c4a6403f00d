import type { CompositionField } from '../../../../shared/contract/cohort-analysis.ts'

/** What personas of the workspace have: keys of attributes, and the commonest values by field. */
export type FieldValues = {
  readonly attributeKeys: readonly string[]
  readonly valuesOf: (field: string) => string[]
}

const PREFIX = 'attributes.'
/** Not values: what a chart puts the rest under. */
const collective = new Set(['other', 'unknown', 'any'])

export const nothingKnown: FieldValues = { attributeKeys: [], valuesOf: () => [] }

/** @param composition  of everybody */
export function toFieldValues(composition: readonly CompositionField[]): FieldValues {
  const byField = new Map(composition.map((one) => [one.field, one]))
  return {
    attributeKeys: [...byField.keys()]
      .filter((field) => field.startsWith(PREFIX))
      .map((field) => field.slice(PREFIX.length))
      .toSorted(),
    valuesOf(field) {
      const found = byField.get(field)
      if (!found || found.kind === 'number') return []
      return found.categories
        .map(({ category }) => category)
        .filter((category) => !collective.has(category))
    },
  }
}
