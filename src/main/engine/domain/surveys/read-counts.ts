import {
  checkQuestions,
  columnData,
  onlyOf,
  SurveyFault,
  type ChosenColumn,
  type SurveyLine,
} from './column-data.ts'
import { countRows, type PublishedRow } from './published-rows.ts'
import type { SurveyReading } from './read-survey.ts'
import { missingAmong } from './value-text.ts'

export type PublishedTerms = {
  readonly isWide: boolean
  /** People asked where no column says it. */
  readonly base: number | null
  readonly separator: string
}

/**
 * A published table: a row per answer, or (wide) per question with a column per answer.
 *
 * @throws SurveyFault when a role that it needs is missing or taken twice
 */
export function readCounts(
  columns: readonly ChosenColumn[],
  lines: readonly SurveyLine[],
  terms: PublishedTerms,
): SurveyReading {
  for (const role of ['weight', 'person'] as const)
    if (columns.some((column) => column.role === role))
      throw new SurveyFault(`A published table has no column for ${role}.`)
  const areShares = columns.some(({ role }) => role === 'percent')
  if (areShares && columns.some(({ role }) => role === 'count'))
    throw new SurveyFault('Choose counts or shares, not both: leave one of them out.')
  const only = onlyOf(columns)
  const segments = columns.filter(({ role }) => role === 'segment')
  const places = { question: only('question'), base: only('base'), segments }
  const published = terms.isWide
    ? wideRows(columns, lines, places)
    : longRows(columns, lines, places)
  const { rows, asked, badLines, notes } = countRows(published, { ...terms, areShares })
  const names = [...new Set(rows.map(({ question }) => question))]
  checkQuestions(names.length)
  const answer = columns.find(({ role }) => role === 'answer')
  const missing = answer?.missing ?? missingAmong([...new Set(rows.map((row) => row.answer))])
  const items = names.map((name) => ({
    ...columnData(
      { ...answer, missing, name, role: 'question', text: name },
      // Rows of other questions are no answers to this one, whatever they say.
      rows.map((row) => (row.question === name ? row.answer : '')),
    ),
    asked: asked.get(name)!,
  }))
  const groups = segments.map((column, i) =>
    columnData(
      { ...column, role: 'segment' },
      rows.map((row) => row.segments[i]!),
    ),
  )
  return {
    data: {
      layout: 'counts',
      items: [...items, ...groups],
      weights: Float64Array.from(rows, ({ count }) => count),
      persons: null,
      weighted: false,
    },
    fromShares: areShares,
    badLines: badLines.toSorted((a, b) => a.line - b.line),
    notes: areShares ? [...notes, SHARES] : [...notes],
  }
}

const SHARES =
  'Shares of a published table count as that many independent people: how they were weighted is not known. Where the publisher states a margin of error or a design effect, state it below: else differences look surer than they are.'

type Places = {
  readonly question: ChosenColumn | undefined
  readonly base: ChosenColumn | undefined
  readonly segments: readonly ChosenColumn[]
}

function longRows(
  columns: readonly ChosenColumn[],
  lines: readonly SurveyLine[],
  { question, base, segments }: Places,
): PublishedRow[] {
  const only = onlyOf(columns)
  const [answer, value] = [only('answer'), only('count') ?? only('percent')]
  if (!answer || !value)
    throw new SurveyFault(
      'A published table has a column for the answer and one for its count or share.',
    )
  let last = 'question'
  return lines.map(({ line, cells }) => {
    // Where cells were merged, only the first row names the question.
    if (question && cells[question.at] !== '') last = cells[question.at]!
    return {
      line,
      question: last,
      answer: cells[answer.at]!,
      segments: segments.map(({ at }) => cells[at]!),
      cell: cells[value.at]!,
      base: base ? cells[base.at]! : '',
    }
  })
}

function wideRows(
  columns: readonly ChosenColumn[],
  lines: readonly SurveyLine[],
  { question, base, segments }: Places,
): PublishedRow[] {
  const answers = columns.filter(({ role }) => role === 'count' || role === 'percent')
  if (answers.length < 2)
    throw new SurveyFault('Such a table has a column with the count or share of every answer.')
  return lines.flatMap(({ line, cells }, row) =>
    answers
      // An answer that another question of the table has.
      .filter(({ at }) => cells[at] !== '')
      .map((answer) => ({
        line,
        question: question ? cells[question.at]! || `row ${row + 1}` : `row ${row + 1}`,
        answer: answer.labels?.[answer.name] ?? answer.name,
        segments: segments.map(({ at }) => cells[at]!),
        cell: cells[answer.at]!,
        base: base ? cells[base.at]! : '',
      })),
  )
}
