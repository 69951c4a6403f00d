import { z } from 'zod'
import { CriterionField } from './cohorts.ts'
import { questionId } from './questions.ts'

/**
 * What a task can be sorted by: `cohort`, `condition`, `field:<field of the persona>` such as
 * `field:attributes.region`, or `question:<id>`.
 */
export const TaskVariable = z
  .string()
  .max(300)
  .refine((text) => {
    const { kind, name } = splitVariable(text)
    if (kind === 'field') return CriterionField.safeParse(name).success
    if (kind === 'question') return questionId.safeParse(name).success
    return text === 'cohort' || text === 'condition'
  }, 'must be cohort, condition, field:<field of a persona> or question:<id>')
export type TaskVariable = z.infer<typeof TaskVariable>

/** Every value there is: tasks that the variable says nothing about are left out. */
export const ANY_VALUE = '__any'
/** Of a question, every answer that counts. */
export const VALID_VALUE = '__valid'

/**
 * One condition on tasks, `variable=value`: `cohort=<id>`, `field:gender=woman`,
 * `question:price=__valid`. In the variable `=` and `%` are written `%3D` and `%25`.
 */
export const TaskCondition = z
  .string()
  .max(2_000)
  .refine(
    (text) => TaskVariable.safeParse(readCondition(text).variable).success,
    'must be variable=value',
  )
export type TaskCondition = z.infer<typeof TaskCondition>

export function splitVariable(variable: string): { kind: string; name: string } {
  const colon = variable.indexOf(':')
  return colon < 0
    ? { kind: variable, name: '' }
    : { kind: variable.slice(0, colon), name: variable.slice(colon + 1) }
}

export function writeCondition(variable: string, value: string): string {
  return `${variable.replaceAll('%', '%25').replaceAll('=', '%3D')}=${value}`
}

export function readCondition(text: string): { variable: string; value: string } {
  const end = text.indexOf('=')
  if (end < 0) return { variable: '', value: '' }
  const variable = text.slice(0, end).replaceAll('%3D', '=').replaceAll('%25', '%')
  return { variable, value: text.slice(end + 1) }
}
