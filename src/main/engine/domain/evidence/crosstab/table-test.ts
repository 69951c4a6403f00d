import type { Crosstab } from '../../../../../shared/contract/crosstab.ts'
import type { SurveyDesign } from '../../statistics/design.ts'
import { raoScott } from '../../statistics/rao-scott.ts'
import { hasTooFew } from '../estimates.ts'
import { leftOutSentence, withoutSmallGroups } from '../small-groups.ts'
import type { Category, Classification } from './classification.ts'

type Tested = {
  readonly design: SurveyDesign
  readonly rows: Classification
  readonly columns: Classification
  /** Rows of the design that the table is about: shape [rows]. */
  readonly base: Uint8Array
}

/**
 * Of rows and columns (Rao & Scott 1984), or why there is none. Groups of fewer than five personas
 * are left out and named.
 */
export function testOfTable(
  { design, rows, columns, base }: Tested,
  provisional: boolean,
): Pick<Crosstab, 'test' | 'testNote'> {
  const none = (testNote: string) => ({ test: null, testNote })
  if (rows.categories.length === 0)
    return none('Rows are numbers, not categories: the letters compare columns.')
  if (!rows.isExclusive || !columns.isExclusive)
    return none('An answer may name several options, so there is no one test of the table.')
  const [ofRow, ofColumn] = [rows, columns].map(({ categories }) =>
    indexOf(categories, base.length),
  ) as [Int32Array, Int32Array]
  const sortedRows = base.map((inside, row) => (ofRow[row]! < 0 || ofColumn[row]! < 0 ? 0 : inside))
  const inRows = withoutSmallParts(design, rows, ofRow, sortedRows)
  const { domain: sorted, leftOut } = withoutSmallParts(design, columns, ofColumn, inRows.domain)
  const found = raoScott(design, ofRow, ofColumn, sorted)
  const { statistic, numeratorDf, denominatorDf, p } = found
  if (hasTooFew(design, sorted) || !Number.isFinite(statistic) || !Number.isFinite(p))
    return none('Too few personas, or answers too alike, for a test of the table.')
  return {
    test: { statistic, numeratorDf, denominatorDf, p: provisional ? null : p },
    testNote: provisional
      ? 'The run is not finished: no p is given.'
      : leftOutNote([...inRows.leftOut, ...leftOut]),
  }
}

/** Groups of too few personas are left out of a test; an answer that few gave is no group. */
function withoutSmallParts(
  design: SurveyDesign,
  { question, categories }: Classification,
  groupOf: Int32Array,
  domain: Uint8Array,
): { domain: Uint8Array; leftOut: string[] } {
  if (question !== null) return { domain, leftOut: [] }
  const found = withoutSmallGroups(design, { groupOf, groups: categories.length }, domain)
  return { ...found, leftOut: found.leftOut.map((group) => nameOf(categories[group]!)) }
}

function nameOf({ label, parent }: Category): string {
  return parent === null ? label : `${parent.label}, ${label}`
}

function leftOutNote(labels: readonly string[]): string | null {
  return labels.length === 0 ? null : leftOutSentence(labels)
}

function indexOf(categories: readonly Category[], rows: number): Int32Array {
  const found = new Int32Array(rows).fill(-1)
  categories.forEach(({ rows: inside }, index) =>
    inside.forEach((is, row) => {
      if (is) found[row] = index
    }),
  )
  return found
}
