import {
  InfeasibleMarginError,
  rake,
  type RakeMargin,
  type RakeOptions,
  type RakeResult,
} from '../domain/weighting/rake.ts'
import { runWorker } from '../workers/run-worker.ts'

export type RakeWork = {
  base: Float64Array
  margins: readonly RakeMargin[]
  options: RakeOptions
}
export type RakeAnswer =
  { result: RakeResult } | { infeasible: { margin: string; message: string } }

/** Units times margins that are raked on the spot: a few milliseconds, more cycles when trimmed. */
const SMALL = { plain: 80_000, trimmed: 20_000 }

/**
 * Rakes with the event loop free: a large sample in a worker, a small one here.
 *
 * @throws InfeasibleMarginError naming the margin and category that no weights can meet
 */
export async function rakeAway(
  base: Float64Array,
  margins: readonly RakeMargin[],
  options: RakeOptions,
): Promise<RakeResult> {
  const small = options.trim ? SMALL.trimmed : SMALL.plain
  if (base.length * margins.length <= small) return rake(base, margins, options)
  const work = { base, margins, options }
  const answer = await runWorker<RakeWork, RakeAnswer>(import.meta.url, 'rake', work)
  if ('result' in answer) return answer.result
  const { margin, message } = answer.infeasible
  throw new InfeasibleMarginError(margin, message)
}
