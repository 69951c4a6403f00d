import type { Margin } from '../../../../shared/contract/populations.ts'
import { fieldOf } from './margin-field.ts'
import { readShares } from './margin-shares.ts'
import { MarginsTableError } from './margins-table-error.ts'
import { bandLabel, boundsOf, readBand, readBandOrNumber, type Band } from './table-bands.ts'
import { readHeader } from './table-header.ts'

export { MarginsTableError } from './margins-table-error.ts'

export type MarginsRead = { readonly margins: Margin[]; readonly notes: string[] }
type Row = { variable: string; category: string; text: string; line: number }

const CROSS = /\s*[×*]\s*/
/** One more than a category may have: patterns are matched against no more. */
const LONGEST_CELL = 301
const TOTALS = /^(?:total|all|sum|overall|everyone|base)$/i

/**
 * Margins from the cells of a table with one row per category: variable (fields crossed by ×),
 * category and share or count, in any order. Shares may be of 1, per cent or counts; categories such
 * as "18–34", "55 and over" or "under 18" make bands of a number; a row of totals is left out.
 *
 * @throws MarginsTableError naming the row or variable, what was wanted and what to do
 */
export function marginsFromCells(cells: readonly (readonly string[])[]): MarginsRead {
  const [head = [], ...body] = cells.map((row) =>
    row.map((cell) => cell.trim().slice(0, LONGEST_CELL)),
  )
  const columns = readHeader(head)
  checkWidth(head, body)
  const rows = body.map((row, index) => ({
    variable:
      columns.variable === undefined ? columns.variableName! : (row[columns.variable] ?? ''),
    category: row[columns.category] ?? '',
    text: row[columns.value] ?? '',
    line: index + 2,
  }))
  const filled = filledDown(rows)
  if (filled.length === 0) throw new MarginsTableError('The table has no rows under its first line')
  const read = [...Map.groupBy(filled, ({ variable }) => fieldsOf(variable).join(' × '))].map(
    ([, members]) => toMargin(members, columns.kind),
  )
  return { margins: read.map(({ margin }) => margin), notes: read.flatMap(({ notes }) => notes) }
}

/** A decimal comma that nobody quoted makes two cells of one number: never guess which. */
function checkWidth(head: readonly string[], body: readonly (readonly string[])[]): void {
  const wide = body.findIndex((row) => row.slice(head.length).some((cell) => cell !== ''))
  if (wide !== -1)
    throw new MarginsTableError(
      `Row ${wide + 2} of the margins has ${body[wide]!.length} cells under ${head.length} headings. Quote numbers that have a comma, or separate cells by tabs or semicolons`,
    )
}

/** A merged cell of a spreadsheet is pasted once: what is blank below it means the same. */
function filledDown(rows: readonly Row[]): Row[] {
  let variable = ''
  return rows.map((row) => {
    variable = row.variable || variable
    if (variable === '' || row.category === '' || row.text === '')
      throw new MarginsTableError(
        `Row ${row.line} of the margins needs a variable, a category and a share`,
      )
    return { ...row, variable }
  })
}

function toMargin(
  all: readonly Row[],
  kind: 'share' | 'count',
): { margin: Margin; notes: string[] } {
  const name = all[0]!.variable
  const { rows, notes } = withoutTotal(name, all)
  checkRepeats(name, rows)
  const shares = readShares(name, rows, kind)
  const fields = fieldsOf(name)
  const { bands, categories } = readCategories(name, rows, fields.length)
  return {
    margin: {
      fields,
      ...(bands ? { bands } : {}),
      targets: categories.map((category, i) => ({ category, share: shares.shares[i]! })),
    },
    notes: [...notes, ...shares.notes],
  }
}

function fieldsOf(variable: string): string[] {
  return variable.split(CROSS).map(fieldOf)
}

/** "Total" is a category like another unless it is what the others sum to. */
function withoutTotal(
  name: string,
  rows: readonly Row[],
): { rows: readonly Row[]; notes: string[] } {
  const rest = rows.filter(({ category }) => !TOTALS.test(category))
  if (rest.length === rows.length || rest.length === 0) return { rows, notes: [] }
  return { rows: rest, notes: [`${name}: its total is left out.`] }
}

function checkRepeats(name: string, rows: readonly Row[]): void {
  const seen = new Map<string, number>()
  for (const { category, line } of rows) {
    const key = category.toLocaleLowerCase('en')
    const before = seen.get(key)
    if (before !== undefined)
      throw new MarginsTableError(
        `${name} has “${category}” twice, in rows ${before} and ${line}. Add the two up in one row`,
      )
    seen.set(key, line)
  }
}

/** Categories as personas are sorted into them, and the bounds of bands if there are any. */
function readCategories(name: string, rows: readonly Row[], fields: number) {
  const parts = rows.map(({ category }) => (fields === 1 ? [category] : category.split(CROSS)))
  const wrong = parts.findIndex(({ length }) => length !== fields)
  if (wrong !== -1)
    throw new MarginsTableError(
      `Row ${rows[wrong]!.line} of the margins: “${rows[wrong]!.category}” has ${parts[wrong]!.length} parts, but ${name} crosses ${fields}. Join them by ×`,
    )
  for (let field = 0; field < fields; field++) {
    const bands = readBands(parts.map((part) => part[field] ?? ''))
    if (!bands) continue
    const bounds = boundsOf(bands)
    return {
      bands: bounds,
      categories: parts.map((part, i) => relabel(part, field, labelOf(bands[i]!, i))),
    }
    function labelOf(band: Band, i: number): string {
      const label = bandLabel(band, bounds)
      if (label === undefined)
        throw new MarginsTableError(
          `Row ${rows[i]!.line} of the margins: the band “${rows[i]!.category}” of ${name} overlaps another one`,
        )
      return label
    }
  }
  return { bands: undefined, categories: parts.map((part) => part.join(' × ')) }
}

/** Bands where every category is one, and not all of them plain numbers. */
function readBands(categories: readonly string[]): Band[] | undefined {
  if (categories.every((category) => readBand(category) === undefined)) return undefined
  const bands = categories.map(readBandOrNumber)
  return bands.every((band) => band !== undefined) ? bands : undefined
}

function relabel(part: readonly string[], field: number, label: string): string {
  return part.map((text, i) => (i === field ? label : text)).join(' × ')
}
