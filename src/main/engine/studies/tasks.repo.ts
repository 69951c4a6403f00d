import { sql, type Selectable } from 'kysely'
import type { PersonaId, RunId, TaskId, TenantId } from '../../../shared/contract/ids.ts'
import type { ArmProgress } from '../../../shared/contract/arms.ts'
import { Answer, Task, type AnswerValue } from '../../../shared/contract/runs.ts'
import { compileOnce, insertRow } from '../db/compile-once.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { readInterval } from '../domain/evidence/histogram.ts'
import type { TaskAnswerTable, TaskTable } from './studies.table.ts'

export type TaskRow = Selectable<TaskTable>
export type Claim = { readonly owner: string; readonly leaseUntil: number; readonly now: number }

/**
 * Takes the next due tasks of an open run, in order; none when none is due, or when the run was
 * paused or cancelled since it was looked at.
 */
export async function claimTasks(
  db: WriteDb,
  runId: RunId,
  { owner, leaseUntil, now }: Claim,
  most: number,
): Promise<TaskRow[]> {
  const rows = await db
    .updateTable('task')
    .set((eb) => ({
      status: 'running',
      lease_owner: owner,
      lease_until: leaseUntil,
      attempts: eb('attempts', '+', 1),
    }))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('task')
        .where('run_id', '=', runId)
        .where('status', '=', 'queued')
        .where('next_attempt_at', '<=', now)
        .orderBy('position')
        .limit(most)
        .select('id'),
    )
    .where('run_id', 'in', (eb) =>
      eb
        .selectFrom('run')
        .where('id', '=', runId)
        .where('status', 'in', ['queued', 'running'])
        .select('id'),
    )
    .returningAll()
    .execute()
  return rows.toSorted((a, b) => a.position - b.position)
}

/** Says that this process still works on its tasks. */
export async function renewLeases(db: WriteDb, owner: string, leaseUntil: number): Promise<void> {
  await db
    .updateTable('task')
    .set({ lease_until: leaseUntil })
    .where('status', '=', 'running')
    .where('lease_owner', '=', owner)
    .execute()
}

export type Settlement = {
  readonly owner: string
  readonly status: 'succeeded' | 'failed' | 'queued' | 'cancelled'
  readonly now: number
  readonly sessionId?: string
  readonly tokensIn?: number
  readonly tokensOut?: number
  /** From claim to answer. */
  readonly durationMs?: number
  readonly error?: { code: string; message: string }
  /** Of a task that goes back: when it is due again. */
  readonly nextAttemptAt?: number
  /** An attempt that was interrupted by us does not count. */
  readonly giveBackAttempt?: boolean
}

/**
 * Ends this owner's hold on a task. False when the task is not this owner's any more: then nothing
 * may be stored for it.
 */
export async function settleTask(
  trx: WriteDb,
  task: Pick<TaskRow, 'id'>,
  settlement: Settlement,
): Promise<boolean> {
  const { owner, status, now, tokensIn = 0, tokensOut = 0 } = settlement
  const { numAffectedRows = 0n } = await updateSettled(trx, {
    id: task.id,
    owner,
    status,
    tokensIn,
    tokensOut,
    durationMs: settlement.durationMs ?? null,
    sessionId: settlement.sessionId ?? null,
    error: settlement.error ? JSON.stringify(settlement.error) : null,
    nextAttemptAt: settlement.nextAttemptAt ?? 0,
    finishedAt: status === 'queued' ? null : now,
    attemptsBack: settlement.giveBackAttempt ? 1 : 0,
  })
  return numAffectedRows > 0n
}

type Settled = Pick<Settlement, 'owner' | 'status'> & {
  readonly id: string
  readonly tokensIn: number
  readonly tokensOut: number
  readonly durationMs: number | null
  readonly sessionId: string | null
  readonly error: string | null
  readonly nextAttemptAt: number
  readonly finishedAt: number | null
  readonly attemptsBack: number
}

const updateSettled = compileOnce((db, settled: Settled) =>
  db
    .updateTable('task')
    .set((eb) => ({
      status: settled.status,
      lease_owner: null,
      lease_until: null,
      tokens_in: eb('tokens_in', '+', settled.tokensIn),
      tokens_out: eb('tokens_out', '+', settled.tokensOut),
      duration_ms: settled.durationMs,
      session_id: settled.sessionId,
      error: settled.error,
      next_attempt_at: settled.nextAttemptAt,
      finished_at: settled.finishedAt,
      attempts: eb('attempts', '-', settled.attemptsBack),
    }))
    .where('id', '=', settled.id)
    .where('status', '=', 'running')
    .where('lease_owner', '=', settled.owner),
)

