import type { PersonaId, SessionId, TaskId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { GroupCommit } from '../db/group-commit.ts'
import { orderedUuid } from '../db/ordered-uuid.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { uniform } from '../domain/random.ts'
import { castingOf } from '../domain/studies/casting.ts'
import { variablesIn } from '../domain/studies/shown-question.ts'
import { wordsOfAnswers } from '../domain/studies/words-of-answers.ts'
import { EngineError, isAbort } from '../errors.ts'
import { findPersonas } from '../personas/find-personas.ts'
import { insertTurns } from '../prompting/persist-turn.ts'
import type { TurnDeps } from '../prompting/turn.ts'
import type { Limits } from '../tenancy/limits.ts'
import { askTask, type AskedTask } from './ask-task.ts'
import { evaluateAnswers, type EvaluationDeps } from './evaluate-answers.ts'
import { BudgetReached, meterModel, type TaskUsage } from './metered-model.ts'
import { nextTurn } from './next-turn.ts'
import type { RunContext } from './run-context.ts'
import type { RunMonitor } from './run-monitor.ts'
import { findMembers, type OpenRun } from './runs.repo.ts'
import { insertAnswers, settleTask, type Settlement, type TaskRow } from './tasks.repo.ts'

const MAX_ATTEMPTS = 5
const FIRST_BACKOFF_MS = 1_000
const MAX_BACKOFF_MS = 60_000
const RETRYABLE = new Set(['rate_limited', 'model_failed', 'model_timeout', 'unavailable'])
/** Refusals that the same request meets again. */
const FINAL_STATUS = new Set([301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 413, 415, 422])

export type TaskDeps = Omit<TurnDeps, 'db'> &
  EvaluationDeps & {
    readonly db: WriteDb
    readonly owner: string
    readonly commit: GroupCommit
    readonly monitor: RunMonitor
    readonly limits: Pick<Limits, 'settle'>
    readonly logError: (error: unknown) => void
  }

export type TaskInHand = {
  readonly run: OpenRun
  readonly context: RunContext
  readonly task: TaskRow
  /** Undefined while the persona is in the trash. */
  readonly persona?: Persona
  /** The last timeline sequence that exists for the run. */
  readonly lastSequence?: number
  readonly usage: TaskUsage
}

/** Who the tasks are put to, by persona id: one look for all that were claimed together. */
export async function findPeople(
  db: ReadDb,
  run: OpenRun,
  tasks: readonly TaskRow[],
): Promise<Map<string, Required<Pick<TaskInHand, 'persona' | 'lastSequence'>>>> {
  const ids = [...new Set(tasks.map((task) => task.persona_id as PersonaId))]
  if (ids.length === 0) return new Map()
  const [personas, members] = await Promise.all([
    findPersonas(db, run.tenantId, ids),
    findMembers(db, run.id, ids),
  ])
  return new Map(
    ids.flatMap((id) => {
      const [persona, lastSequence] = [personas.get(id), members.get(id)]
      return persona && lastSequence !== undefined ? [[id, { persona, lastSequence }]] : []
    }),
  )
}

/** Asks one claimed task and stores what comes of it, an answer or a reason. */
export function createTaskWorker(deps: TaskDeps) {
  const { db, now, owner, commit, monitor } = deps

  async function work(inHand: TaskInHand, signal: AbortSignal): Promise<void> {
    const startedAt = now()
    await nextTurn()
    try {
      const asked = await askOne(inHand, signal)
      signal.throwIfAborted()
      await keep(inHand, asked, now() - startedAt)
    } catch (error) {
      await giveUp(inHand, error, signal)
    }
  }

  async function askOne(inHand: TaskInHand, signal: AbortSignal) {
    const { run, context, task, persona, lastSequence, usage } = inHand
    if (!persona || lastSequence === undefined)
      throw new EngineError('not_found', 'The persona is in the trash: restore it and retry')
    const { model: cast } = castingOf(context.manifest.robustness, task.arm)
    const answering = (cast !== null && context.others.get(cast)) || context
    const toAsk = {
      tenantId: run.tenantId,
      persona,
      manifest: context.manifest,
      model: meterModel(
        answering.model,
        { ...context, gate: answering.gate, db, now, runId: run.id },
        usage,
      ),
      unitKey: task.unit_key,
      condition: task.condition,
      replicate: task.replicate,
      arm: task.arm,
      lastSequence,
      memory: context.memory,
    }
    const said = await askTask(deps, toAsk, signal)
    const asked = await evaluateAnswers(deps, toAsk, said, signal)
    const name = `${persona.firstName} ${persona.lastName}`
    return { asked, personaName: task.arm === 'no-persona' ? 'No persona' : name }
  }

  /** Session, turns, answers and the task's state in one transaction, or none of them. */
  async function keep(
    { run, context, task, usage }: TaskInHand,
    { asked, personaName }: { asked: AskedTask; personaName: string },
    durationMs: number,
  ): Promise<void> {
    const taskId = task.id as TaskId
    const personaId = task.persona_id as PersonaId
    const sessionId = orderedUuid(now()) as SessionId
    const isOurs = await commit(async (trx) => {
      const settlement = {
        owner,
        status: 'succeeded',
        now: now(),
        sessionId,
        durationMs,
        ...usage.spent,
      } as const
      await context.ledger.flush(trx)
      if (!(await settleTask(trx, task, settlement))) return false
      const { tenantId } = run
      const title = `Run ${run.number}${task.arm === null ? '' : `, ${task.arm}`}`
      const spec = {
        sessionId,
        kind: 'study',
        title,
        personaId,
        tenantId,
        isNew: true,
      } as const
      const turnIds = await insertTurns(trx, spec, asked.turns, now())
      const answers = asked.answers.map(({ turn, ...answer }) => ({
        ...answer,
        turnId: turnIds[turn]!,
      }))
      await insertAnswers(trx, taskId, answers)
      await deps.limits.settle(tenantId, usage.spent.tokensOut, trx)
      return true
    })
    if (!isOurs) return
    const { skill, study } = context.manifest
    const variables = variablesIn(study.design, task.condition)
    const last = wordsOfAnswers(skill.body.questions, variables, asked.answers).at(-1)
    // What is said beside the study is nobody's: it would read as the persona's own.
    const latest =
      last && task.arm === null
        ? [
            {
              taskId,
              personaId,
              personaName,
              questionId: last.questionId,
              text: last.text,
              words: last.words,
            },
          ]
        : []
    monitor.finished(run.id, durationMs, latest)
  }

  async function giveUp(inHand: TaskInHand, error: unknown, signal: AbortSignal): Promise<void> {
    const { run, context, task, usage } = inHand
    const { spent } = usage
    if (error instanceof BudgetReached) {
      context.isFull = true
      await settle(inHand, { owner, status: 'queued', now: now(), giveBackAttempt: true, ...spent })
    } else if (signal.aborted || isAbort(error)) {
      const { status } = await db
        .selectFrom('run')
        .where('id', '=', run.id)
        .select('status')
        .executeTakeFirstOrThrow()
      const next = status === 'cancelled' ? 'cancelled' : 'queued'
      await settle(inHand, { owner, status: next, now: now(), giveBackAttempt: true, ...spent })
    } else await settle(inHand, { ...failureOf(task, error), ...spent })
    monitor.changed(run.id)
  }

  function failureOf(task: TaskRow, error: unknown): Settlement {
    const expected = error instanceof EngineError
    if (!expected) deps.logError(error)
    const failure = expected
      ? { code: error.code, message: error.message }
      : { code: 'internal', message: 'Something went wrong in the workbench; its log says what' }
    const base = { owner, now: now(), error: failure }
    if (!expected || !isWorthRetrying(error)) return { ...base, status: 'failed' }
    // Being asked to wait is no fault of the task: the endpoint's gate keeps everybody waiting.
    if (error.code === 'rate_limited')
      return {
        ...base,
        status: 'queued',
        giveBackAttempt: true,
        nextAttemptAt: now() + backoff(task, error),
      }
    if (task.attempts >= MAX_ATTEMPTS) return { ...base, status: 'failed' }
    return { ...base, status: 'queued', nextAttemptAt: now() + backoff(task, error) }
  }

  async function settle({ task, context }: TaskInHand, settlement: Settlement): Promise<void> {
    await commit(async (trx) => {
      await context.ledger.flush(trx)
      await settleTask(trx, task, settlement)
    })
  }

  return { work }
}

function isWorthRetrying({ code, modelStatus }: EngineError): boolean {
  return RETRYABLE.has(code) && !(modelStatus !== undefined && FINAL_STATUS.has(modelStatus))
}

/** Exponential with full jitter (Brooker 2015), never before the endpoint allows it. */
function backoff(task: TaskRow, error: EngineError): number {
  const most = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (task.attempts - 1))
  const jittered = most * uniform('backoff', task.id, task.attempts)
  return Math.ceil(Math.max(jittered, (error.retryAfterSeconds ?? 0) * 1000))
}
