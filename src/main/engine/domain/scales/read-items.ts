import type { ScaleItem } from '../../../../shared/contract/scales.ts'
import type { EvidenceInput } from '../evidence/evidence-input.ts'
import { answerRange } from '../evidence/scale.ts'
import { questionVariable } from '../regression/question-variable.ts'
import { isFault, type Fault } from '../regression/variables.ts'

/** An item as keyed: high means much of what is measured. */
export type KeyedItem = {
  readonly questionId: string
  readonly row: string | null
  readonly label: string
  readonly reverse: boolean
  readonly from: number
  readonly to: number
  /** NaN without a valid answer: shape [rows]. */
  readonly values: Float64Array
}

type Answered = Pick<EvidenceInput, 'questions' | 'answers'>

/** Items of a scale, or what is wrong with some. */
export function readItems(input: Answered, items: readonly ScaleItem[]): KeyedItem[] | Fault[] {
  const found = items.map((item) => readItem(input, item))
  const faults = found.flatMap((one, i) =>
    isFault(one) ? [{ ...one, path: ['items', i, ...one.path] }] : [],
  )
  if (faults.length > 0) return faults
  const names = items.map(({ questionId, row }) => `${questionId}/${row ?? ''}`)
  const again = names.findIndex((name, i) => names.indexOf(name) !== i)
  if (again !== -1) return [{ path: ['items', again], message: 'is there already' }]
  return found as KeyedItem[]
}

function readItem(
  { questions, answers }: Answered,
  { questionId, row, reverse }: ScaleItem,
): KeyedItem | Fault {
  const question = questions.find(({ id }) => id === questionId)
  if (!question) return { path: ['questionId'], message: 'is not a question of this run' }
  const range = answerRange(question)
  if (!range)
    return {
      path: ['questionId'],
      message: `is of type ${question.type}; a scale takes likert, numeric, nps and rows of a matrix`,
    }
  if (question.type === 'matrix' && row === undefined)
    return { path: ['row'], message: `is needed: one of ${listed(question.rows)}` }
  if (question.type !== 'matrix' && row !== undefined)
    return { path: ['row'], message: 'is of a matrix alone' }
  const variable = questionVariable(question, answers[questionId] ?? [], row)
  if (isFault(variable)) return { path: ['row'], message: variable.message }
  if (variable.kind !== 'number') return { path: ['questionId'], message: 'has no numbers' }
  const [from, to] = range
  return {
    questionId,
    row: row ?? null,
    label: variable.label,
    reverse,
    from,
    to,
    values: reverse ? variable.values.map((value) => from + to - value) : variable.values,
  }
}

function listed(rows: readonly string[]): string {
  return rows.map((row) => `"${row}"`).join(', ')
}
