import { variablesIn } from '../../domain/studies/shown-question.ts'
import { wordsOfAnswers } from '../../domain/studies/words-of-answers.ts'
import type { StoredRecord } from '../gather.ts'
import type { OpenCodings } from './open-codings.ts'
import { modelCells, taskCells } from './task-cells.ts'

/** One row per task and question, in the order of the units. */
export function* answerRows(record: StoredRecord, codings: OpenCodings) {
  const { manifest, tasks, answers } = record
  const { questions } = manifest.skill.body
  for (const task of tasks) {
    const given = questions.flatMap(({ id }) => answers.get(id)?.get(task.taskId) ?? [])
    const variables = variablesIn(manifest.study.design, task.condition)
    for (const answer of wordsOfAnswers(questions, variables, given))
      yield {
        ...taskCells(record, task),
        questionId: answer.questionId,
        questionType: answer.type,
        status: answer.status,
        value: answer.value,
        words: answer.words,
        theme: codings.get(answer.questionId)?.themeOf.get(task.taskId) ?? null,
        text: answer.text,
        detail: answer.detail,
        turnId: answer.turnId,
        ...modelCells(record),
      }
  }
}
