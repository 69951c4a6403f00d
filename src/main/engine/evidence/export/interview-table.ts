import type { Question } from '../../../../shared/contract/questions.ts'
import {
  answerColumns,
  type AnswerColumn,
  type Cell,
} from '../../domain/evidence/answer-columns.ts'
import { oneOf } from '../../domain/evidence/column-kinds.ts'
import { readable } from '../../domain/questions/readable.ts'
import { toEvidenceInput, type RunRecord } from '../gather.ts'
import type { OpenCodings } from './open-codings.ts'
import { modelCells, taskCells } from './task-cells.ts'

/** A column of a question besides its status. */
export type InterviewColumn = Pick<AnswerColumn, 'name' | 'about' | 'values' | 'kind'>

/** The columns of a question besides its status: of an open one its theme, too. */
export function interviewColumns(question: Question, codings: OpenCodings): InterviewColumn[] {
  const theme = themeColumn(question, codings)
  return [...answerColumns(question), ...(theme ? [theme] : [])]
}

function themeColumn({ id, type }: Question, codings: OpenCodings): InterviewColumn | undefined {
  if (type !== 'open') return undefined
  const names = (codings.get(id)?.themes ?? []).map(({ name }) => name)
  return {
    name: `${id}.theme`,
    about: 'Theme',
    values:
      names.length === 0 ? 'empty: too few answers for themes' : `one of: ${names.join(' | ')}`,
    kind: oneOf(names),
  }
}

/** Fields of the persona that comparisons were named by before launch, besides cohort and condition. */
export function segmentFields({ manifest }: RunRecord): string[] {
  const named = manifest.study.design.comparisons.map(({ by }) => by)
  return [...new Set(named)].filter((by) => by !== 'cohort' && by !== 'condition')
}

export function segmentColumn(field: string): string {
  return `segment.${field}`
}

/** One row per interview, with columns for each question: empty where it was not asked. */
export function* interviewRows(record: RunRecord, codings: OpenCodings) {
  const questions = record.manifest.skill.body.questions.map((question) => ({
    id: question.id,
    columns: answerColumns(question),
    theme: themeColumn(question, codings)?.name,
  }))
  const fields = segmentFields(record)
  const { rows } = toEvidenceInput(record, null)
  for (const [row, task] of record.tasks.entries()) {
    const cells: Record<string, Cell> = {}
    for (const field of fields) cells[segmentColumn(field)] = rows[row]!.segments[field] ?? null
    for (const { id, columns, theme } of questions) {
      const answer = record.answers.get(id)?.get(task.taskId)
      cells[`${id}.status`] = answer?.status ?? null
      const value = answer?.status === 'valid' ? answer.value : null
      for (const column of columns)
        cells[column.name] = value === null ? null : column.valueOf(value)
      if (theme !== undefined) cells[theme] = codings.get(id)?.themeOf.get(task.taskId) ?? null
    }
    yield { ...taskCells(record, task), ...cells, ...modelCells(record) }
  }
}

/** What each column of the interviews holds, in their order. */
export function* codebookRows(record: RunRecord, codings: OpenCodings) {
  const { manifest } = record
  for (const field of segmentFields(record))
    yield {
      column: segmentColumn(field),
      question: '',
      type: '',
      about: field,
      values: 'group of the persona, by which a comparison was named before launch',
    }
  for (const question of manifest.skill.body.questions) {
    const about = { question: readable(question.text), type: question.type }
    yield {
      column: `${question.id}.status`,
      ...about,
      about: '',
      values: 'valid | dont_know | refused | invalid; empty: not asked',
    }
    for (const { name, about: part, values } of interviewColumns(question, codings))
      yield { column: name, ...about, about: part, values }
  }
}
