import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import { partsOf } from '../answer-text.ts'
import type { QuestionKind } from '../question-kind.ts'
import { readChoice } from '../read-choice.ts'
import { invalid, valid, type Reading } from '../reading.ts'

type Matrix = QuestionOf<'matrix'>

export const matrix: QuestionKind<Matrix> = {
  mapTexts: (question, map) => ({
    ...question,
    rows: question.rows.map(map),
    labels: question.labels.map(map),
  }),
  names: ({ rows }) => rows,
  ordered: (question, draw) =>
    question.rotateRows ? { ...question, rows: draw.shuffle(question.rows, 'rows') } : question,
  choices: ({ rows, labels }) => [
    ...rows.map((row) => `- ${row}`),
    '',
    'For each of these, one of:',
    ...labels.map((label, i) => `${i + 1}. ${label}`),
  ],
  form: () => 'one line for each as "statement: label", the labels word for word',
  read: readRows,
  inWords: ({ rows, labels }, value) => {
    const points = value as Record<string, number>
    return rows
      .flatMap((row) => (points[row] ? `${row}: ${labels[points[row] - 1]}` : []))
      .join('; ')
  },
  extent: 'list',
  typicalTokens: 80,
}

function readRows({ rows, labels }: Matrix, said: string): Reading {
  const points = new Map<string, number>()
  for (const part of partsOf(said)) {
    const read = readRow(rows, labels, part)
    if (!Array.isArray(read)) return read
    const [row, point] = read
    if (points.has(row)) return invalid(`“${row}” is answered twice`)
    points.set(row, point)
  }
  const missing = rows.find((row) => !points.has(row))
  if (missing !== undefined) return invalid(`“${missing}” is not answered`)
  return valid(Object.fromEntries(rows.map((row) => [row, points.get(row)!])))
}

/** The last colon may belong to a label, the first to a statement: each is tried. */
function readRow(
  rows: readonly string[],
  labels: readonly string[],
  part: string,
): [row: string, point: number] | Extract<Reading, { status: 'invalid' }> {
  for (const { index } of part.matchAll(/[:=]|\s[–—-]\s/g)) {
    const row = readChoice(rows, part.slice(0, index))
    const point = readChoice(labels, part.slice(index).replace(/^\s*[:=–—-]\s*/, ''))
    if (typeof row === 'number' && typeof point === 'number') return [rows[row]!, point + 1]
  }
  return invalid(`“${part}” is not a statement with a label`)
}
