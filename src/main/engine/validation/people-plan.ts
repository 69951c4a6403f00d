import type { TenantId } from '../../../shared/contract/ids.ts'
import type { PeoplePlan, PeoplePlanRequest } from '../../../shared/contract/people-plan.ts'
import type { ValidationId } from '../../../shared/contract/validation.ts'
import type { ReadDb } from '../db/schema.ts'
import { seed31 } from '../domain/random.ts'
import type { PlanInput } from '../domain/validation/people-plan.ts'
import { runWorker } from '../workers/run-worker.ts'
import { getValidation } from './validations.ts'

/** Whom to ask next to settle what a validation left open. @throws EngineError `not_found` */
export async function peoplePlan(
  db: ReadDb,
  { tenantId, id }: { tenantId: TenantId; id: ValidationId },
  { people, questionsEach }: Omit<PeoplePlanRequest, 'tenantId'>,
): Promise<PeoplePlan> {
  const { items, margins } = await getValidation(db, tenantId, id)
  const seed = seed31('people plan', id)
  const work = { items, margins, people, questionsEach, seed }
  return runWorker<PlanInput, PeoplePlan>(import.meta.url, 'plan', work)
}
