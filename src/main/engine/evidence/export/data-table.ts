import { setImmediate } from 'node:timers/promises'
import { fieldName } from '../../domain/criteria/sentence.ts'
import { answerColumns, type Cell } from '../../domain/evidence/answer-columns.ts'
import { NUMBER, oneOf, PLACE, TEXT, type ColumnKind } from '../../domain/evidence/column-kinds.ts'
import { readable } from '../../domain/questions/readable.ts'
import type { StoredRecord } from '../gather.ts'
import { answerRows } from './answer-rows.ts'
import { interviewColumns, interviewRows, segmentColumn, segmentFields } from './interview-table.ts'
import type { OpenCodings } from './open-codings.ts'

/** A column with what programs for statistics want to know of it. */
export type Variable = {
  readonly name: string
  readonly label: string
  readonly kind: ColumnKind
  /** The variable that says why a cell is empty; null where none does. */
  readonly status: string | null
}

/** What a file says of itself, whoever it is handed to. */
export type TableAbout = {
  readonly study: string
  readonly run: number
  /** Runs of the study so far. */
  readonly runs: number
  readonly model: string
  readonly manifestHash: string
  readonly engineVersion: string
  readonly caveat: string
  /** The label of a rehearsal; null where people's evidence is meant. */
  readonly rehearsal: string | null
  readonly provisional: boolean
  /** When the run ended, or began where it has not; ISO. */
  readonly date: string
}

/** The same in lines, for formats that carry notes. */
export function aboutLines(about: TableAbout): string[] {
  return [
    ...(about.rehearsal === null ? [] : [about.rehearsal.toUpperCase()]),
    ...(about.provisional ? ['PROVISIONAL: the run is not finished'] : []),
    `${about.study}, run ${about.run} of ${about.runs}, ${about.model}`,
    `Manifest ${about.manifestHash}`,
    `Persona Workbench ${about.engineVersion}`,
    about.caveat,
    'Design: personaId is the sampling unit, cohort the stratum, weight the weight.',
  ]
}

/** Columns of equal length. Plain data: it crosses to a worker as it is. */
export type DataTable = {
  readonly about: TableAbout
  readonly variables: readonly Variable[]
  readonly columns: readonly (readonly Cell[])[]
  readonly rows: number
  /** Variables that are one question with several answers, each 1 where its option was chosen. */
  readonly sets: readonly VariableSet[]
}
export type VariableSet = {
  readonly name: string
  readonly label: string
  readonly variables: readonly string[]
}

/** Rows turned to columns between two turns of the event loop. */
const ROWS_PER_TURN = 100
const COUNT: ColumnKind = { form: 'integer', measure: 'scale' }
export const STATUS: ColumnKind = {
  form: 'text',
  measure: 'nominal',
  codes: [
    { code: 1, value: 'valid', label: 'Valid' },
    { code: 2, value: 'dont_know', label: 'Don’t know' },
    { code: 3, value: 'refused', label: 'Refused' },
    { code: 4, value: 'invalid', label: 'Invalid' },
  ],
}

/** A row per interview, a column per option, row or set. */
export async function interviewTable(
  record: StoredRecord,
  about: TableAbout,
  codings: OpenCodings,
): Promise<DataTable> {
  const variables = interviewVariables(record, codings)
  return {
    ...(await toTable(interviewRows(record, codings), variables, about)),
    sets: setsOf(record),
  }
}

function setsOf({ manifest }: StoredRecord): VariableSet[] {
  return manifest.skill.body.questions
    .filter(({ type }) => type === 'multi')
    .map((question) => ({
      name: question.id,
      label: readable(question.text),
      variables: answerColumns(question).map(({ name }) => name),
    }))
}

/** The columns of `interviewRows`, in their order. */
export function interviewVariables(record: StoredRecord, codings: OpenCodings): Variable[] {
  const segments = segmentFields(record).map((field) =>
    variable(segmentColumn(field), `Group by ${fieldName(field)}`, TEXT),
  )
  return [...taskVariables(record), ...segments, ...questionVariables(record, codings), ...MODEL]
}

