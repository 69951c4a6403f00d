import type { KeyedItem } from './read-items.ts'

export type Scores = {
  /** Mean of the answered items, NaN with too few: shape [rows]. */
  readonly values: Float64Array
  /** Items answered: shape [rows]. */
  readonly answered: Int32Array
}

/** Items on one range: their own where it is the same, else 0–100 (Cohen et al. 1999). */
export function onOneRange(items: readonly KeyedItem[]): {
  values: Float64Array[]
  from: number
  to: number
  rescaled: boolean
} {
  const [{ from, to }] = items as [KeyedItem, ...KeyedItem[]]
  if (items.every((item) => item.from === from && item.to === to))
    return { values: items.map(({ values }) => values), from, to, rescaled: false }
  const values = items.map((item) =>
    item.values.map((value) => (100 * (value - item.from)) / (item.to - item.from)),
  )
  return { values, from: 0, to: 100, rescaled: true }
}

export function scoresOf(items: readonly Float64Array[], minAnswered: number): Scores {
  const rows = items[0]!.length
  const answered = new Int32Array(rows)
  const values = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    for (const item of items) {
      if (Number.isNaN(item[row]!)) continue
      answered[row]! += 1
      values[row]! += item[row]!
    }
    values[row] = answered[row]! < minAnswered ? Number.NaN : values[row]! / answered[row]!
  }
  return { values, answered }
}
