import type { RunEvidence } from '../../../shared/contract/arm-evidence.ts'
import type { EvidenceProgress } from '../../../shared/contract/evidence.ts'
import type { RunId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { startWorkThread, type WorkThread } from '../workers/work-thread.ts'
import {
  createAnalysis,
  type Analysis,
  type AnalysisRequest,
  type CrosstabRequest,
} from './analysis.ts'
import type { CrosstabOutcome } from './crosstab/crosstab-of.ts'
import { createContradictionFinder } from './find-contradictions.ts'

type Request = AnalysisRequest | CrosstabRequest

/** Computes evidence away from the event loop, one request after the other. */
export type Analyst = {
  evidence(request: AnalysisRequest): Promise<RunEvidence>
  crosstab(request: CrosstabRequest): Promise<CrosstabOutcome>
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
  let thread: WorkThread<Request, unknown, EvidenceProgress> | undefined
  const here = createAnalysis(db, {
    readsOthers: false,
    findContradictions: createContradictionFinder(db),
  })
  async function ask<Kind extends 'evidence' | 'crosstab'>(
    kind: Kind,
    request: Parameters<Analysis[Kind]>[0],
  ): Promise<Awaited<ReturnType<Analysis[Kind]>>> {
    type Found = Awaited<ReturnType<Analysis[Kind]>>
    const report = (progress: EvidenceProgress) => inHand.set(request.runId, progress)
    report({ phase: 'waiting', done: 0, total: 1 })
    try {
      if (path === null) return (await here[kind](request as never, report)) as Found
      thread ??= startWorkThread(import.meta.url, 'analysis', path)
      return (await thread.ask(request, report)) as Found
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
    evidence: (request) => ask('evidence', request),
    crosstab: (request) => ask('crosstab', request),
    progress: (runId) => inHand.get(runId) ?? null,
    async end() {
      await thread?.end()
    },
  }
}
