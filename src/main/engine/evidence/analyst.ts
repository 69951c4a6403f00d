import type { EvidenceProgress } from '../../../shared/contract/evidence.ts'
import type { RunId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { startWorkThread, type WorkThread } from '../workers/work-thread.ts'
import { createAnalysis, type Kinds, type RequestOf, type ResultOf } from './analysis.ts'
import { createContradictionFinder } from './find-contradictions.ts'

/** What the thread is sent. */
export type AnalystWork<Kind extends keyof Kinds = keyof Kinds> = {
  readonly kind: Kind
  readonly request: RequestOf<Kind>
}

/** Computes what takes all of a run's answers away from the event loop, one after the other. */
export type Analyst = {
  ask<Kind extends keyof Kinds>(kind: Kind, request: RequestOf<Kind>): Promise<ResultOf<Kind>>
  /** How far the evidence of a run is; null where none is being computed. */
  progress(runId: RunId): EvidenceProgress | null
  end(): Promise<void>
}

/**
 * @param path  the database's file, which a thread of its own reads from the first request on; null:
 *   it is in memory, nobody else can read it, and it is read here
 */
export function createAnalyst(db: ReadDb, path: string | null): Analyst {
  const inHand = new Map<RunId, EvidenceProgress>()
  let thread: WorkThread<AnalystWork, unknown, EvidenceProgress> | undefined
  const here = createAnalysis(db, {
    readsOthers: false,
    findContradictions: createContradictionFinder(db),
  })
  async function ask<Kind extends keyof Kinds>(
    kind: Kind,
    request: RequestOf<Kind>,
  ): Promise<ResultOf<Kind>> {
    const report = (progress: EvidenceProgress) => inHand.set(request.runId, progress)
    report({ phase: 'waiting', done: 0, total: 1 })
    try {
      if (path === null) return await here.answer(kind, request, report)
      thread ??= startWorkThread(import.meta.url, 'analysis', path)
      return (await thread.ask({ kind, request }, report)) as ResultOf<Kind>
    } catch (error) {
      // A thread that died is replaced at the next request.
      await thread?.end()
      thread = undefined
      throw error
    } finally {
      inHand.delete(request.runId)
    }
  }

  return {
    ask,
    progress: (runId) => inHand.get(runId) ?? null,
    async end() {
      await thread?.end()
    },
  }
}
