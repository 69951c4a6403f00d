import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { RunId, type TenantId } from '../../../shared/contract/ids.ts'
import type { RunMemories } from '../../../shared/contract/runs.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { toStudyMemory } from '../domain/consolidation/study-memory.ts'
import { fillText } from '../domain/studies/fill-question.ts'
import { valuesFor, variablesIn } from '../domain/studies/shown-question.ts'
import { wordsOfAnswers } from '../domain/studies/words-of-answers.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import { insertPrepared, prepareEntries } from '../memory/append-entries.ts'
import type { EmbeddingModel } from '../models/embedding-model.ts'
import type { Limits } from '../tenancy/limits.ts'
import { getRun } from './get-run.ts'
import { getManifestHead, type ManifestHead } from './manifest.ts'
import { countRemembered, listTasksToRemember, type TaskToRemember } from './remembering.repo.ts'
import { findTask, listTaskAnswers } from './tasks.repo.ts'

const KIND = 'run_memories'
/** Memories per transaction. */
const CHUNK = 20
const Work = z.object({ runId: RunId })

export type RememberDeps = {
  readonly db: WriteDb
  readonly now: () => number
  readonly embedding: EmbeddingModel
  readonly limits: Pick<Limits, 'requireRoom'>
  readonly jobs: Pick<JobQueue, 'register' | 'enqueue' | 'list'>
  /** Told when something was committed that the index should have. */
  readonly vectors: { notify(): void }
}

/**
 * Has what was said in a run remembered, in the transaction that ends it. Asked again after more
 * tasks were answered, it adds those alone.
 */
export async function rememberLater(
  { jobs }: Pick<RememberDeps, 'jobs'>,
  run: { readonly id: RunId; readonly tenantId: TenantId; readonly succeeded: number },
  trx: WriteDb,
): Promise<void> {
  await jobs.enqueue(run.tenantId, KIND, `${run.id}:${run.succeeded}`, { runId: run.id }, trx)
}

/**
 * Teaches the queue to write memories of a run; called once, before it starts. One memory for each
 * session of a first replicate: replicates are a device of the study, nobody lived them.
 */
export function registerRemembering(deps: RememberDeps): void {
  deps.jobs.register(KIND, async (job, { signal }) => {
    const { runId } = Work.parse(job.payload)
    const manifest = await getManifestHead(deps.db, job.tenantId, runId)
    for (let after = -1; ;) {
      signal.throwIfAborted()
      const tasks = await listTasksToRemember(deps.db, runId, { after, limit: CHUNK })
      if (tasks.length === 0) return
      await rememberTasks(deps, job.tenantId, { manifest, runId, tasks }, signal)
      after = tasks.at(-1)!.position
      await setImmediate()
    }
  })
}

/** How far the memories of a run are. @throws EngineError `not_found` */
export async function getRunMemories(
  { db, jobs }: { readonly db: ReadDb; readonly jobs: Pick<JobQueue, 'list'> },
  tenantId: TenantId,
  runId: RunId,
): Promise<RunMemories> {
  const run = await getRun(db, tenantId, runId)
  const { study } = await getManifestHead(db, tenantId, runId)
  if (!study.design.remember) return { state: 'off', written: 0 }
  const written = await countRemembered(db, runId)
  const job = (await jobs.list(tenantId, KIND, 200)).find(
    ({ payload }) => Work.safeParse(payload).data?.runId === run.id,
  )
  return { state: job?.status ?? 'waiting', written }
}

type Chunk = {
  readonly manifest: ManifestHead
  readonly runId: RunId
  readonly tasks: readonly TaskToRemember[]
}

async function rememberTasks(
  deps: RememberDeps,
  tenantId: TenantId,
  { manifest, runId, tasks }: Chunk,
  signal: AbortSignal,
): Promise<void> {
  await deps.limits.requireRoom(tenantId, 'timelineEntries', tasks.length)
  const items = []
  for (const task of tasks) {
    const exchanges = await exchangesOf(deps.db, tenantId, manifest, task)
    if (exchanges.length === 0) continue
    const entry = toStudyMemory({
      exchanges,
      mood: task.mood,
      clock: Date.parse(manifest.clock),
      metadata: { runId, taskId: task.taskId, sessionId: task.sessionId },
    })
    items.push({ tenantId, personaId: task.personaId, entries: [entry], source: 'study' as const })
  }
  const prepared = await prepareEntries(deps, items, signal)
  await deps.db.transaction().execute((trx) => insertPrepared(trx, prepared, deps.now()))
  deps.vectors.notify()
}

/** What was answered, as it was asked: variables filled, refusals and invalid answers left out. */
async function exchangesOf(
  db: ReadDb,
  tenantId: TenantId,
  { skill, study }: ManifestHead,
  { taskId }: TaskToRemember,
): Promise<{ question: string; answer: string }[]> {
  const [task, answers] = await Promise.all([
    findTask(db, tenantId, taskId),
    listTaskAnswers(db, taskId),
  ])
  const { questions } = skill.body
  const variables = variablesIn(study.design, task?.condition ?? null)
  const values = valuesFor(
    questions,
    variables,
    new Map(answers.map((one) => [one.questionId, one])),
  )
  return wordsOfAnswers(questions, variables, answers).flatMap((answer) => {
    const template = questions.find(({ id }) => id === answer.questionId)
    if (!template || answer.status !== 'valid' || answer.value === null) return []
    const question = fillText(template.text, values)
    return [{ question, answer: template.type === 'open' ? answer.text : answer.words }]
  })
}
