import type { SurveyColumnChoice, TableLayout } from '../../../../shared/contract/human-surveys.ts'
import {
  columnData,
  onlyOf,
  SurveyFault,
  type BadLine,
  type ChosenColumn,
  type SurveyLine,
} from './column-data.ts'
import { readCounts } from './read-counts.ts'
import type { SurveyData } from './survey-data.ts'
import { numberOf } from './value-text.ts'

export type SurveyReading = {
  readonly data: SurveyData
  /** Counts were taken from shares. */
  readonly fromShares: boolean
  readonly badLines: readonly BadLine[]
  readonly notes: readonly string[]
}

export type HowToRead = {
  readonly layout: TableLayout
  readonly choices: readonly SurveyColumnChoice[]
  /** People asked, for shares where no column says it. */
  readonly base: number | null
  /** Of the file's columns. */
  readonly separator: string
}

/**
 * Rows of a table as answers.
 *
 * @param choices  one per column that is not ignored, by name
 * @throws SurveyFault when no question is left, or a role occurs that the layout has not or twice
 */
export function readSurvey(
  header: readonly string[],
  lines: readonly SurveyLine[],
  { layout, choices, base, separator }: HowToRead,
): SurveyReading {
  const columns = choices
    .filter(({ role }) => role !== 'ignore')
    .map((choice): ChosenColumn => ({ ...choice, at: header.indexOf(choice.name) }))
  const reading =
    layout === 'answers'
      ? readAnswers(columns, lines)
      : readCounts(columns, lines, { isWide: layout === 'wide', base, separator })
  return { ...reading, notes: [...reading.notes, ...emptyNotes(reading.data)] }
}

function readAnswers(
  columns: readonly ChosenColumn[],
  lines: readonly SurveyLine[],
): SurveyReading {
  const only = onlyOf(columns)
  for (const role of ['answer', 'count', 'percent', 'base'] as const)
    if (only(role)) throw new SurveyFault(`A table of single answers has no column for ${role}.`)
  const [weight, person] = [only('weight'), only('person')]
  const asked = columns.flatMap(({ role, ...column }) =>
    role === 'question' || role === 'segment' ? [{ ...column, role }] : [],
  )
  if (!asked.some(({ role }) => role === 'question'))
    throw new SurveyFault('No column is a question: choose at least one.')
  const badLines: BadLine[] = []
  const seen = new Map<string, number>()
  const kept = lines.filter(({ line, cells }) => {
    const fault =
      (weight && weightFault(cells[weight.at]!)) ??
      (person && personFault(cells[person.at]!, line, seen))
    if (fault) badLines.push({ line, message: fault })
    return !fault
  })
  const weights = Float64Array.from(kept, ({ cells }) => (weight ? numberOf(cells[weight.at]!) : 1))
  const data: SurveyData = {
    layout: 'answers',
    items: asked.map((column) =>
      columnData(
        column,
        kept.map(({ cells }) => cells[column.at]!),
      ),
    ),
    weights,
    persons: person ? kept.map(({ cells }) => cells[person.at]!) : null,
    weighted: weight !== undefined,
  }
  return { data, fromShares: false, badLines, notes: [] }
}

function weightFault(cell: string): string | undefined {
  const weight = numberOf(cell)
  if (weight > 0 && Number.isFinite(weight)) return undefined
  return cell === '' ? 'has no weight' : `has the weight “${cell}”, which is no number above 0`
}

function personFault(cell: string, line: number, seen: Map<string, number>): string | undefined {
  if (cell === '') return 'names nobody'
  const earlier = seen.get(cell)
  if (earlier !== undefined) return `names “${cell}”, as line ${earlier} does`
  seen.set(cell, line)
  return undefined
}

function emptyNotes({ items }: SurveyData): string[] {
  return items
    .filter(({ values }) => values.length === 0)
    .map(({ id }) => `“${id}” has no answers left.`)
}
