import type { RunEvidence } from '../../../shared/contract/arm-evidence.ts'
import type { EvidenceProgress } from '../../../shared/contract/evidence.ts'
import type { RunId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { startWorkThread, type WorkThread } from '../workers/work-thread.ts'
import { createAnalysis, type AnalysisRequest } from './analysis.ts'

type Ask = (
  request: AnalysisRequest,
  report: (progress: EvidenceProgress) => void,
) => Promise<RunEvidence>

/** Computes evidence away from the event loop, one request after the other. */
export type Analyst = {
  evidence(request: AnalysisRequest): Promise<RunEvidence>
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
  let thread: WorkThread<AnalysisRequest, RunEvidence, EvidenceProgress> | undefined
  const here = createAnalysis(db, { readsOthers: false })
  const ask: Ask = (request, report) => {
    if (path === null) return here.evidence(request, report)
    thread ??= startWorkThread(import.meta.url, 'analysis', path)
    return thread.ask(request, report)
  }

  return {
    async evidence(request) {
      inHand.set(request.runId, { phase: 'waiting', done: 0, total: 1 })
      try {
        return await ask(request, (progress) => inHand.set(request.runId, progress))
      } catch (error) {
        // A thread that died is replaced at the next request.
        await thread?.end()
        thread = undefined
        throw error
      } finally {
        inHand.delete(request.runId)
      }
    },
    progress: (runId) => inHand.get(runId) ?? null,
    async end() {
      await thread?.end()
    },
  }
}