/** Puts back what a killed process had claimed. */
export async function requeueOrphans(db: WriteDb, owner: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('task')
    .set({ status: 'queued', lease_owner: null, lease_until: null, tokens_reserved: 0 })
    .where('status', '=', 'running')
    .where('lease_owner', 'is not', owner)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Moves every task of a run from one status to another. @returns how many */
export async function moveTasks(
  db: WriteDb,
  runId: RunId,
  from: 'queued' | 'failed',
  to: 'queued' | 'cancelled',
  now: number,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('task')
    .set(
      to === 'queued'
        ? { status: to, attempts: 0, next_attempt_at: 0, error: null, finished_at: null }
        : { status: to, finished_at: now },
    )
    .where('run_id', '=', runId)
    .where('status', '=', from)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** When the next queued task is due, ms; undefined when none is queued. */
export async function findNextDue(db: ReadDb, runId: RunId): Promise<number | undefined> {
  const row = await db
    .selectFrom('task')
    .where('run_id', '=', runId)
    .where('status', '=', 'queued')
    .select(({ fn }) => fn.min<number | null>('next_attempt_at').as('due'))
    .executeTakeFirst()
  return row?.due ?? undefined
}

export async function insertAnswers(
  trx: WriteDb,
  taskId: TaskId,
  answers: readonly Answer[],
): Promise<void> {
  for (const [position, answer] of answers.entries())
    await insertRow(trx, 'task_answer', {
      task_id: taskId,
      question_id: answer.questionId,
      position,
      type: answer.type,
      status: answer.status,
      value: answer.value === null ? null : JSON.stringify(answer.value),
      text: answer.text,
      turn_id: answer.turnId,
      detail: answer.detail ? JSON.stringify(answer.detail) : null,
    })
}

export async function findTask(
  db: ReadDb,
  tenantId: TenantId,
  taskId: TaskId,
): Promise<Task | undefined> {
  const row = await selectTasks(db, tenantId).where('task.id', '=', taskId).executeTakeFirst()
  return row && toTask(row)
}

export type AnswerFilter = {
  readonly questionId: string
  readonly status?: string
  /** What the answer is, names among others or, of a price, reaches; of numbers an interval. */
  readonly value?: string
}

/** What must all hold of a task. */
export type TaskFilter = {
  readonly status?: string | undefined
  /** Null: the study's own; absent: all. */
  readonly arm?: string | null | undefined
  readonly cohortIds: readonly string[]
  /** Null: some condition, whichever. */
  readonly conditions: readonly (string | null)[]
  readonly answers: readonly AnswerFilter[]
  readonly personaIds?: readonly PersonaId[] | undefined
  readonly taskIds?: readonly string[] | undefined
}

/** In the order they were planned. @param after  position of the last one before */
export async function listTaskRows(
  db: ReadDb,
  tenantId: TenantId,
  runId: RunId,
  filter: TaskFilter,
  { limit, after }: { limit: number; after: number },
): Promise<{ task: Task; position: number }[]> {
  const rows = await selectTasks(db, tenantId)
    .where('task.run_id', '=', runId)
    .where('task.position', '>', after)
    .where(matches(filter))
    .orderBy('task.position')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ task: toTask(row), position: row.position }))
}

