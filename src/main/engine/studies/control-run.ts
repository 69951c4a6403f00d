import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { ResumeRunRequest, Run, RunStatus } from '../../../shared/contract/runs.ts'
import type { WriteDb } from '../db/schema.ts'
import { toMicro } from '../domain/studies/money.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { getRun } from './get-run.ts'
import type { Runner } from './runner.ts'
import { moveRun } from './runs.repo.ts'
import { moveTasks } from './tasks.repo.ts'

export type ControlDeps = {
  db: WriteDb
  now: () => number
  runner: Pick<Runner, 'wake' | 'interrupt' | 'monitor' | 'concurrency' | 'setCap'>
}

/** What is in hand is finished and kept; nothing new begins. */
export async function pauseRun(deps: ControlDeps, tenantId: TenantId, runId: RunId): Promise<Run> {
  await move(deps, tenantId, runId, ['queued', 'running'], 'paused', 'pause')
  return announce(deps, tenantId, runId)
}

/**
 * Goes on with a paused run, or with one that its budget stopped, under a higher cap if one is given.
 *
 * @throws EngineError `conflict` when it is neither, `invalid_input` for a cap that is spent already
 *   or in money without a price
 */
export async function resumeRun(
  deps: ControlDeps,
  tenantId: TenantId,
  runId: RunId,
  caps: Omit<ResumeRunRequest, 'tenantId'> = {},
): Promise<Run> {
  const run = await getRun(deps.db, tenantId, runId)
  if (run.status !== 'paused' && run.status !== 'budget_stopped')
    throw new EngineError('conflict', `Cannot resume run ${run.number}: it is ${run.status}`)
  await raiseCaps(deps, run, caps)
  await move(deps, tenantId, runId, ['paused', 'budget_stopped'], 'queued', 'resume')
  deps.runner.wake()
  return announce(deps, tenantId, runId)
}

async function raiseCaps(
  { db, runner }: ControlDeps,
  { id, spending, tokensOut }: Run,
  { budgetTokens, budgetMoney }: Omit<ResumeRunRequest, 'tenantId'>,
): Promise<void> {
  if (budgetTokens === undefined && budgetMoney === undefined) return
  const wrong = (path: string, message: string) => invalidInput([{ path: [path], message }])
  if (budgetMoney !== undefined && !spending.money)
    throw wrong('budgetMoney', 'needs a model that had a price when the run was launched')
  const spent = tokensOut + spending.lostOut
  if (budgetTokens !== undefined && budgetTokens <= spent)
    throw wrong('budgetTokens', `must be more than the ${spent} tokens that are spent`)
  if (budgetMoney !== undefined && budgetMoney <= spending.money!.amount)
    throw wrong('budgetMoney', `must be more than the ${spending.money!.amount} that are spent`)
  const { budget_tokens: tokens, budget_micro: micro } = await db
    .updateTable('run')
    .set({
      ...(budgetTokens === undefined ? {} : { budget_tokens: budgetTokens }),
      ...(budgetMoney === undefined ? {} : { budget_micro: toMicro(budgetMoney) }),
    })
    .where('id', '=', id)
    .returning(['budget_tokens', 'budget_micro'])
    .executeTakeFirstOrThrow()
  runner.setCap(id, { tokensOut: tokens, micro })
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
