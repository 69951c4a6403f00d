import { SurveyFault, type BadLine } from './column-data.ts'
import { isBase, isTotal } from './table-head.ts'
import { countReader, shareOf } from './table-numbers.ts'

/** One answer of a published table. */
export type PublishedRow = {
  readonly line: number
  readonly question: string
  readonly answer: string
  /** Values of the segment columns. */
  readonly segments: readonly string[]
  /** Its count or its share, as the file has it. */
  readonly cell: string
  /** How many were asked; empty where no column says it. */
  readonly base: string
}

export type CountedRows = {
  readonly rows: readonly (PublishedRow & { readonly count: number })[]
  /** People asked, by question. */
  readonly asked: ReadonlyMap<string, number>
  readonly badLines: readonly BadLine[]
  readonly notes: readonly string[]
}

type Terms = {
  readonly areShares: boolean
  /** People asked where no column says it. */
  readonly base: number | null
  /** Of the file's columns. */
  readonly separator: string
}
type Row = PublishedRow & { readonly number: number }

/**
 * Rows of a published table as people. Shares become counts of the people asked: what adds up to 100 %
 * but for rounding is taken for all of them, and what is left below it for people without an answer.
 *
 * @throws SurveyFault when nothing says how many people shares are of
 */
export function countRows(rows: readonly PublishedRow[], terms: Terms): CountedRows {
  const everybody = ofEverybody(rows)
  const parts = rows.filter((row) => !everybody.has(row))
  const numbered = (terms.areShares ? asShares : asCounts)(parts, terms.separator)
  const badLines = [...numbered.badLines, ...Array.from(everybody, twice)]
  const groups = Map.groupBy(numbered.rows, ({ question, segments }) =>
    JSON.stringify([question, ...segments]),
  )
  const asked = new Map<string, number>()
  const found = [...groups.values()].flatMap((group) => {
    const { answers, total, base } = split(group, badLines, terms.areShares)
    const kept = terms.areShares
      ? peopleOf(answers, { base: base ?? baseOf(group, terms, badLines), badLines })
      : { counts: answers.map(({ number }) => number), asked: Math.max(total, base ?? 0) }
    const { question } = group[0]!
    asked.set(question, (asked.get(question) ?? 0) + kept.asked)
    return answers
      .map((row, i) => ({ ...row, count: kept.counts[i] ?? 0 }))
      .filter(({ count }) => count > 0)
  })
  return { rows: found, asked, badLines, notes: terms.areShares ? [] : fractionNotes(found) }
}

/** Rows of a segment called total, beside whose groups they would count everybody twice. */
function ofEverybody(rows: readonly PublishedRow[]): Set<PublishedRow> {
  const columns = rows[0]?.segments.keys().toArray() ?? []
  const totals = columns.filter((at) => rows.some(({ segments }) => !isTotal(segments[at]!)))
  return new Set(rows.filter(({ segments }) => totals.some((at) => isTotal(segments[at]!))))
}

function twice({ line }: PublishedRow): BadLine {
  return { line, message: 'is of everybody, who are counted in their groups' }
}

type Numbered = { rows: Row[]; badLines: BadLine[] }

function asCounts(rows: readonly PublishedRow[], separator: string): Numbered {
  const read = countReader(
    rows.map(({ cell }) => cell),
    separator,
  )
  return numbered(rows, ({ cell }) => {
    if (cell.includes('%')) return `has “${cell}”: shares say nothing about how many were asked`
    const count = read(cell)
    if (count >= 0 && Number.isFinite(count)) return count
    return cell === '' ? 'has no count' : `has the count “${cell}”, which is no number from 0`
  })
}

function asShares(rows: readonly PublishedRow[], separator: string): Numbered {
  const [bases, others] = [true, false].map((is) =>
    rows.filter(({ answer }) => isBase(answer) === is).map(({ cell }) => cell),
  ) as [string[], string[]]
  const people = countReader(bases, separator)
  const areParts = others.every((cell) => !cell.includes('%') && !(shareOf(cell) > 1))
  return numbered(rows, ({ cell, answer }) => {
    if (cell === '') return 'has no share'
    if (isBase(answer) && people(cell) >= 0) return people(cell)
    const share = shareOf(cell)
    if (share >= 0 && share <= 100) return areParts ? 100 * share : share
    return `has the share “${cell}”, which is none from 0 to 100 %`
  })
}

