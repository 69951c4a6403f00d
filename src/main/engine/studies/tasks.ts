import type { RunId, TaskId, TenantId } from '../../../shared/contract/ids.ts'
import type {
  AnswerStatus,
  ListTasksQuery,
  Task,
  TaskList,
  TaskResults,
  TaskScores,
  TaskTurn,
  TaskTurns,
} from '../../../shared/contract/runs.ts'
import type { Turn } from '../../../shared/contract/prompts.ts'
import type { ReadDb } from '../db/schema.ts'
import { countWords, ruleScores } from '../domain/skills/evaluation/rule-scores.ts'
import { costMicro, fromMicro, type Price } from '../domain/studies/money.ts'
import { variablesIn } from '../domain/studies/shown-question.ts'
import { wordsOfAnswers } from '../domain/studies/words-of-answers.ts'
import { EngineError } from '../errors.ts'
import type { AnalystDeps } from '../evidence/ask-about-run.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { getSession } from '../prompting/sessions.ts'
import { getRun } from './get-run.ts'
import { getManifestHead } from './manifest.ts'
import { findPrice } from './runs.repo.ts'
import { taskFilter } from './task-filter.ts'
import { countTasks, findTask, listAnswersOf, listTaskAnswers, listTaskRows } from './tasks.repo.ts'

/** @throws EngineError `not_found` */
export async function getTask(db: ReadDb, tenantId: TenantId, taskId: TaskId): Promise<Task> {
  const task = await findTask(db, tenantId, taskId)
  if (!task) throw new EngineError('not_found', `No task ${taskId}`)
  return task
}

/** Tasks of a run in planned order; with a question and value, those behind one bar. */
export async function listTasks(
  deps: AnalystDeps,
  tenantId: TenantId,
  runId: RunId,
  query: ListTasksQuery,
): Promise<TaskList> {
  const { db } = deps
  await getRun(db, tenantId, runId)
  const after = query.cursor === undefined ? -1 : Number(decodeCursor(query.cursor)[0])
  const filter = await taskFilter(deps, tenantId, runId, query)
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
    ...(query.cursor === undefined && { total: await countTasks(db, tenantId, runId, filter) }),
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
  const { sessionId, runId } = await getTask(db, tenantId, taskId)
  const { study } = await getManifestHead(db, tenantId, runId)
  const { temperature } = study.design
  if (sessionId === null) return { taskId, temperature, turns: [] }
  const [{ turns }, price] = await Promise.all([
    getSession(db, tenantId, sessionId),
    findPrice(db, runId),
  ])
  return {
    taskId,
    temperature,
    turns: turns.map((turn) => ({ ...turn, cost: costOf(turn, price) })),
  }
}

function costOf(turn: Turn, price: Price | null): TaskTurn['cost'] {
  if (price === null) return null
  const micro = turn.fromCache ? 0 : costMicro(turn, price)
  return { amount: fromMicro(micro), currency: price.currency }
}

const readAs: Readonly<Record<AnswerStatus, string>> = {
  valid: 'The answer was read and counts',
  dont_know: 'The answer was read as “don’t know”',
  refused: 'The answer was read as a refusal',
  invalid: 'The answer did not fit the question after one repair',
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
          explanation: readAs[status],
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
