/** What a model is made of: a number or a category per interview. Plain data, for workers too. */

export type NumberVariable = {
  readonly kind: 'number'
  /** Stable: a field, or a question with the measure after a slash. */
  readonly name: string
  readonly label: string
  /** NaN where there is none: shape [rows]. */
  readonly values: Float64Array
  /** What a coefficient is per, in the units of the values. */
  readonly per: number
  /** What the values count: "years", "points"; null where that has no name. */
  readonly unit: string | null
}

export type CategoryVariable = {
  readonly kind: 'category'
  readonly name: string
  readonly label: string
  readonly levels: readonly { readonly value: string; readonly label: string }[]
  /** Index into `levels`, −1 where there is none: shape [rows]. */
  readonly levelOf: Int32Array
  /** Asked for: a value or label; undefined: see `defaultsTo`. */
  readonly reference: string | undefined
  readonly defaultsTo: 'first' | 'most frequent'
}

export type Variable = NumberVariable | CategoryVariable

/** Why something asked for cannot be had; `path` is below what was asked for. */
export type Fault = { readonly path: readonly (string | number)[]; readonly message: string }

export function isFault<T extends object>(found: T | Fault): found is Fault {
  return 'path' in found && 'message' in found
}

/** Whether a row has a value: 1 or 0, shape [rows]. */
export function hasValue(variable: Variable): Uint8Array {
  return variable.kind === 'number'
    ? Uint8Array.from(variable.values, (value) => (Number.isNaN(value) ? 0 : 1))
    : Uint8Array.from(variable.levelOf, (level) => (level < 0 ? 0 : 1))
}

/** Most frequent first, then by name; all that begin with numbers by them ("18–34" before "55+"). */
export function categoryOf(
  base: Pick<CategoryVariable, 'name' | 'label' | 'reference'>,
  values: readonly (string | null)[],
): CategoryVariable {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  const isNumbered = [...counts.keys()].every((value) => /^(under )?-?\d/.test(value))
  const found = [...counts.keys()].toSorted(
    (a, b) =>
      (isNumbered ? leadingNumber(a) - leadingNumber(b) : counts.get(b)! - counts.get(a)!) ||
      (a < b ? -1 : 1),
  )
  const index = new Map(found.map((value, i) => [value, i]))
  return {
    kind: 'category',
    ...base,
    levels: found.map((value) => ({ value, label: value })),
    levelOf: Int32Array.from(values, (value) => (value === null ? -1 : index.get(value)!)),
    defaultsTo: 'most frequent',
  }
}

// "under 18" comes before "18–34".
function leadingNumber(value: string): number {
  const number = Number(/-?\d+(\.\d+)?/.exec(value)?.[0] ?? 0)
  return value.startsWith('under') ? number - 0.5 : number
}
