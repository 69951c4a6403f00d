import type { CohortOverlapMatrix } from '../../../shared/contract/cohort-analysis.ts'
import type { TenantId } from '../../../shared/contract/ids.ts'
import { jaccardOf, sharedBy, sizeOf, type MemberSet } from '../domain/cohorts/member-set.ts'
import { listAllCohorts } from './cohorts.repo.ts'
import type { CohortDeps } from './cohorts.ts'
import { inTurns } from './in-turns.ts'
import { setToday, type Revised } from './members.ts'
import type { Persona } from '../../../shared/contract/personas.ts'

/** Every cohort with every other, newest first, and how many people are in none or in several. */
export async function getOverlapMatrix(
  deps: Pick<CohortDeps, 'db' | 'people'>,
  tenantId: TenantId,
): Promise<CohortOverlapMatrix> {
  const [everybody, cohorts] = await Promise.all([
    deps.people(tenantId),
    listAllCohorts(deps.db, tenantId),
  ])
  const sets = await inTurns(setsOf(cohorts, everybody))
  const sizes = sets.map(sizeOf)
  const shared = await inTurns(sharedMatrix(sets))
  const { none, several } = countMemberships(sets, everybody.length)
  return {
    cohorts: cohorts.map(({ id, name }, i) => ({ id, name, size: sizes[i]! })),
    shared,
    jaccard: shared.map((row, i) => row.map((n, j) => jaccardOf(n, sizes[i]!, sizes[j]!))),
    inNone: none,
    inSeveral: several,
    of: everybody.length,
  }
}

function* setsOf(
  cohorts: readonly Revised[],
  everybody: readonly Persona[],
): Generator<void, MemberSet[]> {
  const sets: MemberSet[] = []
  for (const cohort of cohorts) {
    sets.push(setToday(cohort, everybody))
    yield
  }
  return sets
}

/** Shape [k, k]: people in both; symmetric. */
function* sharedMatrix(sets: readonly MemberSet[]): Generator<void, number[][]> {
  const matrix = sets.map(() => new Array<number>(sets.length).fill(0))
  for (let i = 0; i < sets.length; i++) {
    for (let j = i; j < sets.length; j++)
      matrix[i]![j] = matrix[j]![i] = sharedBy(sets[i]!, sets[j]!)
    yield
  }
  return matrix
}

/** Word by word: who was seen once, and who again. */
function countMemberships(sets: readonly MemberSet[], people: number) {
  const words = Math.ceil(people / 32)
  const [once, again] = [new Uint32Array(words), new Uint32Array(words)]
  for (const set of sets)
    for (let word = 0; word < words; word++) {
      again[word]! |= once[word]! & set[word]!
      once[word]! |= set[word]!
    }
  return { none: people - sizeOf(once), several: sizeOf(again) }
}
