import type { Look } from './warning.ts'

/** A way to cut the personas: what is compared, or what may stand behind it. */
export type Cut = {
  readonly by: string
  readonly name: string
  /** −1 where there is none: shape [rows]. */
  readonly categoryOf: Int32Array
  /** By the value that a comparison names. */
  readonly codes: ReadonlyMap<string, number>
  /** By number. */
  readonly labels: readonly string[]
}

/** Conditions, cohorts and the fields that are known of the personas. */
export function cutsOf({ input }: Pick<Look, 'input'>): Cut[] {
  const { rows, cohorts, conditions, process } = input
  const asked = rows[0] ? Object.keys(rows[0].segments) : []
  return [
    toCut(
      'condition',
      'conditions',
      rows.map(({ condition }) => condition),
      new Map(conditions.map(({ id, name }) => [id, name])),
    ),
    toCut(
      'cohort',
      'cohorts',
      rows.map(({ cohort }) => cohorts[cohort]!.id),
      new Map(cohorts.map(({ id, name }) => [id, name])),
    ),
    ...asked.map((field) =>
      toCut(
        field,
        nameOf(field),
        rows.map(({ segments }) => segments[field] ?? null),
      ),
    ),
    ...Object.entries(process?.fields ?? {})
      .filter(([field]) => !asked.includes(field))
      .map(([field, column]) => toCut(field, nameOf(field), column)),
  ]
}

/** A number per category, in the order met; −1 where there is none. */
function toCut(
  by: string,
  name: string,
  column: readonly (string | null)[],
  names?: ReadonlyMap<string, string>,
): Cut {
  const codes = new Map<string, number>()
  const categoryOf = new Int32Array(column.length).fill(-1)
  column.forEach((category, row) => {
    if (category === null) return
    const known = codes.get(category) ?? codes.size
    if (known === codes.size) codes.set(category, known)
    categoryOf[row] = known
  })
  // A bare "high" needs its field beside it.
  const labels = [...codes.keys()].map((code) => names?.get(code) ?? `${name}: ${code}`)
  return { by, name, categoryOf, codes, labels }
}

/** "attributes.parcelsPerMonth" → "parcels per month". */
function nameOf(field: string): string {
  return field
    .slice(field.lastIndexOf('.') + 1)
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
}
