import type { SurveyColumnRole } from '../../../../shared/contract/human-surveys.ts'
import { isBase, isTotal } from './table-head.ts'
import { shareOf } from './table-numbers.ts'
import { plainText } from './value-text.ts'

export type ColumnCells = {
  readonly name: string
  /** Trimmed, one per readable row. */
  readonly cells: readonly string[]
}
export type Role = readonly [role: SurveyColumnRole, reason: string]

const named = (pattern: string) => new RegExp(`^(?:${pattern})$`)
const COUNT = named(
  'count|counts|n|freq|frequency|number|cases|respondents|people|total|anzahl|haufigkeit|effectif|nombre|frecuencia',
)
const ANSWER = named(
  'answer|answers|response|option|value|category|choice|level|label|antwort|reponse|respuesta',
)
const QUESTION = named(
  'question|item|variable|question ?(?:id|text|name)|statement|measure|q|frage|aussage|pregunta',
)
const SHARE = named(
  '(?:weighted |valid |column )?(?:percent|percentage|pct|per cent|share|shares|proportion|prop|prozent|anteil|pourcentage)(?: of .*)?',
)

/** Whether a row is an answer with its count or share. */
export function isLong(columns: readonly ColumnCells[]): boolean {
  const isNumber = (column: ColumnCells) => COUNT.test(plainText(column.name)) || isShare(column)
  return columns.some(({ name }) => ANSWER.test(plainText(name))) && columns.some(isNumber)
}

function isShare({ name, cells }: ColumnCells): boolean {
  if (SHARE.test(plainText(name)) || name.trim() === '%') return true
  const said = cells.filter((cell) => cell !== '')
  return (
    said.length > 0 && said.filter((cell) => /^[<\d.,\s]+%$/.test(cell)).length > said.length / 2
  )
}

/** Roles in a table with a row per answer. @param isSegment  by what people are compared */
export function rolesOfLong(
  columns: readonly ColumnCells[],
  isSegment: (column: ColumnCells) => boolean,
): Role[] {
  const first = (fits: (column: ColumnCells) => boolean) => columns.find(fits)
  const isCount = ({ name }: ColumnCells) => COUNT.test(plainText(name))
  const answer = first(({ name }) => ANSWER.test(plainText(name)))
  const question = first(({ name }) => QUESTION.test(plainText(name)))
  const share = first((column) => isShare(column) && column !== answer && column !== question)
  const segments = columns.filter(isSegment)
  const groups = groupsOf(question, segments, columns[0]?.cells.length ?? 0)
  // Beside shares, a number that is the same for all answers of a question is of the people asked.
  const isOfAll = (column: ColumnCells) => share !== undefined && isSame(column, groups)
  const count = first((column) => isCount(column) && !isShare(column) && !isOfAll(column))
  const base = first(
    (column) => column !== count && (isBase(column.name) || (isCount(column) && isOfAll(column))),
  )
  return columns.map((column): Role => {
    if (column === count)
      return sumsToWhole(column, groups)
        ? ['percent', 'They add up to 100, as shares do.']
        : ['count', 'Named like a count.']
    if (column === answer) return ['answer', 'Named like an answer.']
    if (column === question) return ['question', 'Named like a question.']
    if (column === share)
      return count
        ? ['ignore', 'The counts say the same.']
        : ['percent', 'Shares of those who were asked.']
    if (column === base && !count) return ['base', 'How many were asked.']
    return isSegment(column)
      ? ['segment', 'Named like what people are compared by.']
      : ['ignore', 'Not needed to read the counts.']
  })
}

/** Which question, and which of its segments, a row belongs to: shape [rows]. */
function groupsOf(
  question: ColumnCells | undefined,
  segments: readonly ColumnCells[],
  rows: number,
): string[] {
  let last = ''
  return Array.from({ length: rows }, (_, row) => {
    // Where cells were merged, only the first row names the question.
    last = question?.cells[row] || last
    return JSON.stringify([last, ...segments.map(({ cells }) => cells[row])])
  })
}

/** The answers of every group add up to 100, or to 1: counts of so few people are rare. */
function sumsToWhole({ cells }: ColumnCells, groups: readonly string[]): boolean {
  const sums = new Map<string, number>()
  for (const [row, cell] of cells.entries())
    sums.set(groups[row]!, (sums.get(groups[row]!) ?? 0) + (shareOf(cell) || 0))
  return sums.values().every((sum) => Math.abs(sum - 100) <= 2 || Math.abs(sum - 1) <= 0.02)
}

/** The same in all rows of a group that say it; groups of one row say nothing. */
function isSame({ cells }: ColumnCells, groups: readonly string[]): boolean {
  const rows = Map.groupBy(cells.keys(), (row) => groups[row]!)
  const several = [...rows.values()].filter((group) => group.length > 1)
  return (
    several.length > 0 &&
    several.every((group) => {
      const said = new Set(group.map((row) => cells[row]!).filter((cell) => cell !== ''))
      return said.size === 1
    })
  )
}

const MOST_QUESTIONS = 500

/**
 * Whether a row is a question and its columns are answers: next to a column of texts that are all
 * different there are numbers that add up to 100 %, or the texts' column is called like questions are.
 */
export function isWide(columns: readonly ColumnCells[]): boolean {
  const { question, answers } = partsOfWide(columns)
  const rows = columns[0]?.cells.length ?? 0
  if (!question || answers.length < 2 || rows === 0 || rows > MOST_QUESTIONS) return false
  if (new Set(question.cells).size < rows) return false
  return areShares(answers) || QUESTION.test(plainText(question.name))
}

/** Roles in a table with a row per question. */
export function rolesOfWide(
  columns: readonly ColumnCells[],
  isSegment: (column: ColumnCells) => boolean,
): Role[] {
  const { question, answers } = partsOfWide(columns)
  const shares = areShares(answers)
  const base = columns.find(({ name }) => isBase(name))
  return columns.map((column): Role => {
    if (column === question) return ['question', 'Names the questions.']
    if (column === base) return ['base', 'How many were asked.']
    if (isTotal(column.name)) return ['ignore', 'The sum of the others.']
    if (answers.includes(column))
      return shares ? ['percent', 'Shares of an answer.'] : ['count', 'Counts of an answer.']
    return isSegment(column)
      ? ['segment', 'Named like what people are compared by.']
      : ['ignore', 'Neither numbers nor the questions.']
  })
}

function partsOfWide(columns: readonly ColumnCells[]) {
  const isNumbers = ({ cells }: ColumnCells) =>
    cells.some((cell) => cell !== '') &&
    cells.every((cell) => cell === '' || shareOf(cell.replaceAll(/[,.](?=\d{3}$)/g, '')) >= 0)
  const texts = columns.filter((column) => !isNumbers(column))
  return {
    question: texts.find(({ name }) => QUESTION.test(plainText(name))) ?? texts[0],
    answers: columns.filter(
      (column) => isNumbers(column) && !isBase(column.name) && !isTotal(column.name),
    ),
  }
}

/** In most rows they add up to 100 %, or to 1. */
function areShares(answers: readonly ColumnCells[]): boolean {
  if (answers.some(({ cells }) => cells.some((cell) => cell.includes('%')))) return true
  const rows = answers[0]?.cells.keys().toArray() ?? []
  const whole = rows.filter((row) => {
    const sum = answers.reduce((total, { cells }) => total + (shareOf(cells[row]!) || 0), 0)
    return Math.abs(sum - 100) <= 2 || Math.abs(sum - 1) <= 0.02
  })
  return whole.length >= 0.8 * rows.length
}
