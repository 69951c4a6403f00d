import type { PersonaId } from '../../../shared/contract/ids.ts'
import type { Regression, RegressionRequest } from '../../../shared/contract/regression.ts'
import { prepareRegression } from '../domain/regression/prepare.ts'
import type { RegressionInput } from '../domain/regression/regression.ts'
import type { RunOfTenant } from '../evidence/contradictions.ts'
import { toEvidenceInput } from '../evidence/gather.ts'
import type { RunKind } from '../evidence/run-kind.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { runWorker } from '../workers/run-worker.ts'

type Request = RunOfTenant & { readonly model: Omit<RegressionRequest, 'tenantId'> }

/**
 * A weighted model of a run's answers; fitted in a worker of its own, which many categories keep
 * busy for long.
 *
 * @throws EngineError `invalid_input` that names the field at fault
 */
export const regressionOf: RunKind<Request, Regression> = async (
  { model, ...run },
  { read, signal },
) => {
  const record = await read(run)
  const prepared = prepareRegression(
    {
      input: toEvidenceInput(record, null),
      personas: record.tasks.map(({ personaId }) => record.personas.get(personaId as PersonaId)),
      bands: record.bands,
    },
    model,
  )
  if (Array.isArray(prepared)) throw invalidInput(prepared)
  return runWorker<RegressionInput, Regression>(import.meta.url, 'regression', prepared, { signal })
}
