import { answerColumns, type Cell } from '../../domain/evidence/answer-columns.ts'
import { readable } from '../../domain/questions/readable.ts'
import type { RunRecord } from '../gather.ts'
import { modelCells, taskCells } from './task-cells.ts'

/** One row per interview, with columns for each question: empty where it was not asked. */
export function* interviewRows(record: RunRecord) {
  const questions = record.manifest.skill.body.questions.map((question) => ({
    id: question.id,
    columns: answerColumns(question),
  }))
  for (const task of record.tasks) {
    const cells: Record<string, Cell> = {}
    for (const { id, columns } of questions) {
      const answer = record.answers.get(id)?.get(task.taskId)
      cells[`${id}.status`] = answer?.status ?? null
      const value = answer?.status === 'valid' ? answer.value : null
      for (const column of columns)
        cells[column.name] = value === null ? null : column.valueOf(value)
    }
    yield { ...taskCells(record, task), ...cells, ...modelCells(record) }
  }
}

/** What each column of the interviews holds, in their order. */
export function* codebookRows({ manifest }: RunRecord) {
  for (const question of manifest.skill.body.questions) {
    const about = { question: readable(question.text), type: question.type }
    yield {
      column: `${question.id}.status`,
      ...about,
      about: '',
      values: 'valid | dont_know | refused | invalid; empty: not asked',
    }
    for (const { name, about: part, values } of answerColumns(question))
      yield { column: name, ...about, about: part, values }
  }
}