function numbered(
  rows: readonly PublishedRow[],
  read: (row: PublishedRow) => number | string,
): Numbered {
  const badLines: BadLine[] = []
  const kept = rows.flatMap((row) => {
    const number = read(row)
    if (typeof number === 'number') return [{ ...row, number }]
    badLines.push({ line: row.line, message: number })
    return []
  })
  return { rows: kept, badLines }
}

/** What is an answer, and what says how many people or sums up the others. */
function split(group: readonly Row[], badLines: BadLine[], areShares: boolean) {
  const answers = group.filter(({ answer }) => !isBase(answer) && !isTotal(answer))
  const total = sumOf(answers)
  const whole = areShares ? 100 : total
  const isSum = (number: number) => Math.abs(number - whole) <= Math.max(1, 0.01 * whole)
  let base: number | null = null
  for (const row of group) {
    if (!isBase(row.answer) && !isTotal(row.answer)) continue
    const saysPeople = areShares ? row.number > 100 : row.number >= total - 1
    if (isTotal(row.answer) && !isSum(row.number) && !saysPeople) answers.push(row)
    else {
      if (saysPeople && row.number > 0) base = row.number
      badLines.push({
        line: row.line,
        message: saysPeople
          ? `“${row.answer}” says how many were asked: it is no answer`
          : `“${row.answer}” is the sum of the other answers: it is none itself`,
      })
    }
  }
  return { answers, total: sumOf(answers), base }
}

/** People asked, of a group's rows. Only its first row may say it, as where cells were merged. */
function baseOf(group: readonly Row[], { base, separator }: Terms, badLines: BadLine[]): number {
  const said = group.filter(({ base: cell }) => cell !== '')
  const read = countReader(
    said.map(({ base: cell }) => cell),
    separator,
  )
  const first = said.find((row) => read(row.base) > 0)
  if (first) {
    const people = read(first.base)
    const other = said.find((row) => read(row.base) !== people)
    if (other)
      badLines.push({
        line: other.line,
        message: `says that ${other.base} were asked, where line ${first.line} says ${first.base}: that is taken`,
      })
    return people
  }
  if (base !== null) return base
  throw new SurveyFault(
    `Shares alone do not say how many people they are of${said.length > 0 ? `, nor does “${said[0]!.base}”` : ''}: say how many were asked, or choose the column that does.`,
  )
}

type Of = { readonly base: number; readonly badLines: BadLine[] }

/** Counts of a group's shares; none where they are no parts of one whole. */
function peopleOf(answers: readonly Row[], { base, badLines }: Of) {
  const sum = sumOf(answers)
  const slack = Math.max(...answers.map(({ cell }) => unitOf(cell)), 0) * 0.5 * answers.length
  if (sum > 100 + slack + 1e-9) {
    for (const { line, question } of answers)
      badLines.push({
        line,
        message: `belongs to “${question}”, whose shares add up to ${Math.round(10 * sum) / 10} %: leave out sums of answers, or it allowed several`,
      })
    return { counts: [], asked: 0 }
  }
  const whole = sum >= 100 - slack - 1e-9 ? sum : 100
  return { counts: answers.map(({ number }) => (base * number) / whole), asked: base }
}

/** What the last digit of a share stands for, in percent: rounding hides up to half of it. */
function unitOf(cell: string): number {
  const [, decimals = ''] = /[.,](\d+)/.exec(cell) ?? []
  const isPart = /^0?[.,]\d+$/.test(cell.trim())
  return (isPart ? 100 : 1) / 10 ** decimals.length
}

function fractionNotes(rows: CountedRows['rows']): string[] {
  const part = rows.find(({ count }) => !Number.isInteger(count))
  return part
    ? [
        `Counts are fractions (line ${part.line}: ${part.count}), as weighted ones are: how they were weighted is not known.`,
      ]
    : []
}

function sumOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { number }) => sum + number, 0)
}