export async function countTasks(
  db: ReadDb,
  tenantId: TenantId,
  runId: RunId,
  filter: TaskFilter,
): Promise<number> {
  const { count } = await db
    .selectFrom('task')
    .where('task.tenant_id', '=', tenantId)
    .where('task.run_id', '=', runId)
    .where(matches(filter))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function matches(filter: TaskFilter) {
  const { status, arm, cohortIds, conditions, answers, personaIds, taskIds } = filter
  const among = (column: string, ids: readonly string[] | undefined) =>
    ids === undefined
      ? []
      : [sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(ids)}))`]
  const all = [
    ...(status === undefined ? [] : [sql<boolean>`task.status = ${status}`]),
    ...(arm === undefined ? [] : [sql<boolean>`task.arm is ${arm}`]),
    ...cohortIds.map((id) => sql<boolean>`task.cohort_id = ${id}`),
    ...conditions.map((id) =>
      id === null ? sql<boolean>`task.condition is not null` : sql<boolean>`task.condition = ${id}`,
    ),
    ...among('task.persona_id', personaIds),
    ...among('task.id', taskIds),
    ...answers.map(hasAnswer),
  ]
  return all.length === 0 ? sql<boolean>`true` : sql.join<boolean>(all, sql` and `)
}

function hasAnswer({ questionId, status, value }: AnswerFilter) {
  return sql<boolean>`exists (select 1 from task_answer
    where task_answer.task_id = task.id and task_answer.question_id = ${questionId}
    ${status === undefined ? sql`` : sql`and task_answer.status = ${status}`}
    ${value === undefined ? sql`` : sql`and ${isBehind(value)}`})`
}

/**
 * Holds for answers behind a mark. A point is stored as a number and an option as a text, so either
 * is looked for; of several options chosen it is one; a price is accepted by who accepts more; a
 * number lies in an interval.
 */
function isBehind(value: string) {
  const amount = /^-?\d+(\.\d+)?$/.test(value) ? value : null
  const interval = readInterval(value)
  if (interval) {
    const { from, to, isClosed } = interval
    const number = sql`json_extract(task_answer.value, '$')`
    return sql<boolean>`(task_answer.type = 'numeric' and ${number} >= ${from}
      and ${isClosed ? sql`${number} <= ${to}` : sql`${number} < ${to}`})`
  }
  return sql<boolean>`case task_answer.type
    when 'multi' then exists
      (select 1 from json_each(task_answer.value) as chosen where chosen.value = ${value})
    when 'price' then json_extract(task_answer.value, '$.highest') >= ${Number(amount)}
    else task_answer.value in (${JSON.stringify(value)}, ${amount}) end`
}

/** How far what runs beside the study is, in the order it is asked. */
export async function countArms(db: ReadDb, runId: RunId): Promise<ArmProgress[]> {
  const rows = await db
    .selectFrom('task')
    .where('run_id', '=', runId)
    .where('arm', 'is not', null)
    .groupBy('arm')
    .select([
      'arm',
      sql<number>`count(*)`.as('total'),
      sql<number>`sum(status = 'succeeded')`.as('succeeded'),
      sql<number>`sum(status = 'failed')`.as('failed'),
    ])
    .orderBy(sql`min(position)`)
    .execute()
  return rows.map(({ arm, ...counts }) => ({ arm: arm!, ...counts }))
}

/** What a question was answered with, where that counts. */
export async function listAnswerValues(
  db: ReadDb,
  runId: RunId,
  questionId: string,
): Promise<{ taskId: string; value: AnswerValue }[]> {
  const rows = await db
    .selectFrom('task')
    .innerJoin('task_answer as answer', 'answer.task_id', 'task.id')
    .where('task.run_id', '=', runId)
    .where('answer.question_id', '=', questionId)
    .where('answer.status', '=', 'valid')
    .where('answer.value', 'is not', null)
    .select(['task.id as taskId', 'answer.value'])
    .execute()
  return rows.map(({ taskId, value }) => ({ taskId, value: JSON.parse(value!) as AnswerValue }))
}

export async function listTaskAnswers(db: ReadDb, taskId: TaskId): Promise<Answer[]> {
  return (await listAnswersOf(db, [taskId])).get(taskId) ?? []
}

/** Answers of each task in the order they were given; of a task without any, nothing. */
export async function listAnswersOf(
  db: ReadDb,
  taskIds: readonly TaskId[],
): Promise<ReadonlyMap<TaskId, Answer[]>> {
  const rows = await db
    .selectFrom('task_answer')
    .selectAll()
    .where('task_id', 'in', taskIds)
    .orderBy('position')
    .execute()
  const byTask = new Map<TaskId, Answer[]>()
  for (const row of rows) {
    const taskId = row.task_id as TaskId
    const answers = byTask.get(taskId) ?? []
    byTask.set(taskId, answers)
    answers.push(toAnswer(row))
  }
  return byTask
}

function toAnswer(row: Selectable<TaskAnswerTable>): Answer {
  return Answer.parse({
    questionId: row.question_id,
    type: row.type,
    status: row.status,
    value: row.value === null ? null : JSON.parse(row.value),
    text: row.text,
    turnId: row.turn_id,
    ...(row.detail !== null && { detail: JSON.parse(row.detail) }),
  })
}

function selectTasks(db: ReadDb, tenantId: TenantId) {
  return db
    .selectFrom('task')
    .innerJoin('persona', 'persona.id', 'task.persona_id')
    .innerJoin('run_member as member', (join) =>
      join
        .onRef('member.run_id', '=', 'task.run_id')
        .onRef('member.persona_id', '=', 'task.persona_id'),
    )
    .where('task.tenant_id', '=', tenantId)
    .selectAll('task')
    .select(['persona.first_name', 'persona.last_name', 'member.weight'])
}

type NamedTaskRow = TaskRow & { first_name: string; last_name: string; weight: number }

function toTask(row: NamedTaskRow): Task {
  return Task.parse({
    id: row.id,
    runId: row.run_id,
    personaId: row.persona_id,
    personaName: row.arm === 'no-persona' ? 'No persona' : `${row.first_name} ${row.last_name}`,
    cohortId: row.cohort_id,
    condition: row.condition,
    conditionOrder: row.condition_order,
    replicate: row.replicate,
    arm: row.arm,
    status: row.status,
    attempts: row.attempts,
    error: row.error === null ? null : JSON.parse(row.error),
    sessionId: row.session_id,
    weight: row.weight,
    createdAt: new Date(row.created_at).toISOString(),
    finishedAt: row.finished_at === null ? null : new Date(row.finished_at).toISOString(),
  })
}
