import type { CohortRevision } from '../../../shared/contract/cohort-analysis.ts'
import { CohortBody, type Cohort } from '../../../shared/contract/cohorts.ts'
import type { CohortId, TenantId } from '../../../shared/contract/ids.ts'
import { definitionChanges } from '../domain/cohorts/definition-changes.ts'
import { EngineError } from '../errors.ts'
import { toIso } from '../memory/instant.ts'
import { listCohortRevisions } from './cohorts.repo.ts'
import { changeCohort, fullSentence, getStored, type CohortDeps } from './cohorts.ts'
import { inTurns } from './in-turns.ts'
import { sizeToday } from './members.ts'

/**
 * Every definition a cohort has had, newest first, each with what it changed and who it would take
 * in today.
 *
 * @throws EngineError `not_found`, also for a cohort in the trash
 */
export async function listRevisions(
  deps: Pick<CohortDeps, 'db' | 'people'>,
  tenantId: TenantId,
  id: CohortId,
): Promise<CohortRevision[]> {
  await getStored(deps, tenantId, id)
  const [revisions, everybody] = await Promise.all([
    listCohortRevisions(deps.db, id),
    deps.people(tenantId),
  ])
  function* described(): Generator<void, CohortRevision[]> {
    const all: CohortRevision[] = []
    for (const [i, one] of revisions.entries()) {
      all.push({
        revision: one.revision,
        createdAt: toIso(one.createdAt),
        name: one.name,
        sentence: fullSentence(one),
        size: sizeToday(one, everybody),
        changes: i === 0 ? [] : definitionChanges(revisions[i - 1]!, one),
        isCurrent: i === revisions.length - 1,
      })
      yield
    }
    return all
  }
  return (await inTurns(described())).toReversed()
}

/**
 * Makes an earlier definition, its name included, the newest: as a new revision, so that nothing is
 * lost. The newest itself is left as it is.
 *
 * @throws EngineError `not_found`
 */
export async function restoreRevision(
  deps: CohortDeps,
  tenantId: TenantId,
  { id, revision }: { id: CohortId; revision: number },
): Promise<Cohort> {
  await getStored(deps, tenantId, id)
  const revisions = await listCohortRevisions(deps.db, id)
  const wanted = revisions.find((one) => one.revision === revision)
  if (!wanted) throw new EngineError('not_found', `No revision ${revision} of cohort ${id}`)
  return changeCohort(deps, tenantId, id, CohortBody.strip().parse(wanted))
}
