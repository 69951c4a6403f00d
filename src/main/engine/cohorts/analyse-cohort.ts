import type {
  CohortAnalysis,
  CohortDiversity,
  CohortOverlap,
} from '../../../shared/contract/cohort-analysis.ts'
import type { CohortId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import { readColumns, type Column } from '../domain/cohorts/analysis/columns.ts'
import {
  compositionOf,
  spreadFields,
  type FieldSpread,
} from '../domain/cohorts/analysis/composition.ts'
import { criteriaNotes, handPickedNotes } from '../domain/cohorts/analysis/criteria-notes.ts'
import { diversitySentence } from '../domain/cohorts/analysis/diversity.ts'
import {
  comparable,
  gowerDistance,
  meanDistance,
  type PairDistance,
} from '../domain/cohorts/analysis/gower.ts'
import { createTwinList, findTwins } from '../domain/cohorts/analysis/twins.ts'
import {
  jaccardOf,
  placesOf,
  sharedBy,
  sizeOf,
  type MemberSet,
} from '../domain/cohorts/member-set.ts'
import { fieldsOf } from '../domain/criteria/fields-of.ts'
import { COHORT_FLOOR } from '../domain/studies/readiness.ts'
import { listAllCohorts } from './cohorts.repo.ts'
import type { CohortDeps } from './cohorts.ts'
import { inTurns } from './in-turns.ts'
import { setOf, setToday, type Definition, type Revised } from './members.ts'

/** What is asked again and again of the same people, worked out once. */
type Prepared = {
  readonly compared: readonly Column[]
  readonly spreads: readonly FieldSpread[]
  readonly distance: PairDistance
  /** Of everybody; null under two people. */
  readonly meanDistance: number | null
}
const prepared = new WeakMap<readonly Persona[], Promise<Prepared>>()

/**
 * What a definition amounts to today: how its members are spread against everybody, how different
 * they are, which other cohorts they are in, and what is odd about it. Stored nowhere.
 *
 * @param cohortId  the cohort that is being edited, which is not compared with itself
 */
export async function analyseCohort(
  deps: Pick<CohortDeps, 'db' | 'people'>,
  tenantId: TenantId,
  { cohortId, ...definition }: Definition & { cohortId?: CohortId | undefined },
): Promise<CohortAnalysis> {
  const [everybody, cohorts] = await Promise.all([
    deps.people(tenantId),
    listAllCohorts(deps.db, tenantId),
  ])
  const about = await prepare(everybody)
  const set = setOf(definition, everybody)
  const members = placesOf(set)
  const defining = new Set(fieldsOf(definition.criteria))
  const others = cohorts.filter(({ id }) => id !== cohortId)
  return {
    size: members.length,
    of: everybody.length,
    floor: COHORT_FLOOR,
    composition: await inTurns(compositionOf(about.spreads, members, defining)),
    diversity: await inTurns(diversityOf(about, everybody, members)),
    overlap: await inTurns(overlapOf(set, others, everybody)),
    notes: [
      ...(await inTurns(criteriaNotes(definition.criteria, everybody))),
      ...handPickedNotes(definition, everybody),
    ],
  }
}

function prepare(everybody: readonly Persona[]): Promise<Prepared> {
  let known = prepared.get(everybody)
  if (!known) prepared.set(everybody, (known = inTurns(prepareInTurns(everybody))))
  return known
}

function* prepareInTurns(everybody: readonly Persona[]): Generator<void, Prepared> {
  const columns = yield* readColumns(everybody)
  const spreads = yield* spreadFields(columns, everybody.length)
  const compared = comparable(columns)
  const distance = gowerDistance(compared)
  const places = Int32Array.from(everybody, (_, i) => i)
  const { mean } = yield* meanDistance(distance, places)
  return { compared, spreads, distance, meanDistance: mean }
}

function* diversityOf(
  { compared, distance, meanDistance: ofEverybody }: Prepared,
  everybody: readonly Persona[],
  members: Int32Array,
): Generator<void, CohortDiversity> {
  const twins = createTwinList()
  const mean = yield* meanDistance(distance, members, twins.tell)
  if (!mean.exact) yield* findTwins(compared, distance, { people: members, twins })
  const face = (i: number) => {
    const { id, firstName, lastName } = everybody[i]!
    return { personaId: id, name: `${firstName} ${lastName}` }
  }
  const found = twins.list()
  return {
    meanDistance: mean.mean,
    workspaceMeanDistance: ofEverybody,
    ratio: mean.mean === null || !ofEverybody ? null : mean.mean / ofEverybody,
    pairs: mean.pairs,
    exact: mean.exact,
    twins: found.map(({ a, b, distance }) => ({ a: face(a), b: face(b), distance })),
    sentence: diversitySentence(mean, ofEverybody, found),
  }
}

function* overlapOf(
  set: MemberSet,
  others: readonly (Revised & { readonly name: string })[],
  everybody: readonly Persona[],
): Generator<void, CohortOverlap[]> {
  const size = sizeOf(set)
  const overlaps: CohortOverlap[] = []
  for (const other of others) {
    const otherSet = setToday(other, everybody)
    const [shared, otherSize] = [sharedBy(set, otherSet), sizeOf(otherSet)]
    overlaps.push({
      cohortId: other.id,
      name: other.name,
      size: otherSize,
      shared,
      jaccard: jaccardOf(shared, size, otherSize),
      shareOfThis: size === 0 ? 0 : shared / size,
    })
    yield
  }
  return overlaps.toSorted((a, b) => b.jaccard - a.jaccard || b.shared - a.shared)
}
