import type { AnswerValue } from '../../../../../shared/contract/runs.ts'
import type { Facet } from './facets.ts'

/** Bins of a number with more values than that. */
const MOST_BINS = 10

/**
 * Its values where they are few, else bins of about as many answers each.
 *
 * @param seen  numbers given, by anybody
 * @param numberIn  NaN where an answer has none
 */
export function inBins(
  name: string,
  seen: readonly number[],
  numberIn: (answer: AnswerValue) => number,
): Facet {
  const sorted = seen.toSorted((a, b) => a - b)
  const distinct = [...new Set(sorted)]
  const starts =
    distinct.length <= MOST_BINS
      ? distinct
      : [
          ...new Set(
            Array.from(
              { length: MOST_BINS },
              (_, i) => sorted[Math.floor((i * sorted.length) / MOST_BINS)]!,
            ),
          ),
        ]
  const binOf = (value: number) => starts.findLastIndex((start) => value >= start)
  const sums = starts.map(() => ({ sum: 0, n: 0 }))
  for (const value of sorted) {
    const bin = sums[binOf(value)]!
    bin.sum += value
    bin.n += 1
  }
  return {
    name,
    labels: starts.map((start, i) =>
      distinct.length <= MOST_BINS
        ? String(start)
        : `${start} and more${i + 1 < starts.length ? `, under ${starts[i + 1]}` : ''}`,
    ),
    values: starts.map(String),
    isAnswer: distinct.length <= MOST_BINS,
    scores: sums.map(({ sum, n }) => sum / n),
    choicesOf: (answer) => [binOf(numberIn(answer))],
  }
}
