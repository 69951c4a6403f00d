import type { ItemUse, SurveyLayout } from '../../../../shared/contract/human-surveys.ts'

/** In `codes`: the row has no answer to the item. */
export const NO_ANSWER = 0xffff

/** One question, or what people are compared by. */
export type SurveyColumnData = {
  readonly id: string
  readonly kind: 'question' | 'segment'
  readonly text: string
  readonly ordered: boolean
  /** As the file has them, in order. */
  readonly values: readonly string[]
  /** What each of `values` stands for. */
  readonly labels: readonly string[]
  readonly usedFor: readonly ItemUse[]
  /** Index into `values` or `NO_ANSWER`: shape [rows]. */
  readonly codes: Uint16Array
  /** Of a question in a table of counts: the people that its rows stand for. */
  readonly asked?: number
}

/** What people answered: a row per person, or per count, which then is its weight. */
export type SurveyData = {
  readonly layout: SurveyLayout
  readonly items: readonly SurveyColumnData[]
  /** Above 0; of counts the number of people: shape [rows]. */
  readonly weights: Float64Array
  /** Shape [rows]; null where the file names nobody. */
  readonly persons: readonly string[] | null
  readonly weighted: boolean
}

/** Rows of a domain: 1 inside. Absent: all. */
export type SurveyRows = Uint8Array | undefined

export type SurveyShares = {
  /** Σw per value: shape [values]. */
  readonly weighted: Float64Array
  /** Rows per value (of counts: people): shape [values]. */
  readonly counts: Float64Array
  /** Rows (of counts: people) that answered. */
  readonly n: number
  /** Independent people they are worth. */
  readonly effectiveN: number
  readonly missing: number
}

/**
 * Weighted answers to one item.
 *
 * @param designEffect  stated by the publisher: n over it is the effective n; null: Kish's (1965)
 *   (Σw)² / Σw² of single answers, the sum of counts
 */
export function sharesOf(
  { layout, weights }: Pick<SurveyData, 'layout' | 'weights'>,
  { codes, values }: Pick<SurveyColumnData, 'codes' | 'values'>,
  { rows, designEffect }: { rows?: SurveyRows; designEffect?: number | null } = {},
): SurveyShares {
  const weighted = new Float64Array(values.length)
  const counts = new Float64Array(values.length)
  let [sum, squares, missing] = [0, 0, 0]
  for (let row = 0; row < codes.length; row++) {
    if (rows && rows[row] !== 1) continue
    const weight = weights[row]!
    const people = layout === 'counts' ? weight : 1
    const code = codes[row]!
    if (code === NO_ANSWER) {
      missing += people
      continue
    }
    weighted[code]! += weight
    counts[code]! += people
    sum += weight
    squares += weight * weight
  }
  const n = counts.reduce((a, b) => a + b, 0)
  const kish = layout === 'counts' ? n : squares === 0 ? 0 : (sum * sum) / squares
  return { weighted, counts, n, effectiveN: designEffect ? n / designEffect : kish, missing }
}
