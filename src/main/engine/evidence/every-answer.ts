import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import type { EvidenceAnswer } from '../domain/evidence/evidence-input.ts'
import { listAnsweredTasks, type AnsweredTask, type CountedAnswer } from './evidence.repo.ts'
import { readAnswers } from './gather.ts'

export type EveryAnswer = {
  readonly tasks: readonly AnsweredTask[]
  /** Per task, without its words; undefined where the question was not asked. */
  readonly answersTo: (questionId: string) => (EvidenceAnswer | undefined)[]
}

/** All that a run answered, the study's own tasks first, then what ran beside it. */
export async function listEveryAnswer(
  db: ReadDb,
  tenantId: TenantId,
  runId: RunId,
): Promise<EveryAnswer> {
  const tasks = [
    ...(await listAnsweredTasks(db, tenantId, runId)),
    ...(await listAnsweredTasks(db, tenantId, runId, 'arms')),
  ]
  const answers = await readAnswers(db, tasks)
  return {
    tasks,
    answersTo: (questionId) =>
      tasks.map(({ taskId }) => withoutWords(answers.get(questionId)?.get(taskId))),
  }
}

/** Only what is counted: words are most of what would have to be carried about. */
export function withoutWords(answer: CountedAnswer | undefined): EvidenceAnswer | undefined {
  return answer && { status: answer.status, value: answer.value, text: '' }
}
