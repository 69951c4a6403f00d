import type { EvidenceWarning, QuestionEvidence } from '../../../../../shared/contract/evidence.ts'
import type { WarningTasks } from '../../../../../shared/contract/evidence-quality.ts'
import type { SurveyDesign } from '../../statistics/design.ts'
import type { EvidenceInput } from '../evidence-input.ts'

/** What every kind of warning looks at. */
export type Look = {
  readonly input: EvidenceInput
  readonly design: SurveyDesign
  readonly questions: readonly QuestionEvidence[]
}

/** Of a kind of warning, more than this often in error per run is too often. */
export const FALSE_ALARMS = 0.05
/** Tasks named at most: what one request can ask for. */
const MOST_TASKS = 200

export type WarningDraft = Pick<
  EvidenceWarning,
  'code' | 'severity' | 'questionId' | 'title' | 'what' | 'means' | 'todo'
> &
  Partial<Pick<EvidenceWarning, 'numbers' | 'tasks'>> & {
    /** Tells warnings of one kind about one question apart. */
    readonly key?: string
  }

export function toWarning({
  key,
  numbers = [],
  tasks = null,
  ...draft
}: WarningDraft): EvidenceWarning {
  const { code, questionId, what, means, todo } = draft
  return {
    ...draft,
    id: [code, questionId, key].filter((part) => part != null).join(':'),
    message: `${what} ${means} ${todo}`,
    numbers,
    tasks,
  }
}

/** All tasks that a filter of `/runs/:id/tasks` finds. */
export function tasksFound(filter: WarningTasks['filter'], total: number): WarningTasks {
  return { filter, taskIds: [], total }
}

/** The tasks of some rows, the first of them by name. */
export function tasksOf(
  { rows: all }: EvidenceInput,
  rows: readonly number[],
  questionId?: string,
): WarningTasks {
  return {
    filter: questionId === undefined ? {} : { questionId },
    taskIds: rows.slice(0, MOST_TASKS).map((row) => all[row]!.taskId),
    total: rows.length,
  }
}
