import type { CriteriaTree } from '../../../../shared/contract/cohorts.ts'
import type { CohortId } from '../../../../shared/contract/ids.ts'
import type { Persona } from '../../../../shared/contract/personas.ts'
import type { BalanceReport } from '../../../../shared/contract/populations.ts'

export type CohortMembers = {
  readonly id: CohortId
  readonly name: string
  readonly targetShare: number
  readonly members: readonly Persona[]
  /** Absent where members are listed one by one. */
  readonly criteria?: CriteriaTree
}

export type Assigned = {
  readonly personas: readonly Persona[]
  /** Index of the cohort each counts in: shape [personas]. */
  readonly cohortOf: Int32Array
  readonly conflicts: BalanceReport['conflicts']
}

/** A persona in several cohorts counts once, in the first; the conflicts are told. */
export function assignCohorts(cohorts: readonly CohortMembers[]): Assigned {
  const personas: Persona[] = []
  const cohortOf: number[] = []
  const countedIn = new Map<string, number>()
  const conflicts = new Map<string, BalanceReport['conflicts'][number]>()
  cohorts.forEach((cohort, index) => {
    for (const persona of cohort.members) {
      const first = countedIn.get(persona.id)
      if (first === undefined) {
        countedIn.set(persona.id, index)
        personas.push(persona)
        cohortOf.push(index)
        continue
      }
      const key = `${index}:${first}`
      const known = conflicts.get(key)
      if (known) known.personas += 1
      else conflicts.set(key, { cohortId: cohort.id, countedIn: cohorts[first]!.id, personas: 1 })
    }
  })
  return { personas, cohortOf: Int32Array.from(cohortOf), conflicts: [...conflicts.values()] }
}
