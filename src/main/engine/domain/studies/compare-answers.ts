import type { Agreement, RunDifference } from '../../../../shared/contract/run-comparison.ts'
import { icc11 } from '../statistics/icc.ts'

export type ComparedAnswer = {
  readonly status: string
  readonly value: unknown
  /** A valid answer as people read it; absent: its value. */
  readonly words?: string
}
/** One task of a run; `unit` is persona, condition and replicate, the same in every run. */
export type ComparedTask = {
  readonly taskId: string
  readonly unit: string
  readonly personaName: string
  readonly condition: string | null
  readonly replicate: number
  readonly answers: Readonly<Record<string, ComparedAnswer>>
}

const MAX_MOVES = 10
const MAX_TASKS = 200

export type AnswerDifference = Pick<
  RunDifference,
  'questions' | 'tasksChanged' | 'onlyInRun' | 'onlyInOther'
> & { readonly tasks: readonly DifferentTask[] }
type DifferentTask = Omit<ComparedTask, 'answers' | 'unit'> & {
  readonly otherTaskId: string
  readonly questionIds: string[]
}
type Pair = readonly [ComparedTask, ComparedTask]

/** Which answers of a run differ from the other's, by the same persona, condition and replicate. */
export function compareAnswers(
  run: readonly ComparedTask[],
  other: readonly ComparedTask[],
): AnswerDifference {
  const pairs = pairUp(run, other)
  const questionIds = [
    ...new Set([...run, ...other].flatMap(({ answers }) => Object.keys(answers))),
  ]
  const changed = pairs.flatMap(([a, b]) => {
    const ids = questionIds.filter((id) => isChanged(a.answers[id], b.answers[id]))
    const { taskId, personaName, condition, replicate } = a
    return ids.length === 0
      ? []
      : [{ taskId, otherTaskId: b.taskId, personaName, condition, replicate, questionIds: ids }]
  })
  return {
    questions: questionIds.map((questionId) => compareQuestion(questionId, pairs)),
    tasks: changed.slice(0, MAX_TASKS),
    tasksChanged: changed.length,
    onlyInRun: run.length - pairs.length,
    onlyInOther: other.length - pairs.length,
  }
}

function compareQuestion(questionId: string, pairs: readonly Pair[]) {
  const both = pairs.flatMap(([a, b]) => {
    const [to, from] = [a.answers[questionId], b.answers[questionId]]
    return from || to ? [{ from: textOf(from), to: textOf(to) }] : []
  })
  const moved = both.filter(({ from, to }) => from !== to)
  const moves = [...Map.groupBy(moved, ({ from, to }) => JSON.stringify([from, to])).values()]
    .map((same) => ({ ...same[0]!, count: same.length }))
    .toSorted((a, b) => b.count - a.count)
  return {
    questionId,
    compared: both.length,
    changed: moved.length,
    moves: moves.slice(0, MAX_MOVES),
  }
}

/**
 * Retest agreement per question over the same personas: share of equal values, and ICC(1,1) where
 * the value is a number. Only pairs with two valid answers count.
 *
 * @param notMeasured  why equality says nothing, e.g. a model that draws the same again; else null
 */
export function agreementOf(
  run: readonly ComparedTask[],
  other: readonly ComparedTask[],
  notMeasured: string | null,
): Agreement[] {
  const pairs = pairUp(run, other)
  const questionIds = [...new Set(run.flatMap(({ answers }) => Object.keys(answers)))]
  return questionIds.map((questionId) => {
    const valid = pairs.flatMap(([a, b]) => {
      const [first, second] = [a.answers[questionId], b.answers[questionId]]
      return first?.status === 'valid' && second?.status === 'valid'
        ? [[first.value, second.value] as const]
        : []
    })
    const numbers = valid.filter(
      (pair): pair is readonly [number, number] =>
        typeof pair[0] === 'number' && typeof pair[1] === 'number',
    )
    const icc = numbers.length === valid.length ? icc11(numbers) : Number.NaN
    const equal = valid.filter(([a, b]) => JSON.stringify(a) === JSON.stringify(b)).length
    const isMeasured = notMeasured === null && valid.length > 0
    return {
      questionId,
      pairs: valid.length,
      exact: isMeasured ? equal / valid.length : null,
      icc: isMeasured && Number.isFinite(icc) ? icc : null,
      notMeasured: valid.length === 0 ? 'No persona answered it in both runs' : notMeasured,
    }
  })
}

function pairUp(run: readonly ComparedTask[], other: readonly ComparedTask[]): Pair[] {
  const byUnit = new Map(other.map((task) => [task.unit, task]))
  return run.flatMap((task) => {
    const same = byUnit.get(task.unit)
    return same ? [[task, same] as const] : []
  })
}

function isChanged(a: ComparedAnswer | undefined, b: ComparedAnswer | undefined): boolean {
  return textOf(a) !== textOf(b)
}

function textOf(answer: ComparedAnswer | undefined): string {
  if (!answer) return 'not asked'
  if (answer.status !== 'valid') return answer.status.replace('_', ' ')
  if (answer.words !== undefined) return answer.words
  return typeof answer.value === 'string' ? answer.value : JSON.stringify(answer.value)
}
