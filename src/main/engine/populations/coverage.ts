import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import { traitNames, type Persona, type Traits } from '../../../shared/contract/personas.ts'
import type { AttributeCoverage } from '../../../shared/contract/population-analysis.ts'
import type { Population, PopulationMember } from '../../../shared/contract/populations.ts'
import type { CohortDeps } from '../cohorts/cohorts.ts'
import { readGender } from '../domain/personas/gender.ts'
import { independentScores } from '../domain/personas/traits.ts'
import { shuffle } from '../domain/random.ts'
import {
  emptyPoints,
  TRAITS,
  type Points,
  type SpaceMargin,
} from '../domain/weighting/attribute-space.ts'
import { coverageFindings } from '../domain/weighting/coverage-findings.ts'
import type { CoverageFound, CoverageWork } from '../domain/weighting/coverage.ts'
import { encodeMargin, marginName } from '../domain/weighting/margin-of.ts'
import { readBandOrNumber } from '../domain/weighting/table-bands.ts'
import { EngineError } from '../errors.ts'
import { runWorker } from '../workers/run-worker.ts'
import { listMembers } from './populations.repo.ts'
import { getVersion, type VersionPlace } from './versions.ts'

/** People measured at most: the distances between them take seconds beyond. */
const MOST_MEASURED = 1_500

type Member = { persona: Persona; member: PopulationMember }

/**
 * How well a frozen version covers the attribute space, beside random samples of its target.
 *
 * @param only  members looked at; absent: all
 * @throws EngineError `not_found`, `conflict` where all its members are in the trash
 */
export async function measureVersion(
  { db, people }: Pick<CohortDeps, 'db' | 'people'>,
  tenantId: TenantId,
  place: VersionPlace,
  only?: ReadonlySet<PersonaId>,
): Promise<AttributeCoverage> {
  const population = await getVersion(db, tenantId, place)
  const all = await listMembers(db, population.versionId)
  const members = only ? all.filter(({ personaId }) => only.has(personaId)) : all
  const byId = new Map((await people(tenantId)).map((persona) => [persona.id, persona]))
  const measured = shuffle(members, 'measured', population.versionId)
    .flatMap((member) => memberOf(member, byId))
    .slice(0, MOST_MEASURED)
  if (measured.length === 0)
    throw new EngineError('conflict', 'Every member of this version is in the trash')
  const margins = spaceMargins(population)
  const found = await runWorker<CoverageWork, CoverageFound>(import.meta.url, 'coverage', {
    margins,
    personas: pointsOf(population, measured),
    weights: Float64Array.from(measured, ({ member }) => member.weight),
  })
  return {
    version: population.version,
    size: members.length,
    measured: measured.length,
    dimensions: [...dimensionsOf(population), ...traitNames],
    ...found,
    findings: coverageFindings(found, measured.length),
  }
}

function memberOf(member: PopulationMember, byId: ReadonlyMap<PersonaId, Persona>): Member[] {
  const persona = byId.get(member.personaId)
  return persona ? [{ persona, member }] : []
}

/** The cohorts are a dimension where there are several. */
function dimensionsOf({ cohorts, margins }: Population): string[] {
  return [...(cohorts.length > 1 ? ['cohort'] : []), ...margins.map(marginName)]
}

function spaceMargins({ cohorts, margins }: Population): SpaceMargin[] {
  const ofCohorts = {
    fields: ['cohort'],
    categories: cohorts.map(({ cohortId }) => cohortId),
    target: Float64Array.from(cohorts, ({ targetShare }) => targetShare),
    isOrdered: false,
  }
  return [
    ...(cohorts.length > 1 ? [ofCohorts] : []),
    ...margins.map(({ fields, bands, targets }) => {
      const categories = targets.map(({ category }) => category)
      return {
        fields,
        categories,
        target: Float64Array.from(targets, ({ share }) => share),
        isOrdered: bands !== undefined && isAscending(categories),
      }
    }),
  ]
}

/** Bands in any other order have no distance that their places could tell. */
function isAscending(categories: readonly string[]): boolean {
  const starts = categories.map((category) => readBandOrNumber(category)?.from ?? Number.NaN)
  return starts.every((from, i) => i === 0 || from > starts[i - 1]!)
}

function pointsOf({ cohorts, margins }: Population, members: readonly Member[]): Points {
  const personas = members.map(({ persona }) => persona)
  const cohortAt = new Map(cohorts.map(({ cohortId }, i) => [cohortId, i]))
  const columns = [
    ...(cohorts.length > 1
      ? [Int32Array.from(members, ({ member }) => cohortAt.get(member.cohortId) ?? -1)]
      : []),
    ...margins.map((margin) => encodeMargin(margin, personas).categoryOf),
  ]
  const points = emptyPoints(personas.length, columns.length)
  personas.forEach((persona, i) => {
    columns.forEach((column, m) => (points.categories[i * columns.length + m] = column[i]!))
    const independent = independentScores(
      toScores(persona),
      persona.age,
      readGender(persona.gender),
    )
    traitNames.forEach((trait, t) => {
      points.traits[i * TRAITS + t] = persona.traits[trait] / 100
      points.uniforms[i * TRAITS + t] = normalCdf(independent[t]!, 0, 1)
    })
  })
  return points
}

/** Percentiles back to standard deviations; 0 and 100 are as far as a tenth is from them. */
function toScores({ traits }: Persona): Traits {
  const score = (percentile: number) =>
    normalQuantile(Math.min(0.9995, Math.max(0.0005, percentile / 100)), 0, 1)
  return Object.fromEntries(traitNames.map((trait) => [trait, score(traits[trait])])) as Traits
}
