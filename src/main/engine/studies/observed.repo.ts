import { sql } from 'kysely'
import type { StudyId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import type { Seen } from '../domain/studies/predict-total.ts'

/** What tasks, or calls, took. */
export type Observed = { readonly tokensIn: Seen; readonly tokensOut: Seen; readonly ms: Seen }

/** The newest ones say most about what is to come. */
const LOOKED_AT = 1_000
const ENOUGH = 5

type Facts = { tokensIn: number; tokensOut: number; ms: number }

/** What tasks of this study's earlier runs took with the model; undefined with too few. */
export async function observeTasks(
  db: ReadDb,
  studyId: StudyId,
  modelName: string,
): Promise<Observed | undefined> {
  const rows = await db
    .selectFrom('task')
    .innerJoin('run', 'run.id', 'task.run_id')
    .where('run.study_id', '=', studyId)
    .where('run.model_name', '=', modelName)
    .where('task.status', '=', 'succeeded')
    .where('task.arm', 'is', null)
    // What the cache answered took nothing, and tells nothing.
    .where('task.tokens_out', '>', 0)
    .where('task.duration_ms', 'is not', null)
    .orderBy('task.finished_at', 'desc')
    .limit(LOOKED_AT)
    .select([
      'task.tokens_in as tokensIn',
      'task.tokens_out as tokensOut',
      sql<number>`task.duration_ms`.as('ms'),
    ])
    .execute()
  return summarise(rows)
}

/** What one call took in any study with the model; undefined with too few. */
export async function observeCalls(
  db: ReadDb,
  tenantId: TenantId,
  modelName: string,
): Promise<Observed | undefined> {
  const rows = await db
    .selectFrom('run')
    .innerJoin('task', 'task.run_id', 'run.id')
    .innerJoin('turn', 'turn.session_id', 'task.session_id')
    .where('run.tenant_id', '=', tenantId)
    .where('run.model_name', '=', modelName)
    .where('task.arm', 'is', null)
    .orderBy('run.created_at', 'desc')
    .limit(LOOKED_AT)
    .select(['turn.tokens_in as tokensIn', 'turn.tokens_out as tokensOut', 'turn.latency_ms as ms'])
    .execute()
  return summarise(rows)
}

function summarise(rows: readonly Facts[]): Observed | undefined {
  if (rows.length < ENOUGH) return undefined
  const seen = (of: (row: Facts) => number): Seen => {
    const n = rows.length
    const mean = rows.reduce((sum, row) => sum + of(row), 0) / n
    const variance = rows.reduce((sum, row) => sum + (of(row) - mean) ** 2, 0) / (n - 1)
    return { n, mean, variance }
  }
  return {
    tokensIn: seen((row) => row.tokensIn),
    tokensOut: seen((row) => row.tokensOut),
    ms: seen((row) => row.ms),
  }
}
