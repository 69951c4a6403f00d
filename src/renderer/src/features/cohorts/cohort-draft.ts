import { z } from 'zod'
import type { Cohort, CriteriaTree } from '../../../../shared/contract/cohorts.ts'
import { PersonaId } from '../../../../shared/contract/ids.ts'
import { CriteriaGroup, emptyGroup, toGroup, toTree } from './criteria-group.ts'

/** A cohort as it is edited: half-typed criteria are allowed. */
export const CohortEdit = z.object({
  name: z.string(),
  group: CriteriaGroup,
  /** Hand-picked, in the order they were. */
  additions: z.array(PersonaId),
  exclusions: z.array(PersonaId),
})
export type CohortEdit = z.infer<typeof CohortEdit>

export const emptyCohort: CohortEdit = {
  name: '',
  group: emptyGroup,
  additions: [],
  exclusions: [],
}

export function toCohortEdit({ name, criteria, additions, exclusions }: Cohort): CohortEdit {
  return { name, group: toGroup(criteria), additions, exclusions }
}

export type CohortDefinition = {
  criteria: CriteriaTree
  additions: PersonaId[]
  exclusions: PersonaId[]
}

/** What is counted and saved: the criteria that are complete, and who was picked by hand. */
export function toDefinition({ group, additions, exclusions }: CohortEdit): CohortDefinition {
  return { criteria: toTree(group), additions, exclusions }
}

/** Everybody whom criteria alone take in. */
export function byCriteria(group: CriteriaGroup): CohortDefinition {
  return { criteria: toTree(group), additions: [], exclusions: [] }
}

/** Picked in where they were out, and the other way round. */
export function withPicked(
  edit: CohortEdit,
  personaId: PersonaId,
  as: 'additions' | 'exclusions',
): CohortEdit {
  const others = withoutPicked(edit, personaId)
  return { ...others, [as]: [...others[as], personaId] }
}

export function withoutPicked(edit: CohortEdit, personaId: PersonaId): CohortEdit {
  const without = (ids: readonly PersonaId[]) => ids.filter((id) => id !== personaId)
  return {
    ...edit,
    additions: without(edit.additions),
    exclusions: without(edit.exclusions),
  }
}
