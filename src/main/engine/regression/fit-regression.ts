import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { Regression, RegressionRequest } from '../../../shared/contract/regression.ts'
import type { ReadDb } from '../db/schema.ts'
import { prepareRegression } from '../domain/regression/prepare.ts'
import type { RegressionInput } from '../domain/regression/regression.ts'
import { invalidInput } from '../http/router.ts'
import { runWorker } from '../workers/run-worker.ts'
import { gatherVariables } from './run-variables.ts'

/**
 * A weighted model of a run's answers, of an unfinished one as far as it is; fitted in a worker.
 *
 * @throws EngineError `not_found`, or `invalid_input` that names the field at fault
 */
export async function fitRegression(
  db: ReadDb,
  { tenantId, runId }: { tenantId: TenantId; runId: RunId },
  request: Omit<RegressionRequest, 'tenantId'>,
): Promise<Regression> {
  const prepared = prepareRegression(await gatherVariables(db, tenantId, runId), request)
  if (Array.isArray(prepared)) throw invalidInput(prepared)
  return runWorker<RegressionInput, Regression>(import.meta.url, 'regression', prepared)
}
