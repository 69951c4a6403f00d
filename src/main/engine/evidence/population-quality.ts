import type { PersonaId, RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { PopulationQuality } from '../../../shared/contract/population-quality.ts'
import type { CohortDeps } from '../cohorts/cohorts.ts'
import { EngineError } from '../errors.ts'
import { measureVersion } from '../populations/coverage.ts'
import { getManifestHead } from '../studies/manifest.ts'
import { findAnsweredPersonas, findLastSequences, findVersionPlace } from './evidence.repo.ts'

/**
 * Coverage of the attribute space by all personas of a run, and by those who answered: what a run
 * loses to failures and refusals of the model need not be lost at random.
 *
 * @throws EngineError `not_found`, also where the population is in the trash
 */
export async function getPopulationQuality(
  deps: Pick<CohortDeps, 'db' | 'people'>,
  tenantId: TenantId,
  runId: RunId,
): Promise<PopulationQuality> {
  const { population, model } = await getManifestHead(deps.db, tenantId, runId)
  const place = await findVersionPlace(deps.db, population.versionId)
  if (!place) throw new EngineError('not_found', `No population version ${population.versionId}`)
  const members = (await findLastSequences(deps.db, runId)).size
  const answered = new Set<PersonaId>(await findAnsweredPersonas(deps.db, runId))
  const before = await measureVersion(deps, tenantId, place)
  const after =
    answered.size === 0
      ? null
      : answered.size === members
        ? before
        : await measureVersion(deps, tenantId, place, answered)
  return { rehearsal: model.rehearsal, members, answered: answered.size, before, after }
}
