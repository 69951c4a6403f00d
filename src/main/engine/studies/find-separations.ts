import type { CohortSeparation } from '../../../shared/contract/cohort-analysis.ts'
import { CohortId, type TenantId } from '../../../shared/contract/ids.ts'
import { getStored } from '../cohorts/cohorts.ts'
import type { ReadDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { definitionHash } from './separation-work.ts'
import { listVerdicts } from './separation.repo.ts'

/** Two cohorts, as they are defined today, after both were asked. */
export type CurrentSeparation = {
  readonly cohortIds: readonly [CohortId, CohortId]
  readonly verdict: CohortSeparation['verdict']
}

/**
 * What separations have found of these cohorts with any other, as both are defined today: of each
 * pair the newest.
 */
export async function findSeparations(
  db: ReadDb,
  tenantId: TenantId,
  cohortIds: readonly string[],
): Promise<CurrentSeparation[]> {
  const verdicts = await listVerdicts(db, tenantId)
  const found = new Map<string, CurrentSeparation>()
  for (const { cohortId, neighbourId, definitions, verdict } of verdicts) {
    const pair = [CohortId.parse(cohortId), CohortId.parse(neighbourId)] as const
    const key = pair.toSorted().join(' ')
    if (found.has(key) || !pair.some((id) => cohortIds.includes(id))) continue
    const today = JSON.stringify(await definitionsToday(db, tenantId, pair))
    if (today !== definitions) continue
    found.set(key, { cohortIds: pair, verdict: verdict as CurrentSeparation['verdict'] })
  }
  return [...found.values()]
}

/** Hashes of cohorts as they are defined today; null for one in the trash. */
export async function definitionsToday(
  db: ReadDb,
  tenantId: TenantId,
  ids: readonly CohortId[],
): Promise<(string | null)[]> {
  return Promise.all(
    ids.map(async (id) => {
      const found = await getStored({ db }, tenantId, id).catch((error: unknown) => {
        if (error instanceof EngineError && error.code === 'not_found') return null
        throw error
      })
      return found && definitionHash(found)
    }),
  )
}
