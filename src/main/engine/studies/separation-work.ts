import { z } from 'zod'
import { SeparationRequest } from '../../../shared/contract/cohort-analysis.ts'
import type { CohortBody } from '../../../shared/contract/cohorts.ts'
import { CohortId, PersonaId, SkillVersionId, type TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import { SkillBody } from '../../../shared/contract/skills.ts'
import { resolveMembers, type CohortDeps } from '../cohorts/cohorts.ts'
import { sha256 } from '../domain/canonical-json.ts'
import { LEAST_PEOPLE } from '../domain/cohorts/separation/separate.ts'
import { uniform } from '../domain/random.ts'
import { invalidInput } from '../http/invalid-input.ts'

export const SEPARATION_KIND = 'cohort_separation'

/** All that the job needs, as it stood when it was asked for: cohorts and people change. */
export const Work = SeparationRequest.omit({ tenantId: true, perCohort: true })
  .extend({
    cohortId: CohortId,
    names: z.tuple([z.string(), z.string()]),
    /** Hashes of the definitions, names aside. */
    definitions: z.tuple([z.string(), z.string()]),
    definingFields: z.array(z.string()),
    people: z.tuple([z.array(PersonaId), z.array(PersonaId)]),
    inBoth: z.number().int(),
    skillVersionId: SkillVersionId,
    skillName: z.string(),
    body: SkillBody.strip(),
  })
  .strip()
export type Work = z.infer<typeof Work>

export type Chosen = { readonly people: readonly [Persona[], Persona[]]; readonly inBoth: number }

/** So many of each by lot; whoever is in both speaks for neither. */
export async function choosePeople(
  deps: CohortDeps,
  tenantId: TenantId,
  which: Pick<SeparationRequest, 'neighbourId' | 'perCohort' | 'randomSeed'> & {
    cohortId: CohortId
  },
): Promise<Chosen> {
  const [own, others] = await Promise.all([
    resolveMembers(deps, tenantId, which.cohortId),
    resolveMembers(deps, tenantId, which.neighbourId),
  ])
  const [inOwn, inOthers] = [own, others].map((ones) => new Set(ones.map(({ id }) => id))) as [
    Set<PersonaId>,
    Set<PersonaId>,
  ]
  const draw = (ones: readonly Persona[], without: ReadonlySet<PersonaId>) =>
    ones
      .filter(({ id }) => !without.has(id))
      .map((persona) => ({
        persona,
        lot: uniform(which.randomSeed, 'separation', persona.personaKey),
      }))
      .toSorted((a, b) => a.lot - b.lot)
      .slice(0, which.perCohort)
      .map(({ persona }) => persona)
  return {
    people: [draw(own, inOthers), draw(others, inOwn)],
    inBoth: own.filter(({ id }) => inOthers.has(id)).length,
  }
}

/** @throws EngineError `invalid_input` naming the cohort that has too few of its own */
export function requireEnough(
  people: Chosen['people'],
  inBoth: number,
  names: readonly [string, string],
): void {
  const shared = inBoth === 0 ? '' : ` ${inBoth} are in both and are asked of neither.`
  const faults = people.flatMap((ones, i) =>
    ones.length >= LEAST_PEOPLE
      ? []
      : [
          {
            path: ['neighbourId'],
            message: `must leave ${LEAST_PEOPLE} people of each: “${names[i]}” has ${ones.length}.${shared}`,
          },
        ],
  )
  if (faults.length > 0) throw invalidInput(faults)
}

export function definitionHash({
  criteria,
  additions,
  exclusions,
}: Pick<CohortBody, 'criteria' | 'additions' | 'exclusions'>): string {
  return sha256({ criteria, additions, exclusions })
}