/** A row per answer. An answer of several parts is JSON, with its words beside it. */
export async function answerTable(
  record: StoredRecord,
  about: TableAbout,
  codings: OpenCodings,
): Promise<DataTable> {
  return toTable(typedAnswers(record, codings), answerVariables(record), about)
}

/** The columns of `answerRows`, in their order, and the number. */
export function answerVariables(record: StoredRecord): Variable[] {
  return [...taskVariables(record), ...ANSWER, ...MODEL]
}

function* typedAnswers(record: StoredRecord, codings: OpenCodings) {
  for (const { value, detail, ...row } of answerRows(record, codings))
    yield {
      ...row,
      value: value === null || typeof value === 'string' ? value : JSON.stringify(value),
      number: typeof value === 'number' ? value : null,
      detail: detail === null ? null : JSON.stringify(detail),
    }
}

async function toTable(
  rows: Iterable<object>,
  variables: readonly Variable[],
  about: TableAbout,
): Promise<DataTable> {
  const columns: Cell[][] = variables.map(() => [])
  let count = 0
  for (const row of rows) {
    variables.forEach(({ name }, i) =>
      columns[i]!.push((row as Record<string, Cell>)[name] ?? null),
    )
    count += 1
    if (count % ROWS_PER_TURN === 0) await setImmediate()
  }
  return { about, variables, columns, rows: count, sets: [] }
}

function variable(name: string, label: string, kind: ColumnKind, status: string | null = null) {
  return { name, label, kind, status }
}

function taskVariables({ cohorts, manifest }: StoredRecord): Variable[] {
  const { conditions } = manifest.study.design
  return [
    variable('study', 'Study', TEXT),
    variable('run', 'Number of the run', COUNT),
    variable('taskId', 'Task', TEXT),
    variable('personaId', 'Persona, the sampling unit', TEXT),
    variable('persona', 'Name of the persona', TEXT),
    variable('age', 'Age', COUNT),
    variable('gender', 'Gender', TEXT),
    variable('location', 'Place', TEXT),
    variable('cohort', 'Cohort, the stratum', oneOf([...new Set(cohorts.map(({ name }) => name))])),
    variable('condition', 'Condition', {
      ...TEXT,
      codes: conditions.map(({ id, name }, i) => ({ code: i + 1, value: id, label: name })),
    }),
    variable('conditionOrder', 'Place of the condition for this persona', PLACE),
    variable('replicate', 'Replicate', COUNT),
    variable('weight', 'Weight, frozen at launch, mean 1', NUMBER),
  ]
}

const MODEL: readonly Variable[] = [
  variable('model', 'Model that answered', TEXT),
  variable('label', 'What the row is', TEXT),
]
const ANSWER: readonly Variable[] = [
  variable('questionId', 'Question', TEXT),
  variable('questionType', 'Type of the question', TEXT),
  variable('status', 'Status of the answer', STATUS),
  variable('value', 'The answer; JSON where it has several parts', TEXT),
  variable('number', 'The answer where it is a number', NUMBER),
  variable('words', 'The answer as it was read, in words', TEXT),
  variable('theme', 'Theme of an open answer', TEXT),
  variable('text', 'The answer as the persona gave it', TEXT),
  variable('detail', 'How the answer came about, JSON', TEXT),
  variable('turnId', 'Turn of the conversation', TEXT),
]

function questionVariables({ manifest }: StoredRecord, codings: OpenCodings): Variable[] {
  return manifest.skill.body.questions.flatMap((question) => {
    const text = readable(question.text)
    const status = `${question.id}.status`
    return [
      variable(status, `Status: ${text}`, STATUS),
      ...interviewColumns(question, codings).map(({ name, about, kind }) =>
        variable(name, about === '' ? text : `${about}: ${text}`, kind, status),
      ),
    ]
  })
}
