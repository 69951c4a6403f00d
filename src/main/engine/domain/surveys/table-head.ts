import { plainText } from './value-text.ts'

export type TableRecord = { readonly cells: readonly string[]; readonly line: number }

export type TableHead = {
  /** Every name once. */
  readonly header: readonly string[]
  /** The question as it was put, where a row below the names says so; else empty. */
  readonly texts: readonly string[]
  readonly rows: readonly TableRecord[]
  readonly notes: readonly string[]
}

const MAX_NAME = 200
const LOOKED_AT = 50
const MOST_TITLES = 20

/**
 * Which row names the columns: titles above it are passed over, the two rows that Qualtrics writes
 * below it are taken for what they are, and a name that occurs twice is told apart.
 */
export function headOf(records: readonly TableRecord[]): TableHead {
  const titles = countTitles(records)
  const [first, ...rest] = records.slice(titles)
  if (!first) return { header: [], texts: [], rows: [], notes: [] }
  const { header, notes } = distinctNames(first.cells)
  const isQualtrics = rest[1]?.cells.some((cell) => cell.startsWith('{"ImportId"')) ?? false
  return {
    header,
    texts: header.map((_, at) => (isQualtrics ? (rest[0]!.cells[at] ?? '').trim() : '')),
    rows: isQualtrics ? rest.slice(2) : rest,
    notes: [
      ...records
        .slice(0, titles)
        .map(({ line, cells }) => `Line ${line} is a title: “${said(cells).join(' ')}”.`),
      ...(isQualtrics ? ['The questions’ texts are those in the second row of the export.'] : []),
      ...notes,
    ],
  }
}

/** Rows that fill at most half of the table's width, above one that fills more of it. */
function countTitles(records: readonly TableRecord[]): number {
  const filled = records.slice(0, LOOKED_AT).map(({ cells }) => said(cells).length)
  const half = Math.floor(Math.max(...filled) / 2)
  const first = filled.findIndex((count) => count > half)
  return half >= 1 && first <= MOST_TITLES ? first : 0
}

function said(cells: readonly string[]): string[] {
  return cells.filter((cell) => cell.trim() !== '')
}

function distinctNames(cells: readonly string[]): { header: string[]; notes: string[] } {
  const taken = new Set<string>()
  const notes: string[] = []
  const header = cells.map((cell, at) => {
    const name = cell.trim().slice(0, MAX_NAME) || `column ${at + 1}`
    let own = name
    for (let next = 2; taken.has(own); next++) own = `${name.slice(0, MAX_NAME - 6)} (${next})`
    if (own !== name) notes.push(`Another column is called “${name}”: this one is “${own}” here.`)
    taken.add(own)
    return own
  })
  const SHOWN = 5
  return {
    header,
    notes:
      notes.length > SHOWN
        ? [`${notes.length} columns are named as others are: they are numbered here.`]
        : notes,
  }
}

const TOTALS = new Set(
  'total|all|sum|overall|net total|gesamt|insgesamt|all respondents'.split('|'),
)
const BASES = new Set(
  'n|base|unweighted n|unweighted base|base n|total n|sample size|sample|valid n|number asked|respondents|n of cases|number of respondents'.split(
    '|',
  ),
)

/** Whether a row or column is the sum of the others. */
export function isTotal(name: string): boolean {
  return TOTALS.has(plainText(name))
}

/** Whether it holds how many were asked. */
export function isBase(name: string): boolean {
  return BASES.has(plainText(name))
}
