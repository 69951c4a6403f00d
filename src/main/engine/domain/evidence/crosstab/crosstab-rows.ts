import { VALID_VALUE, writeCondition } from '../../../../../shared/contract/task-conditions.ts'
import type { CrosstabShow } from '../../../../../shared/contract/crosstab.ts'
import { readable } from '../../questions/readable.ts'
import { measuredValues } from '../answer-vectors.ts'
import { answeredDomain, zeroed } from '../estimates.ts'
import type { EvidenceInput } from '../evidence-input.ts'
import { measuresOf } from '../measures.ts'
import type { Classification } from './classification.ts'

/** One row of a table before it is estimated. */
export type RowSpec = {
  readonly value: string
  readonly label: string
  readonly kind: 'share' | 'mean' | 'quantile'
  /** Of a quantile, 0–1. */
  readonly probability?: number
  readonly group: string | null
  readonly measure: string | null
  readonly isShare: boolean
  /** 0 and 1 of a share, else numbers; 0 where there is none. Shape [rows]. */
  readonly values: Float64Array
  /** Rows of the design that the values are of: shape [rows]. */
  readonly known: Uint8Array
  readonly where: readonly string[]
}

/** Everybody in the table: what rows are compared with where cells are not shares of a column. */
export const EVERYONE = '__all'

/** What a table of these rows can show; none for open answers. */
export function showsOf({ categories, question }: Classification): CrosstabShow[] {
  const hasMeans = question !== null && meansOf(question).length > 0
  return [
    ...(categories.length > 0 ? (['column', 'row', 'total'] as const) : []),
    ...(hasMeans ? (['mean'] as const) : []),
  ]
}

/** Rows of shares, then of the means that go with them. */
export function rowSpecs(
  input: EvidenceInput,
  classification: Classification,
  show: CrosstabShow,
): RowSpec[] {
  const everyone = show === 'row' || show === 'total' ? [everyoneRow(classification)] : []
  const shares = show === 'mean' ? [] : shareRows(classification)
  const means = show === 'column' || show === 'mean' ? meanRows(input, classification) : []
  return [...everyone, ...shares, ...means, ...quantileRows(classification, means)]
}

function everyoneRow({ known, knownWhere }: Classification): RowSpec {
  return {
    value: EVERYONE,
    label: 'Everyone',
    kind: 'share',
    group: null,
    measure: null,
    isShare: true,
    values: new Float64Array(known),
    known,
    where: knownWhere,
  }
}

function shareRows({ categories, known }: Classification): RowSpec[] {
  return categories.map(({ value, label, rows, where }) => ({
    value,
    label,
    kind: 'share',
    group: null,
    measure: null,
    isShare: true,
    values: new Float64Array(rows),
    known,
    where,
  }))
}

function meanRows(input: EvidenceInput, { question, variable }: Classification): RowSpec[] {
  if (question === null) return []
  const answers = input.answers[question.id] ?? []
  const everybody = new Uint8Array(input.rows.length).fill(1)
  return meansOf(question).map((measure) => {
    const values = measuredValues(answers, measure)
    const known = answeredDomain(answers, everybody).map((inside, row) =>
      inside === 1 && !Number.isNaN(values[row]!) ? 1 : 0,
    )
    return {
      value: measure.name,
      label: measure.name === 'mean' ? 'Mean' : readable(measure.label),
      kind: 'mean',
      group: measure.group === null ? null : readable(measure.group),
      measure: measure.name,
      isShare: measure.isShare,
      values: zeroed(values),
      known,
      where: [writeCondition(variable, VALID_VALUE)],
    }
  })
}

const quantiles = [
  { value: 'lower-quartile', label: 'Lower quartile', probability: 0.25 },
  { value: 'median', label: 'Median', probability: 0.5 },
  { value: 'upper-quartile', label: 'Upper quartile', probability: 0.75 },
] as const

/** Of numbers, what a mean does not tell: where their middle half lies. */
function quantileRows({ question }: Classification, means: readonly RowSpec[]): RowSpec[] {
  const [mean] = means
  if (question?.type !== 'numeric' || !mean) return []
  return quantiles.map((quantile) => ({ ...mean, ...quantile, kind: 'quantile' }))
}

/** Measures that no category shows already. */
function meansOf(question: NonNullable<Classification['question']>) {
  const isShownAsShares = ['single', 'multi', 'yesno'].includes(question.type)
  return isShownAsShares ? [] : measuresOf(question)
}
