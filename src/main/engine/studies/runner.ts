import { setImmediate } from 'node:timers/promises'
import type { RunId } from '../../../shared/contract/ids.ts'
import type { RunConcurrency, RunStatus } from '../../../shared/contract/runs.ts'
import { createGroupCommit } from '../db/group-commit.ts'
import type { LogSync } from '../db/log-sync.ts'
import { relaxedTransaction } from '../db/relaxed.ts'
import type { WriteDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import { createEndpointGates } from '../models/endpoint-gates.ts'
import type { TurnDeps } from '../prompting/turn.ts'
import type { Limits } from '../tenancy/limits.ts'
import type { FindModel } from './create-study.ts'
import type { TaskUsage } from './metered-model.ts'
import { getManifestHead } from './manifest.ts'
import { rememberLater } from './remember-run.ts'
import { gatesOf, loadRunContext, type RunContext } from './run-context.ts'
import { loseReservations, NOTHING, type Cap } from './run-ledger.ts'
import { createRunMonitor, type RunMonitor } from './run-monitor.ts'
import { createPatternMatcher } from './match-pattern.ts'
import { createTaskWorker, findPeople, type TaskInHand } from './run-task.ts'
import { listOpenRuns, moveRun, type OpenRun } from './runs.repo.ts'
import { claimTasks, findNextDue, renewLeases, requeueOrphans } from './tasks.repo.ts'

/** A longer one would go off at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1
const LEASE_MS = 10 * 60_000
const RENEW_MS = 60_000

export type RunnerDeps = Omit<TurnDeps, 'db'> & {
  readonly db: WriteDb
  readonly logSync: LogSync
  /** Names this process among those that worked on the workspace. */
  readonly owner: string
  readonly findModel: FindModel
  readonly limits: Pick<Limits, 'settle'>
  readonly jobs: Pick<JobQueue, 'register' | 'enqueue' | 'list'>
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
  /** A new cap counts at once for a run that is in hand. */
  setCap(runId: RunId, cap: Cap): void
  /** How much the endpoint of a run is given; null where nothing of it runs here. */
  concurrency(runId: RunId): RunConcurrency | null
}

type Active = {
  readonly runId: RunId
  readonly abort: AbortController
  readonly usage: TaskUsage
  done: Promise<void>
}

/** Tasks worth a claim of their own, where there is room for so many in all. */
const leastClaim = (places: number) => Math.ceil(places / 24)

