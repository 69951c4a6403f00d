import { sql } from 'kysely'
import { ErrorCode } from '../../../shared/contract/errors.ts'
import type { RunId } from '../../../shared/contract/ids.ts'
import type { ErrorAction, RunProgress } from '../../../shared/contract/runs.ts'
import type { ReadDb } from '../db/schema.ts'

const MOST_CAUSES = 10

/** Failures of a run by cause, those that are over and those tried again; the most frequent first. */
export async function groupErrors(db: ReadDb, runId: RunId): Promise<RunProgress['errors']> {
  const rows = await db
    .selectFrom('task')
    .where('run_id', '=', runId)
    .where('error', 'is not', null)
    .where('status', 'in', ['failed', 'queued', 'running'])
    .groupBy('error')
    .select([
      'error',
      sql<number>`sum(status = 'failed')`.as('failed'),
      sql<number>`sum(status <> 'failed')`.as('retrying'),
    ])
    .orderBy(sql`count(*)`, 'desc')
    .limit(MOST_CAUSES)
    .execute()
  return rows.map(({ error, failed, retrying }) => {
    const { code, message } = JSON.parse(error!) as { code: string; message: string }
    return { code, message, count: failed, retrying, action: actionOf(code, failed) }
  })
}

const actions: Partial<Record<ErrorCode, ErrorAction>> = {
  rate_limited: 'retry',
  model_timeout: 'retry',
  unavailable: 'retry',
  model_failed: 'check_model',
  blocked_by_policy: 'read_policy',
  internal: 'report',
}

function actionOf(code: string, failed: number): ErrorAction {
  if (failed === 0) return 'wait'
  const known = ErrorCode.safeParse(code)
  return (known.success && actions[known.data]) || 'retry'
}
