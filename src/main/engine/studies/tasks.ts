import { CriterionField } from '../../../shared/contract/cohorts.ts'
import type { PersonaId, RunId, TaskId, TenantId } from '../../../shared/contract/ids.ts'
import type {
  AnswerStatus,
  ListTasksQuery,
  Task,
  TaskList,
  TaskResults,
  TaskScores,
  TaskTurns,
} from '../../../shared/contract/runs.ts'
import type { ReadDb } from '../db/schema.ts'
import { segmentOf } from '../domain/evidence/segment.ts'
import { countWords, ruleScores } from '../domain/skills/evaluation/rule-scores.ts'
import { variablesIn } from '../domain/studies/shown-question.ts'
import { wordsOfAnswers } from '../domain/studies/words-of-answers.ts'
import { EngineError } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { invalidInput } from '../http/router.ts'
import { findPersonas } from '../personas/find-personas.ts'
import { getSession } from '../prompting/sessions.ts'
import { getRun } from './get-run.ts'
import { getManifestHead } from './manifest.ts'
import {
  findTask,
  listAnswersOf,
  listTaskAnswers,
  listTaskRows,
  type TaskFilter,
} from './tasks.repo.ts'

/** Values that name a kind of answer instead of an option. */
const KINDS: Readonly<Record<string, AnswerStatus>> = {
  __valid: 'valid',
  __dont_know: 'dont_know',
  __refused: 'refused',
  __invalid: 'invalid',
}

/** @throws EngineError `not_found` */
export async function getTask(db: ReadDb, tenantId: TenantId, taskId: TaskId): Promise<Task> {
  const task = await findTask(db, tenantId, taskId)
  if (!task) throw new EngineError('not_found', `No task ${taskId}`)
  return task
}

/** Tasks of a run in planned order; with a question and value, those behind one bar. */
export async function listTasks(
  db: ReadDb,
  tenantId: TenantId,
  runId: RunId,
  query: ListTasksQuery,
): Promise<TaskList> {
  await getRun(db, tenantId, runId)
  const after = query.cursor === undefined ? -1 : Number(decodeCursor(query.cursor)[0])
  const filter: TaskFilter = {
    status: query.status,
    cohortId: query.cohortId,
    condition: query.condition,
    arm: armFilter(query),
    questionId: query.questionId,
    answer: answerFilter(query),
    personaIds: await segmentMembers(db, tenantId, runId, query),
  }
  const rows = await listTaskRows(db, tenantId, runId, filter, { limit: query.limit + 1, after })
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return {
    tasks: await withAnswers(
      db,
      tenantId,
      shown.map(({ task }) => task),
      query.questionId,
    ),
    nextCursor: last && rows.length > query.limit ? encodeCursor([last.position]) : null,
  }
}

export async function getResults(
  db: ReadDb,
  tenantId: TenantId,
  taskId: TaskId,
): Promise<TaskResults> {
  const task = await getTask(db, tenantId, taskId)
  const [manifest, answers] = await Promise.all([
    getManifestHead(db, tenantId, task.runId),
    listTaskAnswers(db, taskId),
  ])
  const variables = variablesIn(manifest.study.design, task.condition)
  return { task, results: wordsOfAnswers(manifest.skill.body.questions, variables, answers) }
}

/** Each task with its answer to a question, in words. */
async function withAnswers(
  db: ReadDb,
  tenantId: TenantId,
  tasks: readonly Task[],
  questionId: string | undefined,
): Promise<Task[]> {
  const [first] = tasks
  if (questionId === undefined || !first) return [...tasks]
  const { study, skill } = await getManifestHead(db, tenantId, first.runId)
  const answers = await listAnswersOf(
    db,
    tasks.map(({ id }) => id),
  )
  return tasks.map((task) => {
    const variables = variablesIn(study.design, task.condition)
    const given = wordsOfAnswers(skill.body.questions, variables, answers.get(task.id) ?? [])
    const found = given.find((answer) => answer.questionId === questionId)
    return found ? { ...task, answer: { status: found.status, words: found.words } } : task
  })
}

/** The transcript, each turn with its prompt and what was recalled for it. */
export async function getTurns(db: ReadDb, tenantId: TenantId, taskId: TaskId): Promise<TaskTurns> {
  const { sessionId } = await getTask(db, tenantId, taskId)
  if (sessionId === null) return { taskId, turns: [] }
  return { taskId, turns: (await getSession(db, tenantId, sessionId)).turns }
}

/** Of each answer whether it parses, how long it is, and what the skill's rules made of it. */
export async function getScores(
  db: ReadDb,
  tenantId: TenantId,
  taskId: TaskId,
): Promise<TaskScores> {
  const { results } = await getResults(db, tenantId, taskId)
  return {
    taskId,
    scores: results.flatMap(({ questionId, status, text, detail }) => {
      const length = countWords(text)
      return [
        {
          questionId,
          evaluation: 'validity' as const,
          ruleId: null,
          name: 'Validity',
          score: status === 'invalid' ? 0 : 1,
          explanation:
            status === 'invalid'
              ? 'The answer did not fit the question after one repair'
              : `The answer was read as ${status.replace('_', ' ')}`,
        },
        {
          questionId,
          evaluation: 'length' as const,
          ruleId: null,
          name: 'Length',
          score: length,
          explanation: `${length} ${length === 1 ? 'word' : 'words'}`,
        },
        ...ruleScores(detail).map(({ type, ...score }) => ({
          questionId,
          evaluation: type,
          ...score,
        })),
      ]
    }),
  }
}

function armFilter({ arm, questionId }: ListTasksQuery): TaskFilter['arm'] {
  if (arm === undefined) return questionId === undefined ? undefined : null
  return arm === 'study' ? null : arm
}

function answerFilter({ questionId, value }: ListTasksQuery): TaskFilter['answer'] {
  if (value === undefined) return undefined
  if (questionId === undefined)
    throw invalidInput([{ path: ['value'], message: 'needs questionId beside it' }], 'query')
  const status = KINDS[value]
  if (status) return { status }
  return { status: 'valid', value }
}

async function segmentMembers(
  db: ReadDb,
  tenantId: TenantId,
  runId: RunId,
  { segmentBy, segmentValue }: ListTasksQuery,
): Promise<PersonaId[] | undefined> {
  if (segmentBy === undefined || segmentValue === undefined) return undefined
  if (!CriterionField.safeParse(segmentBy).success)
    throw invalidInput([{ path: ['segmentBy'], message: 'is not a field of a persona' }], 'query')
  const members = await db
    .selectFrom('run_member')
    .where('run_id', '=', runId)
    .select('persona_id')
    .execute()
  const ids = members.map(({ persona_id: id }) => id as PersonaId)
  const personas = await findPersonas(db, tenantId, ids)
  return ids.filter((id) => {
    const persona = personas.get(id)
    return persona !== undefined && segmentOf(persona, segmentBy) === segmentValue
  })
}
