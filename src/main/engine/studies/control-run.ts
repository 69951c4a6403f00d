import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { Run, RunStatus } from '../../../shared/contract/runs.ts'
import type { WriteDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { getRun } from './get-run.ts'
import type { Runner } from './runner.ts'
import { moveRun } from './runs.repo.ts'
import { moveTasks } from './tasks.repo.ts'

export type ControlDeps = {
  db: WriteDb
  now: () => number
  runner: Pick<Runner, 'wake' | 'interrupt' | 'monitor'>
}

/** What is in hand is finished and kept; nothing new begins. */
export async function pauseRun(deps: ControlDeps, tenantId: TenantId, runId: RunId): Promise<Run> {
  await move(deps, tenantId, runId, ['queued', 'running'], 'paused', 'pause')
  return announce(deps, tenantId, runId)
}

/** Goes on with a paused run, or with one that its budget stopped. */
export async function resumeRun(deps: ControlDeps, tenantId: TenantId, runId: RunId): Promise<Run> {
  await move(deps, tenantId, runId, ['paused'], 'queued', 'resume')
  deps.runner.wake()
  return announce(deps, tenantId, runId)
}

/** Drops what is waiting and interrupts what is in hand; answers already given stay. */
export async function cancelRun(deps: ControlDeps, tenantId: TenantId, runId: RunId): Promise<Run> {
  const open: RunStatus[] = ['queued', 'running', 'paused', 'budget_stopped']
  await move(deps, tenantId, runId, open, 'cancelled', 'cancel')
  deps.runner.interrupt(runId)
  await moveTasks(deps.db, runId, 'queued', 'cancelled', deps.now())
  return announce(deps, tenantId, runId)
}

/** Queues the failed tasks again, and only those. */
export async function retryFailed(
  deps: ControlDeps,
  tenantId: TenantId,
  runId: RunId,
): Promise<Run> {
  const run = await getRun(deps.db, tenantId, runId)
  if (run.tasks.failed === 0)
    throw new EngineError('conflict', `Run ${run.number} has no failed tasks`)
  if (run.status === 'cancelled')
    throw new EngineError('conflict', `Run ${run.number} was cancelled; launch the study again`)
  await moveTasks(deps.db, runId, 'failed', 'queued', deps.now())
  await moveRun(deps.db, runId, ['succeeded', 'failed'], 'queued', deps.now())
  deps.runner.wake()
  return announce(deps, tenantId, runId)
}

async function move(
  { db, now }: ControlDeps,
  tenantId: TenantId,
  runId: RunId,
  from: readonly RunStatus[],
  to: RunStatus,
  verb: string,
): Promise<void> {
  const run = await getRun(db, tenantId, runId)
  if (await moveRun(db, runId, from, to, now())) return
  throw new EngineError('conflict', `Cannot ${verb} run ${run.number}: it is ${run.status}`)
}

async function announce({ db, runner }: ControlDeps, tenantId: TenantId, runId: RunId) {
  runner.monitor.changed(runId)
  return getRun(db, tenantId, runId)
}
