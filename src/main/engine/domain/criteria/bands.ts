/** Ascending lower bounds of every band but the lowest, and the bands' names, lowest first. */
export type Bands = { readonly bounds: readonly number[]; readonly labels: readonly string[] }

type Wording = {
  /** Whether all numbers are whole, not only the bounds. */
  readonly whole?: boolean
  readonly write?: (bound: number) => string
}

/**
 * The band of a number, by ascending lower bounds: [18, 35, 55] gives "under 18", "18–34", "35–54",
 * "55+". Bounds that are not whole give "0.5 to under 1".
 */
export function bandOf(
  value: number,
  bounds: readonly number[],
  labels: readonly string[] = bandLabels(bounds),
): string {
  const at = bounds.findLastIndex((bound) => value >= bound)
  return labels[at + 1]!
}

/** Every band, lowest first: shape [bounds + 1]. */
export function bandLabels(
  bounds: readonly number[],
  { whole = bounds.every(Number.isInteger), write = String }: Wording = {},
): string[] {
  return [
    `under ${write(bounds[0]!)}`,
    ...bounds.map((bound, i) => {
      const next = bounds[i + 1]
      if (next === undefined) return `${write(bound)}+`
      if (!whole) return `${write(bound)} to under ${write(next)}`
      if (next - 1 === bound) return write(bound)
      // A dash before or after a minus could not be told from it.
      return `${write(bound)}${bound < 0 ? ' to ' : '–'}${write(next - 1)}`
    }),
  ]
}
