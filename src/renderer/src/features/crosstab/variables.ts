import type { CrosstabVariables } from '../../../../shared/contract/crosstab.ts'
import { splitVariable } from '../../../../shared/contract/task-conditions.ts'

export type Choice = {
  variable: string
  label: string
  group: 'Questions' | 'Study' | 'Person' | 'Attributes'
  hasRows: boolean
  hasColumns: boolean
  /** Its rows are themes, of which there may be none. */
  isOpen: boolean
}

const fields: readonly (readonly [field: string, label: string])[] = [
  ['gender', 'Gender'],
  ['age', 'Age'],
  ['location', 'Location'],
  ['baseOccupation', 'Occupation'],
  ['education', 'Education'],
  ['income', 'Income'],
  ['household', 'Household'],
  ['language', 'Language'],
]

/** Everything that rows and columns can be, in the order they are offered. */
export function choicesOf(
  variables: CrosstabVariables['variables'],
  attributes: readonly string[],
): Choice[] {
  const person = (variable: string, label: string, group: Choice['group']): Choice => ({
    variable,
    label,
    group,
    hasRows: true,
    hasColumns: true,
    isOpen: false,
  })
  const asked = variables.map(({ variable, label, questionId, categories, hasRows }): Choice => ({
    variable,
    label: questionId === null ? label : `${questionId} · ${label}`,
    group: questionId === null ? 'Study' : 'Questions',
    hasRows,
    hasColumns: categories === null || categories > 1,
    isOpen: categories === null,
  }))
  return [
    ...asked.filter(({ group }) => group === 'Questions'),
    ...asked.filter(({ group }) => group === 'Study'),
    ...fields.map(([field, label]) => person(`field:${field}`, label, 'Person')),
    ...attributes.map((key) => person(`field:attributes.${key}`, key, 'Attributes')),
  ].filter(({ hasRows, hasColumns }) => hasRows || hasColumns)
}

/** The table that is shown first: the first closed question by what the study tells apart. */
export function firstTable(choices: readonly Choice[]): { rows: string; columns: string } | null {
  const questions = choices.filter(({ group, hasRows }) => group === 'Questions' && hasRows)
  const rows = questions.find(({ isOpen }) => !isOpen) ?? questions[0]
  const columns =
    choices.find(({ group, hasColumns }) => group === 'Study' && hasColumns) ??
    choices.find(({ group }) => group === 'Person')
  return rows && columns ? { rows: rows.variable, columns: columns.variable } : null
}

/** A variable where there is little room: a question by its id. */
export function shortName(variable: string, choices: readonly Choice[]): string {
  const { kind, name } = splitVariable(variable)
  if (kind === 'question') return name
  return choices.find((choice) => choice.variable === variable)?.label ?? variable
}