/** Works on the tasks of all open runs, a fair share each, until stopped. */
export function createRunner(deps: RunnerDeps): Runner {
  const { db, now, owner } = deps
  const active = new Map<string, Active>()
  const contexts = new Map<RunId, Promise<RunContext>>()
  const loaded = new Map<RunId, RunContext>()
  const monitor = createRunMonitor(now)
  const commit = createGroupCommit(db, deps.logSync)
  const gates = createEndpointGates(now)
  const patterns = createPatternMatcher()
  const tasks = createTaskWorker({ ...deps, commit, monitor, patterns })
  let isRunning = false
  let isPumping = false
  let isWoken = false
  let timer: NodeJS.Timeout | undefined
  let renewal: NodeJS.Timeout | undefined

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
      forgetOthers(runs)
      let due = Number.POSITIVE_INFINITY
      for (const run of runs) due = Math.min(due, await fill(run))
      if (Number.isFinite(due))
        timer = setTimeout(wake, Math.min(LONGEST_TIMER_MS, Math.max(5, due - now()))).unref()
      await setImmediate()
    }
  }

  /** Runs that were paused, cancelled or put in the trash take no share of an endpoint. */
  function forgetOthers(open: readonly OpenRun[]): void {
    for (const id of loaded.keys())
      if (!open.some((run) => run.id === id) && inHandOf(id).length === 0) forget(id)
  }

  function forget(runId: RunId): void {
    const context = loaded.get(runId)
    for (const gate of context ? gatesOf(context) : []) gate.dismiss(runId)
    contexts.delete(runId)
    loaded.delete(runId)
  }

  const inHandOf = (runId: RunId) => [...active.values()].filter((one) => one.runId === runId)

  /** Starts tasks up to the run's share. @returns when the next one is due, or infinity */
  async function fill(run: OpenRun): Promise<number> {
    if (run.status === 'queued') {
      await moveRun(db, run.id, ['queued'], 'running', now())
      monitor.started(run.id)
    }
    const context = await contextOf(run)
    if (!context) return Number.POSITIVE_INFINITY
    const inHand = inHandOf(run.id)
    const places = context.gate.roomFor(run.id)
    const most = places - inHand.length
    // A claim costs as much for one as for ten. Whatever is in hand wakes us again.
    if (most < leastClaim(places) && inHand.length > 0) return Number.POSITIVE_INFINITY
    const room = roomInBudget(context, inHand, most)
    if (room === 0) {
      const isFull = context.isFull || (most > 0 && inHand.length === 0)
      if (isFull && inHand.length === 0) await stopAtBudget(run, context)
      return Number.POSITIVE_INFINITY
    }
    const claim = { owner, leaseUntil: now() + LEASE_MS, now: now() }
    // A claim that a power cut undoes is made again: it need not wait for the disk.
    const claimed = await relaxedTransaction(db, (trx) => claimTasks(trx, run.id, claim, room))
    const people = await findPeople(db, run, claimed)
    for (const task of claimed) begin({ run, context, task, ...people.get(task.persona_id) })
    return claimed.length === 0 && inHandOf(run.id).length === 0
      ? settleRun(run)
      : Number.POSITIVE_INFINITY
  }

  /** Up to `most` tasks whose most would still fit the budget beside those in hand. */
  function roomInBudget(context: RunContext, inHand: readonly Active[], most: number): number {
    if (context.isFull) return 0
    const { ledger, mostOfTask } = context
    const promised = inHand.reduce(
      (sum, { usage }) => sum + Math.max(0, mostOfTask - usage.spent.tokensOut),
      0,
    )
    let room = 0
    const fits = () =>
      ledger.hasRoom({ tokensIn: 0, tokensOut: promised + (room + 1) * mostOfTask })
    while (room < most && fits()) room += 1
    return room
  }

  async function stopAtBudget(run: OpenRun, { ledger }: RunContext): Promise<void> {
    // Whatever is waiting, there is no room for it; without anything waiting the run is over.
    const due = await findNextDue(db, run.id)
    if (due === undefined) await settleRun(run)
    else await finish(run, 'budget_stopped', ledger.describeCap())
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
    await db.transaction().execute(async (trx) => {
      await moveRun(trx, run.id, ['queued', 'running'], status, now(), reason)
      if (status === 'succeeded') await rememberIfWanted(run, trx)
    })
    forget(run.id)
    monitor.ended(run.id)
  }

  async function rememberIfWanted(run: OpenRun, trx: WriteDb): Promise<void> {
    const { study } = await getManifestHead(trx, run.tenantId, run.id)
    if (!study.design.remember) return
    const { succeeded } = await trx
      .selectFrom('run')
      .where('id', '=', run.id)
      .select('tasks_succeeded as succeeded')
      .executeTakeFirstOrThrow()
    await rememberLater(deps, { ...run, succeeded }, trx)
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
    const context = await loadRunContext({ ...deps, commit, gates }, run)
    for (const gate of gatesOf(context)) gate.admit(run.id, run.maxConcurrency)
    loaded.set(run.id, context)
    return context
  }

  function begin(claimed: Omit<TaskInHand, 'usage'>): void {
    const { run, task } = claimed
    const abort = new AbortController()
    const usage: TaskUsage = { spent: NOTHING, calls: 0, fromCache: 0 }
    const entry: Active = { runId: run.id, abort, usage, done: Promise.resolve() }
    active.set(task.id, entry)
    entry.done = tasks
      .work({ ...claimed, usage }, abort.signal)
      .catch(deps.logError)
      .finally(() => {
        active.delete(task.id)
        wake()
      })
  }

  return {
    monitor,
    wake,
    async start() {
      isRunning = true
      await loseReservations(db)
      await requeueOrphans(db, owner)
      renewal = setInterval(() => {
        void renewLeases(db, owner, now() + LEASE_MS).catch(deps.logError)
      }, RENEW_MS).unref()
      wake()
    },
    async stop() {
      isRunning = false
      clearTimeout(timer)
      clearInterval(renewal)
      for (const { abort } of active.values()) abort.abort()
      await Promise.all([...active.values()].map(({ done }) => done))
      while (isPumping) await setImmediate()
      await patterns.end()
    },
    interrupt(runId) {
      for (const entry of inHandOf(runId)) entry.abort.abort()
    },
    setCap(runId, cap) {
      const context = loaded.get(runId)
      if (!context) return
      context.ledger.setCap(cap)
      context.isFull = false
    },
    concurrency: (runId) => loaded.get(runId)?.gate.describe(runId) ?? null,
  }
}
