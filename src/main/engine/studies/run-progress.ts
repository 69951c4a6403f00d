import { setTimeout as sleep } from 'node:timers/promises'
import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { RunConcurrency, RunProgress } from '../../../shared/contract/runs.ts'
import type { ReadDb } from '../db/schema.ts'
import type { ServerEvent } from '../prompting/event-stream.ts'
import { getRun } from './get-run.ts'
import type { RunMonitor } from './run-monitor.ts'
import { groupErrors } from './run-errors.ts'
import { countArms } from './tasks.repo.ts'

type ProgressDeps = {
  db: ReadDb
  runner: { monitor: RunMonitor; concurrency: (runId: RunId) => RunConcurrency | null }
}

const OVER = new Set(['succeeded', 'failed', 'cancelled', 'budget_stopped'])
/** At most four events a second: a screen shows no more. */
const PAUSE_MS = 250
/** Without news the pace still changes: time passes. */
const QUIET_MS = 2_000

/** @throws EngineError `not_found` */
export async function getProgress(
  { db, runner }: ProgressDeps,
  tenantId: TenantId,
  runId: RunId,
): Promise<RunProgress> {
  const run = await getRun(db, tenantId, runId)
  const waiting = run.status === 'running' ? run.tasks.queued + run.tasks.running : 0
  const concurrency = run.status === 'running' ? runner.concurrency(runId) : null
  return {
    run,
    ...runner.monitor.pace(runId, waiting, concurrency),
    concurrency,
    arms: await countArms(db, runId),
    errors: await groupErrors(db, runId),
  }
}

/** `progress` events: one at once, one after each change, the last one when the run is over. */
export async function* progressEvents(
  deps: ProgressDeps,
  tenantId: TenantId,
  runId: RunId,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent, void, undefined> {
  let news = Promise.withResolvers<void>()
  const unsubscribe = deps.runner.monitor.subscribe(runId, () => news.resolve())
  try {
    while (!signal.aborted) {
      const progress = await getProgress(deps, tenantId, runId)
      yield { event: 'progress', data: progress }
      if (OVER.has(progress.run.status)) return
      await sleep(PAUSE_MS)
      await Promise.race([news.promise, sleep(QUIET_MS, undefined, { ref: false })])
      news = Promise.withResolvers<void>()
    }
  } finally {
    unsubscribe()
  }
}
