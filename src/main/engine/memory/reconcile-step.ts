import { setImmediate as nextTurn } from 'node:timers/promises'
import type { TenantId } from '../../../shared/contract/ids.ts'
import type { WriteDb } from '../db/schema.ts'
import type { Job } from '../jobs/job-queue.ts'
import type { EmbeddingModel } from '../models/embedding-model.ts'
import type { ReconcileVectorsDeps } from '../vectors/reconcile-vectors.ts'
import {
  saveProgress,
  type ReconcileCounts,
  type ReconcileProgress,
  type ReconcileWork,
} from './reconcile.repo.ts'

export type ReconcileDeps = Omit<ReconcileVectorsDeps, 'embedding'> & {
  readonly db: WriteDb
  readonly now: () => number
  readonly embedding: EmbeddingModel
  readonly log: (message: string) => void
}

/** One thing that a job checks and repairs, in pages that can be taken up where they ended. */
export type Step = {
  readonly name: string
  /** Units of progress: entries it looks at; 0 where it looks at none. */
  readonly size: number
  run(reconcile: Reconcile): Promise<void>
}

/** A job at work: what it is to do, how far it is, and what it has found. */
export type Reconcile = {
  readonly deps: ReconcileDeps
  readonly tenantId: TenantId
  readonly work: ReconcileWork
  readonly signal: AbortSignal
  readonly progress: ReconcileProgress
  /** Looks for what differs by counting first: after a start, not when somebody asked. */
  readonly light: boolean
  /** Where the step went on from; null: its beginning. */
  readonly cursor: string | number | null
  /** A page is done: an interrupted job goes on behind it. */
  advance(page: Page): Promise<void>
}

export type Page = {
  readonly cursor: string | number | null
  /** Units of progress. */
  readonly done: number
  readonly found?: Partial<Omit<ReconcileCounts, 'rebuilt'>>
  readonly rebuilt?: ReconcileCounts['rebuilt']
  /** The page's repairs, in one transaction with its being counted. */
  readonly write?: (trx: WriteDb) => Promise<void>
}

export const noCounts: ReconcileCounts = {
  embedded: 0,
  missing: 0,
  stale: 0,
  ghost: 0,
  duplicate: 0,
  repaired: 0,
  rebuilt: null,
  fullText: 0,
  features: 0,
  sequenceGaps: 0,
  renumbered: 0,
  droppedEmbeddings: 0,
}

/** How often progress is written down while there is nothing to tell, ms. */
const SAVE_EVERY_MS = 250

type Begun = Pick<Reconcile, 'deps' | 'tenantId' | 'work' | 'signal' | 'light'> & {
  readonly job: Pick<Job, 'id'>
}

/** Runs the steps from where the job is. @returns the job's progress at its end */
export async function runSteps(
  begun: Begun,
  steps: readonly Step[],
  from: ReconcileProgress,
): Promise<ReconcileProgress> {
  const { deps, job, signal } = begun
  let progress = from
  let savedAt = 0
  const keep = async (db: WriteDb, next: ReconcileProgress) => {
    await saveProgress(db, job.id, next)
    savedAt = deps.now()
  }
  const reconcile: Reconcile = {
    ...begun,
    get progress() {
      return progress
    },
    get cursor() {
      return progress.cursor
    },
    async advance({ cursor, done, found = {}, rebuilt, write }) {
      signal.throwIfAborted()
      const counts = addCounts(progress.counts, found)
      const next = {
        ...progress,
        cursor,
        done: Math.min(progress.total, progress.done + done),
        counts: rebuilt === undefined ? counts : { ...counts, rebuilt },
      }
      const hasFound = rebuilt !== undefined || Object.values(found).some((count) => count > 0)
      if (write) {
        await deps.db.transaction().execute(async (trx) => {
          await write(trx)
          await keep(trx, next)
        })
      } else if (hasFound || deps.now() - savedAt >= SAVE_EVERY_MS) {
        // What is sound may be looked at again after a kill; what was repaired is to be counted.
        await keep(deps.db, next)
      }
      progress = next
      await nextTurn()
    },
  }
  const first = Math.max(
    0,
    steps.findIndex(({ name }) => name === from.phase),
  )
  for (const [i, step] of steps.entries()) {
    if (i < first) continue
    signal.throwIfAborted()
    if (step.name !== progress.phase) {
      progress = { ...progress, phase: step.name, cursor: null }
      await keep(deps.db, progress)
    }
    await step.run(reconcile)
    // Entries that went or came meanwhile: the step is over all the same.
    const done = steps.slice(0, i + 1).reduce((sum, { size }) => sum + size, 0)
    progress = { ...progress, done: Math.min(progress.total, done) }
  }
  return progress
}

function addCounts(
  counts: ReconcileCounts,
  found: Partial<Omit<ReconcileCounts, 'rebuilt'>>,
): ReconcileCounts {
  const sum = { ...counts }
  for (const [name, count] of Object.entries(found) as [keyof typeof found, number][])
    sum[name] += count
  return sum
}
