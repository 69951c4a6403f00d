import type { EvidenceProgress } from '../../../shared/contract/evidence.ts'
import type { ReadDb } from '../db/schema.ts'
import type { RunOfTenant } from './contradictions.ts'
import type { OpenFindings } from './find-in-open-answers.ts'
import type { RunRecord } from './gather.ts'

/** What a kind of request reads from. */
export type RunReader = {
  /** For what is no part of a run: codebooks, surveys. */
  readonly db: ReadDb
  /** A run with all its answers, as it is now. @throws EngineError `not_found` */
  read(run: RunOfTenant): Promise<RunRecord>
  /** The same with what was found in its open answers, row by row. @throws EngineError `not_found` */
  readOpen(run: RunOfTenant): Promise<{ record: RunRecord; open: OpenFindings }>
  report(progress: EvidenceProgress): void
  /** Aborted when the answer is not wanted any more. */
  readonly signal?: AbortSignal | undefined
}
export type Asking = Pick<RunReader, 'report' | 'signal'>

/**
 * What can be asked of a run that takes all its answers: computed where these are kept in memory.
 * Requests and results are plain data: they cross between threads.
 */
export type RunKind<Request extends RunOfTenant, Result> = (
  request: Request,
  reader: RunReader,
) => Promise<Result>
