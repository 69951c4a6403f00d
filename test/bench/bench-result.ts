/** One measured value. */
export type BenchResult = {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** Times the bare baseline measured in the same run; absent for the baseline itself. */
  readonly ratio?: number
}

/** Marks the one line of a benchmark's output that `npm run bench` reads. */
export const RESULT_LINE = 'bench-results '

/** Prints a table for people and, for `npm run bench`, the same as one line of JSON. */
export function printResults(results: readonly BenchResult[]): void {
  for (const { what, value, unit, ratio } of results) {
    const times = ratio === undefined ? '' : `${ratio.toFixed(2)} × bare`
    console.log(`${what.padEnd(48)} ${format(value).padStart(10)} ${unit.padEnd(10)} ${times}`)
  }
  console.log(RESULT_LINE + JSON.stringify(results))
}

function format(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(2)
}
