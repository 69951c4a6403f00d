import type { ModelKind, Outcome } from '../../../../shared/contract/regression.ts'
import type { EvidenceInput } from '../evidence/evidence-input.ts'
import { scaleOf } from '../evidence/scale.ts'
import { readable } from '../questions/readable.ts'
import { questionVariable } from './question-variable.ts'
import { isFault, type Fault } from './variables.ts'

/** Ordered answers are so many at most; beyond, a number is one. */
const MAX_CATEGORIES = 11

export type OutcomeVariable = {
  readonly questionId: string
  readonly measure: string | null
  readonly text: string
  /** What rises or is chosen. */
  readonly label: string
  readonly unit: string | null
  readonly isShare: boolean
  readonly model: ModelKind
  /** NaN where there is none: shape [rows]. */
  readonly values: Float64Array
  /** What ordered values are called, by value. */
  readonly labels: Readonly<Record<string, string>>
}

/** What is to be explained and by which model, or why it cannot be. */
export function readOutcome(
  input: Pick<EvidenceInput, 'questions' | 'answers'>,
  { questionId, measure }: Outcome,
  model: ModelKind | undefined,
): OutcomeVariable | Fault {
  const question = input.questions.find(({ id }) => id === questionId)
  if (!question)
    return { path: ['outcome', 'questionId'], message: 'is not a question of this run' }
  const chosen = measure ?? (question.type === 'yesno' ? 'yes' : undefined)
  const found = questionVariable(question, input.answers[questionId] ?? [], chosen)
  if (isFault(found)) return { ...found, path: ['outcome', ...found.path] }
  if (found.kind === 'category')
    return {
      path: ['outcome', 'measure'],
      message: `is needed: one of ${found.levels.map(({ value }) => `"${value}"`).join(', ')}`,
    }
  const kind = model ?? (found.isShare ? 'logistic' : 'linear')
  if (kind === 'logistic' && !found.isShare)
    return { path: ['model'], message: 'cannot be "logistic": the answer is a number' }
  if (kind === 'ordinal' && found.isShare)
    return { path: ['model'], message: 'cannot be "ordinal": the answer is a yes or no' }
  const unit =
    question.type === 'numeric' ? (question.unit ?? null) : (scaleOf(question)?.unit ?? null)
  return {
    questionId,
    measure: chosen ?? null,
    text: readable(question.text),
    label: found.label,
    unit,
    isShare: found.isShare,
    model: kind,
    values: found.values,
    labels:
      'labels' in question
        ? Object.fromEntries(question.labels.map((label, i) => [i + 1, readable(label)]))
        : {},
  }
}

/** Faults of an outcome that only show among the interviews a model is fitted to. */
export function outcomeFault(outcome: OutcomeVariable, domain: Uint8Array): Fault | undefined {
  const values = new Set(outcome.values.filter((_, row) => domain[row] === 1))
  if (values.size < 2)
    return {
      path: ['outcome'],
      message: 'has the same answer in every interview: there is nothing to explain',
    }
  if (outcome.model !== 'ordinal') return undefined
  if (values.size < 3 || values.size > MAX_CATEGORIES)
    return {
      path: ['model'],
      message: `cannot be "ordinal": that takes 3 to ${MAX_CATEGORIES} different answers, here are ${values.size}`,
    }
  return undefined
}
