import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { SessionId, type PersonaId, type RunId, type TaskId } from '../../../shared/contract/ids.ts'
import type { RunStatus } from '../../../shared/contract/runs.ts'
import type { WriteDb } from '../db/schema.ts'
import { uniform } from '../domain/random.ts'
import { EngineError, isAbort } from '../errors.ts'
import type { ChatModel } from '../models/chat-model.ts'
import { findPersonas } from '../personas/find-personas.ts'
import { maxTokensOf } from '../prompting/generate-turn.ts'
import { insertTurns } from '../prompting/persist-turn.ts'
import type { TurnDeps } from '../prompting/turn.ts'
import type { Limits } from '../tenancy/limits.ts'
import { askTask, type AskedTask } from './ask-task.ts'
import type { FindModel } from './create-study.ts'
import { getManifestHead, type ManifestHead } from './manifest.ts'
import { createRunMonitor, type RunMonitor } from './run-monitor.ts'
import { findMember, listOpenRuns, moveRun, type OpenRun } from './runs.repo.ts'
import {
  claimTask,
  findNextDue,
  insertAnswers,
  requeueOrphans,
  settleTask,
  type Settlement,
  type TaskRow,
} from './tasks.repo.ts'

const MAX_ATTEMPTS = 5
const FIRST_BACKOFF_MS = 1_000
const MAX_BACKOFF_MS = 60_000
const LEASE_MS = 10 * 60_000
const RETRYABLE = new Set(['rate_limited', 'model_failed', 'model_timeout', 'unavailable'])

export type RunnerDeps = Omit<TurnDeps, 'db'> & {
  readonly db: WriteDb
  /** Names this process among those that worked on the workspace. */
  readonly owner: string
  readonly findModel: FindModel
  readonly limits: Pick<Limits, 'settle'>
  readonly logError: (error: unknown) => void
}

export type Runner = {
  readonly monitor: RunMonitor
  /** Takes up what an earlier process left. */
  start(): Promise<void>
  /** Interrupts what is in hand; it goes back to the queue. */
  stop(): Promise<void>
  /** There may be work. */
  wake(): void
  /** Interrupts the tasks of one run that are in hand. */
  interrupt(runId: RunId): void
}

type Active = { readonly runId: RunId; readonly abort: AbortController; done: Promise<void> }
/** What stays the same for all tasks of a run. */
type RunContext = { readonly manifest: ManifestHead; readonly model: ChatModel }

