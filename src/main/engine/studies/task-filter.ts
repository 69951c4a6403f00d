import type { PersonaId, RunId, TenantId } from '../../../shared/contract/ids.ts'
import { fieldsIn, SegmentField } from '../../../shared/contract/segment-field.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { AnswerStatus, ListTasksQuery } from '../../../shared/contract/runs.ts'
import {
  ANY_VALUE,
  readCondition,
  splitVariable,
} from '../../../shared/contract/task-conditions.ts'
import type { ReadDb } from '../db/schema.ts'
import { segmentOf } from '../domain/evidence/segment.ts'
import { askAboutRun, type AnalystDeps } from '../evidence/ask-about-run.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { findThemeTasks } from '../themes/theme-tasks.ts'
import { getRun } from './get-run.ts'
import { getManifestHead } from './manifest.ts'
import { findRunMembers } from './run-members.ts'
import type { AnswerFilter, TaskFilter } from './tasks.repo.ts'

/** Values that name a kind of answer instead of an option. */
const KINDS: Readonly<Record<string, AnswerStatus>> = {
  __valid: 'valid',
  __dont_know: 'dont_know',
  __refused: 'refused',
  __invalid: 'invalid',
}

/** Before the id of a theme: the answers to an open question that have it. */
const THEME = '__theme:'

type Named = { readonly name: string; readonly value: string }
type Sorted = { cohort: string[]; condition: string[]; field: Named[]; question: Named[] }

/** Everything a query asks of tasks, as the database finds them. */
export async function taskFilter(
  deps: AnalystDeps,
  tenantId: TenantId,
  runId: RunId,
  query: ListTasksQuery,
): Promise<TaskFilter> {
  const { db } = deps
  const { status, cohortId, condition, segmentBy, segmentValue, questionId, measure } = query
  const sorted = sortConditions(query.where)
  if (cohortId !== undefined) sorted.cohort.push(cohortId)
  if (condition !== undefined) sorted.condition.push(condition)
  if (segmentBy !== undefined && segmentValue !== undefined)
    sorted.field.push({ name: fieldOf(segmentBy), value: segmentValue })
  const asked = [
    ...answerFilter(query),
    ...sorted.question.map(({ name, value }) => ({ questionId: name, ...answerOf(value) })),
  ]
  await requireQuestions(db, tenantId, runId, {
    questionId: query.questionId,
    where: sorted.question.map(({ name }) => name),
  })
  const isTheme = ({ value }: AnswerFilter) => value?.startsWith(THEME) ?? false
  return {
    status,
    arm: armOf(query, asked.length > 0 || query.where !== undefined),
    cohortIds: sorted.cohort,
    conditions: sorted.condition.map((value) => (value === ANY_VALUE ? null : value)),
    answers: asked.filter((answer) => !isTheme(answer)),
    personaIds: await membersOf(db, tenantId, runId, sorted.field),
    taskIds: inAll([
      query.taskIds?.split(','),
      questionId === undefined || measure === undefined
        ? undefined
        : await askAboutRun(deps, 'measuredTasks', { tenantId, runId, questionId, measure }),
      ...(await Promise.all(
        asked.filter(isTheme).map(({ questionId, value }) =>
          findThemeTasks(deps, tenantId, {
            runId,
            questionId,
            themeId: value!.slice(THEME.length),
          }),
        ),
      )),
    ]),
  }
}

/** A mark is made of the study's own answers. */
function armOf({ arm }: ListTasksQuery, isMark: boolean): TaskFilter['arm'] {
  if (arm === undefined) return isMark ? null : undefined
  return arm === 'study' ? null : arm
}

/** What every list holds; undefined lists hold everything. */
function inAll(lists: readonly (readonly string[] | undefined)[]): string[] | undefined {
  const [first, ...others] = lists.filter((list) => list !== undefined).map((list) => new Set(list))
  if (!first) return undefined
  return [...first].filter((id) => others.every((other) => other.has(id)))
}

function sortConditions(where: ListTasksQuery['where']): Sorted {
  const sorted: Sorted = { cohort: [], condition: [], field: [], question: [] }
  for (const text of [where ?? []].flat()) {
    const { variable, value } = readCondition(text)
    const { kind, name } = splitVariable(variable)
    if (kind === 'cohort' || kind === 'condition') sorted[kind].push(value)
    else sorted[kind as 'field' | 'question'].push({ name, value })
  }
  return sorted
}

function fieldOf(segmentBy: string): string {
  if (SegmentField.safeParse(segmentBy).success) return segmentBy
  throw invalidInput([{ path: ['segmentBy'], message: 'is not a field of a persona' }], 'query')
}

function answerFilter({ questionId, value, measure }: ListTasksQuery): AnswerFilter[] {
  if (questionId !== undefined)
    return [{ questionId, ...(value === undefined ? {} : answerOf(value)) }]
  if (value === undefined && measure === undefined) return []
  const path = value === undefined ? 'measure' : 'value'
  throw invalidInput([{ path: [path], message: 'needs questionId beside it' }], 'query')
}

/** A misspelt question must not read as one that nobody answered. */
async function requireQuestions(
  db: ReadDb,
  tenantId: TenantId,
  runId: RunId,
  asked: { questionId: string | undefined; where: readonly string[] },
): Promise<void> {
  const { questionId, where } = asked
  if (questionId === undefined && where.length === 0) return
  const { skill } = await getManifestHead(db, tenantId, runId)
  const isUnknown = (name: string) => !skill.body.questions.some(({ id }) => id === name)
  const path = questionId !== undefined && isUnknown(questionId) ? 'questionId' : 'where'
  if (path === 'where' && !where.some(isUnknown)) return
  throw invalidInput([{ path: [path], message: 'is no question of this run' }], 'query')
}

function answerOf(value: string): Omit<AnswerFilter, 'questionId'> {
  const status = KINDS[value]
  return status ? { status } : { status: 'valid', value }
}

/** Members of the run in every one of these segments; undefined where none is asked for. */
async function membersOf(
  db: ReadDb,
  tenantId: TenantId,
  runId: RunId,
  fields: readonly Named[],
): Promise<PersonaId[] | undefined> {
  if (fields.length === 0) return undefined
  const run = await getRun(db, tenantId, runId)
  const names = fields.flatMap(({ name }) => fieldsIn(name))
  const { members, bands } = await findRunMembers(db, tenantId, run, names)
  const isIn = (persona: Persona) =>
    fields.every(({ name, value }) => {
      const segment = segmentOf(persona, name, bands)
      return value === ANY_VALUE ? segment !== null : segment === value
    })
  return [...members].flatMap(([id, persona]) => (isIn(persona) ? [id] : []))
}
