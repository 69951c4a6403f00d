import type { ChartRow } from './dot-whisker-chart.ts'

/** The end of a common scale of shares: wide enough for every whisker, in steps of a fifth. */
export function niceShare(rows: readonly ChartRow[]): number {
  const highest = Math.max(
    0.1,
    ...rows.flatMap(({ marks }) => marks.map(({ estimate }) => estimate.upper ?? 0)),
  )
  return Math.min(1, Math.ceil(highest * 5) / 5)
}
