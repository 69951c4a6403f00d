import type { CohortId, PersonaId } from '../../../../shared/contract/ids.ts'
import type { MarginFit, PopulationMember } from '../../../../shared/contract/populations.ts'

type Membership = Pick<PopulationMember, 'personaId' | 'cohortId'>

/** Who came, went and changed cohort between two memberships. */
export function compareMembers(from: readonly Membership[], to: readonly Membership[]) {
  const before = new Map(from.map(({ personaId, cohortId }) => [personaId, cohortId]))
  const after = new Map(to.map(({ personaId, cohortId }) => [personaId, cohortId]))
  const gained = to.filter(({ personaId }) => !before.has(personaId))
  const lost = from.filter(({ personaId }) => !after.has(personaId))
  const stayed = to.filter(({ personaId }) => before.has(personaId))
  return {
    kept: stayed.length,
    moved: stayed.filter(({ personaId, cohortId }) => before.get(personaId) !== cohortId).length,
    gained: gained.map(({ personaId }) => personaId),
    lost: lost.map(({ personaId }) => personaId),
    cohorts: compareCohorts(before, after),
  }
}

type CohortOf = ReadonlyMap<PersonaId, CohortId>

function compareCohorts(before: CohortOf, after: CohortOf) {
  const ids = new Set([...before.values(), ...after.values()])
  const tally = new Map([...ids].map((id) => [id, { from: 0, to: 0, gained: 0, lost: 0 }]))
  for (const [persona, cohort] of before) {
    tally.get(cohort)!.from += 1
    if (after.get(persona) !== cohort) tally.get(cohort)!.lost += 1
  }
  for (const [persona, cohort] of after) {
    tally.get(cohort)!.to += 1
    if (before.get(persona) !== cohort) tally.get(cohort)!.gained += 1
  }
  return [...tally].map(([cohortId, counts]) => ({ cohortId, ...counts }))
}

/** Margins on both sides by name, those that moved most first; a category may be on one side only. */
export function compareMargins(from: readonly MarginFit[], to: readonly MarginFit[]) {
  const names = new Set([...from, ...to].map(({ name }) => name))
  return [...names]
    .map((name) => {
      const [before, after] = [from, to].map((side) => categoriesOf(side, name))
      const categories = [...new Set([...before!.keys(), ...after!.keys()])].map((category) => ({
        category,
        from: before!.get(category) ?? null,
        to: after!.get(category) ?? null,
      }))
      const moves = categories.map((one) =>
        Math.abs((one.to?.before ?? 0) - (one.from?.before ?? 0)),
      )
      return { name, movedPoints: Math.max(0, ...moves) * 100, categories }
    })
    .toSorted((a, b) => b.movedPoints - a.movedPoints)
}

function categoriesOf(side: readonly MarginFit[], name: string) {
  const found = side.find((margin) => margin.name === name)
  return new Map(
    (found?.categories ?? []).map(({ category, n, before, target }) => [
      category,
      { n, before, target },
    ]),
  )
}
