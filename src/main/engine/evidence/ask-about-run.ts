import type { ReadDb } from '../db/schema.ts'
import { getRun } from '../studies/get-run.ts'
import type { Kinds, RequestOf, ResultOf } from './analysis.ts'
import type { Analyst } from './analyst.ts'

export type AnalystDeps = {
  readonly db: ReadDb
  readonly analyst: Pick<Analyst, 'ask' | 'prepare'>
}

/**
 * Something that takes all the answers of a run, of an unfinished one as far as it is.
 *
 * @param signal  aborted when the answer is not wanted any more
 * @throws EngineError `not_found`, and what the kind throws
 */
export async function askAboutRun<Kind extends keyof Kinds>(
  { db, analyst }: AnalystDeps,
  kind: Kind,
  request: RequestOf<Kind>,
  signal?: AbortSignal,
): Promise<ResultOf<Kind>> {
  await getRun(db, request.tenantId, request.runId)
  return analyst.ask(kind, request, signal)
}
