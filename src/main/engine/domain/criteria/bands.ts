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
export function bandLabels(bounds: readonly number[]): string[] {
  const whole = bounds.every(Number.isInteger)
  return [
    `under ${bounds[0]}`,
    ...bounds.map((bound, i) => {
      const next = bounds[i + 1]
      if (next === undefined) return `${bound}+`
      if (!whole) return `${bound} to under ${next}`
      return next - 1 === bound ? String(bound) : `${bound}–${next - 1}`
    }),
  ]
}