/** Works on the tasks of all open runs, a fair share each, until stopped. */
export function createRunner(deps: RunnerDeps): Runner {
  const { db, now, owner } = deps
  const active = new Map<string, Active>()
  const contexts = new Map<RunId, Promise<RunContext>>()
  const monitor = createRunMonitor(now)
  let isRunning = false
  let isPumping = false
  let isWoken = false
  let timer: NodeJS.Timeout | undefined

  function wake(): void {
    if (!isRunning) return
    isWoken = true
    if (isPumping) return
    isPumping = true
    void pump()
      .catch(deps.logError)
      .finally(() => {
        isPumping = false
        // Woken between the last look and here: look again.
        if (isWoken) wake()
      })
  }

  async function pump(): Promise<void> {
    while (isWoken && isRunning) {
      isWoken = false
      clearTimeout(timer)
      const runs = await listOpenRuns(db)
      let due = Number.POSITIVE_INFINITY
      for (const run of runs) due = Math.min(due, await fill(run))
      if (Number.isFinite(due)) timer = setTimeout(wake, Math.max(5, due - now())).unref()
      await setImmediate()
    }
  }

  /** Starts tasks up to the run's share. @returns when the next one is due, or infinity */
  async function fill(run: OpenRun): Promise<number> {
    const inHand = () => [...active.values()].filter(({ runId }) => runId === run.id).length
    if (run.status === 'queued') {
      await moveRun(db, run.id, ['queued'], 'running', now())
      monitor.started(run.id)
    }
    while (isRunning && inHand() < run.maxConcurrency) {
      const context = await contextOf(run)
      if (!context) return Number.POSITIVE_INFINITY
      const reserve = await reserveFor(run, context)
      if (reserve === 'wait') return Number.POSITIVE_INFINITY
      if (reserve === 'stop') {
        if (inHand() === 0) await finish(run, 'budget_stopped', budgetReason(context))
        return Number.POSITIVE_INFINITY
      }
      const task = await claimTask(
        db,
        run.id,
        { owner, leaseUntil: now() + LEASE_MS, now: now() },
        reserve,
      )
      if (!task) return inHand() === 0 ? settleRun(run) : Number.POSITIVE_INFINITY
      begin(run, context, task)
    }
    return Number.POSITIVE_INFINITY
  }

  /** Nothing is in hand and nothing was due: the run is over, or waits for a retry. */
  async function settleRun(run: OpenRun): Promise<number> {
    const due = await findNextDue(db, run.id)
    if (due !== undefined) return due
    const counts = await db
      .selectFrom('run')
      .where('id', '=', run.id)
      .select(['tasks_succeeded as succeeded', 'tasks_failed as failed'])
      .executeTakeFirstOrThrow()
    const failed = counts.failed
    const reason = failed > 0 ? `${failed} ${failed === 1 ? 'task' : 'tasks'} failed` : null
    await finish(run, counts.succeeded === 0 && failed > 0 ? 'failed' : 'succeeded', reason)
    return Number.POSITIVE_INFINITY
  }

  async function finish(run: OpenRun, status: RunStatus, reason: string | null): Promise<void> {
    await moveRun(db, run.id, ['queued', 'running'], status, now(), reason)
    contexts.delete(run.id)
    monitor.changed(run.id)
  }

  /** Undefined, and the run failed, when its model is not configured any more. */
  async function contextOf(run: OpenRun): Promise<RunContext | undefined> {
    const known = contexts.get(run.id) ?? loadContext(run)
    contexts.set(run.id, known)
    try {
      return await known
    } catch (error) {
      contexts.delete(run.id)
      if (!(error instanceof EngineError)) throw error
      await finish(run, 'failed', error.message)
      return undefined
    }
  }

  async function loadContext(run: OpenRun): Promise<RunContext> {
    const manifest = await getManifestHead(db, run.tenantId, run.id)
    const model = await deps.findModel(run.tenantId, manifest.model.name)
    if (!model)
      throw new EngineError(
        'invalid_input',
        `The model "${manifest.model.name}" is not configured in this workbench`,
      )
    return { manifest, model }
  }

  /** Tokens to set aside for the next task: the most it can take. Zero without a budget. */
  async function reserveFor(
    run: OpenRun,
    { manifest }: RunContext,
  ): Promise<number | 'wait' | 'stop'> {
    const { budgetTokens } = manifest.study.design
    if (budgetTokens === undefined) return 0
    const most = mostTokens(manifest)
    const { spent, held } = await db
      .selectFrom('run')
      .where('id', '=', run.id)
      .select(['tokens_out as spent', 'tokens_reserved as held'])
      .executeTakeFirstOrThrow()
    if (spent + held + most <= budgetTokens) return most
    const isBusy = [...active.values()].some(({ runId }) => runId === run.id)
    return isBusy ? 'wait' : 'stop'
  }

  function begin(run: OpenRun, context: RunContext, task: TaskRow): void {
    const abort = new AbortController()
    const entry: Active = { runId: run.id, abort, done: Promise.resolve() }
    active.set(task.id, entry)
    entry.done = work(run, context, task, abort.signal)
      .catch(deps.logError)
      .finally(() => {
        active.delete(task.id)
        wake()
      })
  }

  async function work(
    run: OpenRun,
    context: RunContext,
    task: TaskRow,
    signal: AbortSignal,
  ): Promise<void> {
    const startedAt = now()
    await setImmediate()
    try {
      const asked = await askOne(run, context, task, signal)
      signal.throwIfAborted()
      await commit(run, task, asked, now() - startedAt)
    } catch (error) {
      await giveUp(run, task, error, signal)
    }
  }

  async function askOne(
    run: OpenRun,
    { manifest, model }: RunContext,
    task: TaskRow,
    signal: AbortSignal,
  ): Promise<{ asked: AskedTask; personaName: string }> {
    const personaId = task.persona_id as PersonaId
    const [persona, member] = await Promise.all([
      findPersonas(db, run.tenantId, [personaId]).then((found) => found.get(personaId)),
      findMember(db, run.id, personaId),
    ])
    if (!persona || !member)
      throw new EngineError('not_found', 'The persona is in the trash: restore it and retry')
    const asked = await askTask(
      deps,
      {
        tenantId: run.tenantId,
        persona,
        manifest,
        model,
        unitKey: task.unit_key,
        condition: task.condition,
        replicate: task.replicate,
        lastSequence: member.lastSequence,
      },
      signal,
    )
    return { asked, personaName: `${persona.firstName} ${persona.lastName}` }
  }

  /** Session, turns, answers and the task's state in one transaction, or none of them. */
  async function commit(
    run: OpenRun,
    task: TaskRow,
    { asked, personaName }: { asked: AskedTask; personaName: string },
    durationMs: number,
  ): Promise<void> {
    const taskId = task.id as TaskId
    const personaId = task.persona_id as PersonaId
    const sessionId = SessionId.parse(randomUUID())
    const tokensIn = asked.turns.reduce((sum, turn) => sum + turn.tokensIn, 0)
    const tokensOut = asked.turns.reduce((sum, turn) => sum + turn.tokensOut, 0)
    const isOurs = await db.transaction().execute(async (trx) => {
      const settlement = {
        owner,
        status: 'succeeded',
        now: now(),
        sessionId,
        tokensIn,
        tokensOut,
      } as const
      if (!(await settleTask(trx, task, settlement))) return false
      const { tenantId } = run
      const title = `Run ${run.number}`
      const spec = { sessionId, kind: 'study', title, personaId, tenantId } as const
      const turnIds = await insertTurns(trx, spec, asked.turns, now())
      const answers = asked.answers.map(({ turn, ...answer }) => ({
        ...answer,
        turnId: turnIds[turn]!,
      }))
      await insertAnswers(trx, taskId, answers)
      return true
    })
    if (!isOurs) return
    await deps.limits.settle(run.tenantId, tokensOut)
    const last = asked.answers.at(-1)
    const latest = last
      ? [{ taskId, personaId, personaName, questionId: last.questionId, text: last.text }]
      : []
    monitor.finished(run.id, durationMs, latest)
  }

  async function giveUp(
    run: OpenRun,
    task: TaskRow,
    error: unknown,
    signal: AbortSignal,
  ): Promise<void> {
    if (signal.aborted || isAbort(error)) {
      const { status } = await db
        .selectFrom('run')
        .where('id', '=', run.id)
        .select('status')
        .executeTakeFirstOrThrow()
      const next = status === 'cancelled' ? 'cancelled' : 'queued'
      await settle(task, { owner, status: next, now: now(), giveBackAttempt: true })
      monitor.changed(run.id)
      return
    }
    const expected = error instanceof EngineError
    if (!expected) deps.logError(error)
    const failure = expected
      ? { code: error.code, message: error.message }
      : { code: 'internal', message: 'Something went wrong in the workbench; its log says what' }
    const again = expected && RETRYABLE.has(error.code) && task.attempts < MAX_ATTEMPTS
    await settle(
      task,
      again
        ? {
            owner,
            status: 'queued',
            now: now(),
            error: failure,
            nextAttemptAt: now() + backoff(task, error),
          }
        : { owner, status: 'failed', now: now(), error: failure },
    )
    monitor.changed(run.id)
  }

  async function settle(task: TaskRow, settlement: Settlement): Promise<void> {
    await db.transaction().execute((trx) => settleTask(trx, task, settlement))
  }

  return {
    monitor,
    wake,
    async start() {
      isRunning = true
      await requeueOrphans(db, owner)
      wake()
    },
    async stop() {
      isRunning = false
      clearTimeout(timer)
      for (const { abort } of active.values()) abort.abort()
      await Promise.all([...active.values()].map(({ done }) => done))
      while (isPumping) await setImmediate()
    },
    interrupt(runId) {
      for (const entry of active.values()) if (entry.runId === runId) entry.abort.abort()
    },
  }
}

/** Exponential with full jitter, never before the endpoint allows it. */
function backoff(task: TaskRow, error: EngineError): number {
  const most = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (task.attempts - 1))
  const jittered = most * uniform('backoff', task.id, task.attempts)
  return Math.ceil(Math.max(jittered, (error.retryAfterSeconds ?? 0) * 1000))
}

// The longest answers of the most talkative persona, each asked for twice.
function mostTokens({ skill }: ManifestHead): number {
  const talkative = { persona: { communicationStyle: { verbosity: 100 } } } as Parameters<
    typeof maxTokensOf
  >[0]
  return skill.body.questions.length * 2 * maxTokensOf(talkative)
}

function budgetReason({ manifest }: RunContext): string {
  return `The budget of ${manifest.study.design.budgetTokens} tokens would have been exceeded`
}
