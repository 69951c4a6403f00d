import type { SurveyColumnChoice, SurveyLayout } from '../../../../shared/contract/human-surveys.ts'
import { MOST_VALUES } from './propose-roles.ts'
import { NO_ANSWER, type SurveyColumnData, type SurveyData } from './survey-data.ts'
import { inOrder, numberOf, splitCode } from './value-text.ts'

/** A row of the file with the line it begins on. */
export type SurveyLine = { readonly line: number; readonly cells: readonly string[] }
export type BadLine = { readonly line: number; readonly message: string }

export type SurveyReading = {
  readonly data: SurveyData
  readonly badLines: readonly BadLine[]
  readonly notes: readonly string[]
}

/** What a file as a whole lacks, in words for whom it belongs to. */
export class SurveyFault extends Error {
  override readonly name = 'SurveyFault'
}

type Chosen = SurveyColumnChoice & { readonly at: number }

/**
 * Rows of a table as answers.
 *
 * @param choices  one per column that is not ignored, by name
 * @throws SurveyFault when no question is left, or a role occurs that the layout has not or twice
 */
export function readSurvey(
  header: readonly string[],
  lines: readonly SurveyLine[],
  { layout, choices }: { layout: SurveyLayout; choices: readonly SurveyColumnChoice[] },
): SurveyReading {
  const columns = choices
    .filter(({ role }) => role !== 'ignore')
    .map((choice): Chosen => ({ ...choice, at: header.indexOf(choice.name) }))
  return layout === 'answers' ? readAnswers(columns, lines) : readCounts(columns, lines)
}

function readAnswers(columns: readonly Chosen[], lines: readonly SurveyLine[]): SurveyReading {
  const only = onlyOf(columns)
  for (const role of ['answer', 'count'] as const)
    if (only(role)) throw new SurveyFault(`A table of single answers has no column for ${role}.`)
  const [weight, person] = [only('weight'), only('person')]
  const asked = columns.filter(({ role }) => role === 'question' || role === 'segment')
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
  return { data, badLines, notes: emptyNotes(data) }
}

function readCounts(columns: readonly Chosen[], lines: readonly SurveyLine[]): SurveyReading {
  const only = onlyOf(columns)
  const [answer, count, question] = [only('answer'), only('count'), only('question')]
  if (!answer || !count)
    throw new SurveyFault('A table of counts has a column for the answer and one for the count.')
  for (const role of ['weight', 'person'] as const)
    if (only(role)) throw new SurveyFault(`A table of counts has no column for ${role}.`)
  const badLines: BadLine[] = []
  const kept = lines.filter(({ line, cells }) => {
    const fault = countFault(cells[count.at]!)
    if (fault) badLines.push({ line, message: fault })
    return !fault && numberOf(cells[count.at]!) > 0
  })
  const nameOf = ({ cells }: SurveyLine) => (question ? cells[question.at]! : 'question')
  const names = [...new Set(kept.map(nameOf))].filter((name) => name !== '')
  if (names.length > MOST_VALUES)
    throw new SurveyFault(`Has ${names.length} questions; at most ${MOST_VALUES} are read.`)
  const weights = Float64Array.from(kept, ({ cells }) => numberOf(cells[count.at]!))
  const items = names.map((name) => ({
    ...columnData(
      { ...answer, name, role: 'question', text: name },
      // Rows of other questions are no answers to this one, whatever they say.
      kept.map((row) => (nameOf(row) === name ? row.cells[answer.at]! : '')),
    ),
    asked: kept.reduce((sum, row, i) => sum + (nameOf(row) === name ? weights[i]! : 0), 0),
  }))
  const segments = columns
    .filter(({ role }) => role === 'segment')
    .map((column) =>
      columnData(
        column,
        kept.map(({ cells }) => cells[column.at]!),
      ),
    )
  const data: SurveyData = {
    layout: 'counts',
    items: [...items, ...segments],
    weights,
    persons: null,
    weighted: false,
  }
  return { data, badLines, notes: emptyNotes(data) }
}

function onlyOf(columns: readonly Chosen[]) {
  return (role: Chosen['role']): Chosen | undefined => {
    const [first, second] = columns.filter((column) => column.role === role)
    if (second)
      throw new SurveyFault(`Both “${first!.name}” and “${second.name}” are chosen as ${role}.`)
    return first
  }
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

function countFault(cell: string): string | undefined {
  if (cell.includes('%')) return `has “${cell}”: shares say nothing about how many were asked`
  const count = numberOf(cell)
  if (count >= 0 && Number.isFinite(count)) return undefined
  return cell === '' ? 'has no count' : `has the count “${cell}”, which is no number from 0`
}

function columnData(column: Chosen, cells: readonly string[]): SurveyColumnData {
  const missing = new Set(column.missing ?? [])
  const found = [...new Set(cells)].filter((cell) => cell !== '' && !missing.has(cell))
  const order = inOrder(found)
  const named = (column.values ?? []).filter((value) => !missing.has(value))
  const values = [...new Set([...named, ...order.values])].slice(0, NO_ANSWER)
  const place = new Map(values.map((value, index) => [value, index]))
  return {
    id: column.name,
    kind: column.role === 'segment' ? 'segment' : 'question',
    text: column.text ?? column.name,
    ordered: column.ordered ?? order.ordered,
    values,
    labels: values.map((value) => column.labels?.[value] ?? splitCode(value).label),
    usedFor: column.usedFor ?? [],
    codes: Uint16Array.from(cells, (cell) => place.get(cell) ?? NO_ANSWER),
  }
}

function emptyNotes({ items }: SurveyData): string[] {
  return items
    .filter(({ values }) => values.length === 0)
    .map(({ id }) => `“${id}” has no answers left.`)
}
