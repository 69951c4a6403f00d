import type { EvidenceProgress } from '../../../shared/contract/evidence.ts'
import type { RunId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { lastingThread } from '../workers/lasting-thread.ts'
import { createAnalysis, type Kinds, type RequestOf, type ResultOf } from './analysis.ts'
import { createFinders } from './create-finders.ts'

/** What the thread is sent. */
export type AnalystWork<Kind extends keyof Kinds = keyof Kinds> = {
  readonly kind: Kind
  readonly request: RequestOf<Kind>
}

/** Computes what takes all of a run's answers away from the event loop. */
export type Analyst = {
  /** Starts the thread ahead of the first request. */
  prepare(): void
  /**
   * @param signal  aborted when the answer is not wanted any more
   * @throws EngineError  what the kind throws; else whatever ended the thread
   */
  ask<Kind extends keyof Kinds>(
    kind: Kind,
    request: RequestOf<Kind>,
    signal?: AbortSignal,
  ): Promise<ResultOf<Kind>>
  /** How far the evidence of a run is; null where none is being computed. */
  progress(runId: RunId): EvidenceProgress | null
  end(): Promise<void>
}

/**
 * @param path  the database's file, which a thread of its own reads from the first request on; null:
 *   it is in memory, nobody else can read it, and it is read here
 */
export function createAnalyst(db: ReadDb, path: string | null): Analyst {
  const inHand = new Map<RunId, { by: symbol; progress: EvidenceProgress }>()
  const here = createAnalysis(db, createFinders(db), { readsOthers: false })
  const thread = lastingThread<AnalystWork, unknown, EvidenceProgress>(
    import.meta.url,
    'analysis',
    path,
  )
  return {
    prepare() {
      if (path !== null) thread.start()
    },
    async ask<Kind extends keyof Kinds>(
      kind: Kind,
      request: RequestOf<Kind>,
      signal?: AbortSignal,
    ): Promise<ResultOf<Kind>> {
      const by = Symbol(kind)
      const onProgress = (progress: EvidenceProgress) => {
        if (kind === 'evidence') inHand.set(request.runId, { by, progress })
      }
      onProgress({ phase: 'waiting', done: 0, total: 1 })
      try {
        if (path === null) return await here.answer(kind, request, { report: onProgress, signal })
        return (await thread.ask({ kind, request }, { onProgress, signal })) as ResultOf<Kind>
      } finally {
        if (inHand.get(request.runId)?.by === by) inHand.delete(request.runId)
      }
    },
    progress: (runId) => inHand.get(runId)?.progress ?? null,
    end: () => thread.end(),
  }
}
