import type { Question } from '../../../../../shared/contract/questions.ts'
import type { EvidenceInput } from '../evidence-input.ts'

/** Items answered on one scale, one after the other. */
export type Battery = {
  readonly questionIds: readonly string[]
  readonly items: number
  /** Points of the scale. */
  readonly points: number
  /** Rows with a valid answer to every item. */
  readonly rows: readonly number[]
  /** Point per row of `rows` and item, 1 lowest: shape [rows.length, items]. */
  readonly answers: Uint8Array
}

/** Fewer items than this are alike too often by chance. */
const LEAST_ITEMS = 3

/** Matrix questions, and neighbouring Likert questions with the same labels. */
export function batteriesOf(input: EvidenceInput): Battery[] {
  return [
    ...input.questions.flatMap((question) =>
      question.type === 'matrix' && question.rows.length >= LEAST_ITEMS
        ? [matrixBattery(input, question)]
        : [],
    ),
    ...likertRuns(input.questions)
      .filter(({ length }) => length >= LEAST_ITEMS)
      .map((run) => likertBattery(input, run)),
  ]
}

type Likert = Extract<Question, { type: 'likert' }>

function likertRuns(questions: readonly Question[]): Likert[][] {
  const runs: Likert[][] = []
  let last: Likert[] | undefined
  for (const question of questions) {
    if (question.type !== 'likert') {
      last = undefined
      continue
    }
    if (last && last[0]!.labels.join('\n') === question.labels.join('\n')) last.push(question)
    else runs.push((last = [question]))
  }
  return runs
}

function matrixBattery(
  { answers, rows }: EvidenceInput,
  { id, rows: items, labels }: Extract<Question, { type: 'matrix' }>,
): Battery {
  const given = answers[id] ?? []
  return collect(
    rows.length,
    { questionIds: [id], items: items.length, points: labels.length },
    (row) => {
      const answer = given[row]
      if (answer?.status !== 'valid') return undefined
      const points = answer.value as Record<string, number>
      return items.map((item) => points[item] ?? Number.NaN)
    },
  )
}

function likertBattery({ answers, rows }: EvidenceInput, run: readonly Likert[]): Battery {
  const given = run.map(({ id }) => answers[id] ?? [])
  const shape = {
    questionIds: run.map(({ id }) => id),
    items: run.length,
    points: run[0]!.labels.length,
  }
  return collect(rows.length, shape, (row) =>
    given.map((column) => {
      const answer = column[row]
      return answer?.status === 'valid' ? Number(answer.value) : Number.NaN
    }),
  )
}

function collect(
  n: number,
  shape: Omit<Battery, 'rows' | 'answers'>,
  pointsOf: (row: number) => readonly number[] | undefined,
): Battery {
  const rows: number[] = []
  const answers = new Uint8Array(n * shape.items)
  for (let row = 0; row < n; row++) {
    const points = pointsOf(row)
    if (!points || points.some(Number.isNaN)) continue
    answers.set(points, rows.length * shape.items)
    rows.push(row)
  }
  return { ...shape, rows, answers: answers.subarray(0, rows.length * shape.items) }
}
