import type { RunId, StudyId, TenantId } from '../../../shared/contract/ids.ts'
import type { WriteDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { dueTimes } from './cron-times.ts'
import {
  claimFiring,
  findNextAt,
  listDue,
  listUnsettled,
  settleFiring,
  type Firing,
} from './schedules.repo.ts'

/** The machine may sleep, and its clock be set: it is looked at this often at least. */
const LOOK_EVERY_MS = 60_000

export type SchedulerDeps = {
  readonly db: WriteDb
  readonly now: () => number
  readonly logError: (error: unknown) => void
  readonly launch: (
    tenantId: TenantId,
    studyId: StudyId,
    request: { maxConcurrency?: number },
  ) => Promise<{ id: RunId }>
}

export type Scheduler = {
  /** Takes up what an earlier process left, then what is due, then waits. */
  start(): Promise<void>
  /** Launches what is due, now. */
  look(): Promise<void>
  stop(): Promise<void>
}

/**
 * Launches a run whenever a schedule is due. Times missed while the workbench was closed are made up
 * for by one run, that of the last of them.
 */
export function createScheduler(deps: SchedulerDeps): Scheduler {
  const { db, now } = deps
  let timer: NodeJS.Timeout | undefined
  let isRunning = false
  let working: Promise<void> = Promise.resolve()

  // One look at a time: two would launch twice what neither has claimed yet.
  function look(): Promise<void> {
    if (!isRunning) return working
    working = working.then(fireDue).catch(deps.logError).then(wait).catch(deps.logError)
    return working
  }

  async function fireDue(): Promise<void> {
    for (const schedule of await listDue(db, now())) {
      if (!isRunning) return
      const expression = { cron: schedule.cron, timeZone: schedule.time_zone }
      const wasAt = schedule.next_at!
      const { dueAt, missed, nextAt } = dueTimes(expression, wasAt, now())
      const firing: Firing = { scheduleId: schedule.id, dueAt, missed, firedAt: now() }
      if (!(await claimFiring(db, firing, { wasAt, nextAt }))) continue
      await launch(firing, {
        tenantId: schedule.tenant_id,
        studyId: schedule.study_id,
        maxConcurrency: schedule.max_concurrency,
      })
    }
  }

  type Target = { tenantId: string; studyId: string; maxConcurrency: number | null }

  async function launch(firing: Pick<Firing, 'scheduleId' | 'dueAt'>, target: Target) {
    const { tenantId, studyId, maxConcurrency } = target
    try {
      const options = maxConcurrency === null ? {} : { maxConcurrency }
      const { id } = await deps.launch(tenantId as TenantId, studyId as StudyId, options)
      await settleFiring(db, firing, { run_id: id })
    } catch (error) {
      if (!(error instanceof EngineError)) deps.logError(error)
      const message =
        error instanceof EngineError
          ? error.message
          : 'Something went wrong in the workbench; its log says what'
      await settleFiring(db, firing, { error: message })
    }
  }

  async function settleLeft(): Promise<void> {
    for (const { runId, ...left } of await listUnsettled(db)) {
      if (runId === null) await launch(left, left)
      else await settleFiring(db, left, { run_id: runId })
    }
  }

  async function wait(): Promise<void> {
    clearTimeout(timer)
    if (!isRunning) return
    const next = (await findNextAt(db)) ?? Number.POSITIVE_INFINITY
    const delay = Math.min(LOOK_EVERY_MS, Math.max(100, next - now()))
    timer = setTimeout(() => void look(), delay).unref()
  }

  return {
    look,
    async start() {
      isRunning = true
      await settleLeft().catch(deps.logError)
      await look()
    },
    async stop() {
      isRunning = false
      clearTimeout(timer)
      await working
    },
  }
}
