import type { CohortId, PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { PopulationDrift } from '../../../shared/contract/population-analysis.ts'
import {
  PopulationBody,
  type BalanceProblem,
  type MarginFit,
  type Population,
  type PopulationMember,
} from '../../../shared/contract/populations.ts'
import { getCohort, type CohortDeps } from '../cohorts/cohorts.ts'
import { unweightedFits } from '../domain/weighting/balance-report.ts'
import { definitionChanges } from '../domain/weighting/definition-changes.ts'
import { compareMargins, compareMembers } from '../domain/weighting/membership-drift.ts'
import { EngineError } from '../errors.ts'
import { balanceOrProblems, gatherPanel, type Draft } from './balance-draft.ts'
import { listMembers } from './populations.repo.ts'
import { getVersion, type VersionPlace } from './versions.ts'

/** Persons named as examples of those who came or went. */
const EXAMPLES = 5

type Side = PopulationDrift['from'] & {
  members: readonly Pick<PopulationMember, 'personaId' | 'cohortId'>[]
  margins: readonly MarginFit[]
  body: PopulationBody
  problems: readonly BalanceProblem[]
}

/**
 * What has become of a frozen version: against the cohorts as they are now, or another version.
 *
 * @param against  undefined: now
 * @throws EngineError `not_found`
 */
export async function measureDrift(
  deps: CohortDeps,
  tenantId: TenantId,
  { against, ...place }: VersionPlace & { against?: number | undefined },
): Promise<PopulationDrift> {
  const population = await getVersion(deps.db, tenantId, place)
  const from = await frozenSide(deps, population)
  const to =
    against === undefined
      ? await sideOfToday(deps, tenantId, population)
      : await frozenSide(deps, await getVersion(deps.db, tenantId, { ...place, version: against }))
  const { gained, lost, cohorts, ...counts } = compareMembers(from.members, to.members)
  const cohortName = await cohortNames(deps, tenantId, [...from.body.cohorts, ...to.body.cohorts])
  const personaName = await personaNames(deps, tenantId)
  return {
    populationId: population.id,
    from: summary(from),
    to: summary(to),
    ...counts,
    gained: gained.length,
    lost: lost.length,
    examples: {
      gained: gained.slice(0, EXAMPLES).map(personaName),
      lost: lost.slice(0, EXAMPLES).map(personaName),
    },
    cohorts: cohorts.map((one) => ({ ...one, name: cohortName.get(one.cohortId) ?? null })),
    margins: compareMargins(from.margins, to.margins),
    changes: definitionChanges(
      from.body,
      to.body,
      (id) => cohortName.get(id as CohortId) ?? 'A cohort in the trash',
    ),
    problems: [...to.problems],
  }
}

function summary({ version, at, size, effectiveN, designEffect }: Side): PopulationDrift['from'] {
  return { version, at, size, effectiveN, designEffect }
}

async function frozenSide({ db }: CohortDeps, population: Population): Promise<Side> {
  const { version, updatedAt, size, balance, versionId } = population
  return {
    version,
    at: updatedAt,
    size,
    effectiveN: balance.effectiveN,
    designEffect: balance.designEffect,
    members: await listMembers(db, versionId),
    margins: balance.margins,
    body: PopulationBody.strip().parse(population),
    problems: [],
  }
}

/** The same definition over today's members; a cohort in the trash has none. */
async function sideOfToday(
  deps: CohortDeps,
  tenantId: TenantId,
  population: Population,
): Promise<Side> {
  const body = PopulationBody.strip().parse(population)
  const { draft, problems } = await withoutTrash(deps, tenantId, body)
  const panel = await gatherPanel(deps, tenantId, draft)
  const found = problems.length > 0 ? { problems } : await balanceOrProblems(panel, draft)
  const balance = 'report' in found ? found.report : undefined
  return {
    version: null,
    at: new Date(deps.now()).toISOString(),
    size: panel.personas.length,
    effectiveN: balance?.effectiveN ?? null,
    designEffect: balance?.designEffect ?? null,
    members: panel.personas.map(({ id }, i) => ({
      personaId: id,
      cohortId: panel.cohorts[panel.cohortOf[i]!]!.id,
    })),
    margins: unweightedFits(panel.margins, panel.personas.length),
    body,
    problems: 'problems' in found ? found.problems : [],
  }
}

async function withoutTrash(
  deps: CohortDeps,
  tenantId: TenantId,
  body: PopulationBody,
): Promise<{ draft: Draft; problems: BalanceProblem[] }> {
  const names = await cohortNames(deps, tenantId, body.cohorts)
  const problems = body.cohorts.flatMap(({ cohortId }, i) =>
    names.has(cohortId)
      ? []
      : [
          {
            path: `cohorts.${i}`,
            message:
              'A cohort of this version is in the trash: restore it, or take it out of the population',
          },
        ],
  )
  return {
    draft: { ...body, cohorts: body.cohorts.filter(({ cohortId }) => names.has(cohortId)) },
    problems,
  }
}

/** Cohorts that are not in the trash. */
async function cohortNames(
  deps: CohortDeps,
  tenantId: TenantId,
  cohorts: readonly { cohortId: CohortId }[],
): Promise<Map<CohortId, string>> {
  const names = new Map<CohortId, string>()
  for (const { cohortId } of cohorts) {
    if (names.has(cohortId)) continue
    try {
      names.set(cohortId, (await getCohort(deps, tenantId, cohortId)).name)
    } catch (error) {
      if (!(error instanceof EngineError && error.code === 'not_found')) throw error
    }
  }
  return names
}

async function personaNames({ people }: CohortDeps, tenantId: TenantId) {
  const names = new Map(
    (await people(tenantId)).map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]),
  )
  return (personaId: PersonaId) => ({ personaId, name: names.get(personaId) ?? null })
}
