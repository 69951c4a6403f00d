import type { CohortBody } from '../../../shared/contract/cohorts.ts'
import type { CohortId, PersonaId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import { memberSet, placesOf, sizeOf, type MemberSet } from '../domain/cohorts/member-set.ts'
import { matcherOf } from '../domain/criteria/matches.ts'

export type Definition = Pick<CohortBody, 'criteria' | 'additions' | 'exclusions'>
/** A definition that never changes under its number. */
export type Revised = Definition & { readonly id: CohortId; readonly revision: number }

// Who is in a revision changes only with the people, who are another array then.
const known = new WeakMap<readonly Persona[], Map<string, MemberSet>>()

export function membersOf(definition: Definition, everybody: readonly Persona[]): Persona[] {
  return [...placesOf(setOf(definition, everybody))].map((i) => everybody[i]!)
}

/** Who a definition takes in, by place in the list of everybody. */
export function setOf(
  { criteria, additions, exclusions }: Definition,
  everybody: readonly Persona[],
): MemberSet {
  const meets = matcherOf(criteria)
  if (additions.length + exclusions.length === 0) return memberSet(everybody, meets)
  const added = new Set<PersonaId>(additions)
  const excluded = new Set<PersonaId>(exclusions)
  return memberSet(
    everybody,
    (persona) => !excluded.has(persona.id) && (added.has(persona.id) || meets(persona)),
  )
}

/** The same for a revision of a cohort, worked out once for the same people. */
export function setToday(cohort: Revised, everybody: readonly Persona[]): MemberSet {
  let sets = known.get(everybody)
  if (!sets) known.set(everybody, (sets = new Map()))
  const key = `${cohort.id} ${cohort.revision}`
  let set = sets.get(key)
  if (!set) sets.set(key, (set = setOf(cohort, everybody)))
  return set
}

export function sizeToday(cohort: Revised, everybody: readonly Persona[]): number {
  return sizeOf(setToday(cohort, everybody))
}
