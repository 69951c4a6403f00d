import type { PersonaId, RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import type { RunVariables } from '../domain/regression/read-predictor.ts'
import { gatherRun, toEvidenceInput } from '../evidence/gather.ts'

/** The answers of a run and who gave them, as models and scales read them. */
export async function gatherVariables(
  db: ReadDb,
  tenantId: TenantId,
  runId: RunId,
): Promise<RunVariables> {
  const record = await gatherRun(db, tenantId, runId)
  return {
    input: toEvidenceInput(record, null),
    personas: record.tasks.map(({ personaId }) => record.personas.get(personaId as PersonaId)),
  }
}
