import { holm } from '../../statistics/holm.ts'

/** More columns beside each other than this are a fishing trip: no letters are given. */
export const MAX_LETTERED_COLUMNS = 10
const ALPHA = 0.05

/** A, B … Z, AA, AB … */
export function letterOf(index: number): string {
  const first = index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)
  return first + String.fromCharCode(65 + (index % 26))
}

/** One pair of columns compared on one row. */
export type Pair = {
  readonly row: number
  readonly a: number
  readonly b: number
  /** b minus a. */
  readonly difference: number
  /** NaN: not tested. */
  readonly p: number
}

/**
 * Column letters as market research prints them: a cell carries the letter of each sibling that it
 * is higher than, with p < .05 after Holm's (1979) correction over all pairs of the table.
 *
 * @returns letters per row and column, and how many pairs were tested
 */
export function lettersOf(
  pairs: readonly Pair[],
  rows: number,
  columns: number,
): { letters: string[][][]; tested: number } {
  const letters = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, (): string[] => []),
  )
  const adjusted = holm(pairs.map(({ p }) => p))
  pairs.forEach(({ row, a, b, difference }, i) => {
    if (!(adjusted[i]! < ALPHA)) return
    const [higher, lower] = difference > 0 ? [b, a] : [a, b]
    letters[row]![higher]!.push(letterOf(lower))
  })
  return { letters, tested: adjusted.filter((p) => !Number.isNaN(p)).length }
}
