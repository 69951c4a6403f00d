import { randomUUID } from 'node:crypto'
import { CohortId, type TenantId } from '../../../shared/contract/ids.ts'
import {
  CohortBody,
  type Cohort,
  type CohortPreview,
  type UpdateCohortRequest,
} from '../../../shared/contract/cohorts.ts'
import { PersonaListItem, type Persona } from '../../../shared/contract/personas.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { moveToTrash, takeFromTrash } from '../db/trash.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import { sentence } from '../domain/criteria/sentence.ts'
import { COHORT_FLOOR } from '../domain/studies/readiness.ts'
import { EngineError } from '../errors.ts'
import {
  findCohort,
  insertCohort,
  insertRevision,
  listCohortPage,
  type StoredCohort,
} from './cohorts.repo.ts'
import { inTurns } from './in-turns.ts'
import { membersOf, sizeToday, type Definition } from './members.ts'
import type { People } from './people.ts'

const FACES = 3

export type CohortDeps = { db: WriteDb; now: () => number; people: People }

export async function createCohort(
  deps: CohortDeps,
  tenantId: TenantId,
  body: CohortBody,
): Promise<Cohort> {
  const id = CohortId.parse(randomUUID())
  const createdAt = deps.now()
  await deps.db.transaction().execute(async (trx) => {
    await insertCohort(trx, tenantId, { id, name: body.name, createdAt })
    await insertRevision(trx, id, { id: randomUUID(), revision: 1, body, createdAt })
  })
  return getCohort(deps, tenantId, id)
}

/** @throws EngineError `not_found`, also for a cohort in the trash */
export async function getCohort(
  deps: CohortDeps,
  tenantId: TenantId,
  id: CohortId,
): Promise<Cohort> {
  const [stored, everybody] = await Promise.all([
    getStored(deps, tenantId, id),
    deps.people(tenantId),
  ])
  return describe(stored, everybody)
}

export async function listCohorts(
  deps: CohortDeps,
  tenantId: TenantId,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ cohorts: Cohort[]; nextCursor: string | null }> {
  // Asked also where there is no cohort yet: the designer of the first one finds everybody read.
  const [{ cohorts, nextCursor }, everybody] = await Promise.all([
    listCohortPage(deps.db, tenantId, page),
    deps.people(tenantId),
  ])
  return { cohorts: await inTurns(describeAll(cohorts, everybody)), nextCursor }
}

/** Saves a change as a new revision; what changes nothing makes none. */
export async function changeCohort(
  deps: CohortDeps,
  tenantId: TenantId,
  id: CohortId,
  change: UpdateCohortRequest,
): Promise<Cohort> {
  // Read and written as one: two changes at once are two revisions.
  await deps.db.transaction().execute(async (trx) => {
    const stored = await getStored({ db: trx }, tenantId, id)
    const before = CohortBody.strip().parse(stored)
    const body = CohortBody.strip().parse({ ...before, ...change })
    if (canonicalJson(body) === canonicalJson(before)) return
    const revision = {
      id: randomUUID(),
      revision: stored.revision + 1,
      body,
      createdAt: deps.now(),
    }
    await insertRevision(trx, id, revision)
  })
  return getCohort(deps, tenantId, id)
}

/** Moves a cohort to the trash; frozen populations keep their members. */
export async function removeCohort(
  deps: CohortDeps,
  tenantId: TenantId,
  id: CohortId,
): Promise<Cohort> {
  const cohort = await getCohort(deps, tenantId, id)
  await moveToTrash(deps.db, { table: 'cohort', tenantId, id }, deps.now())
  return cohort
}

/** @throws EngineError `not_found` when there is no such cohort in the trash */
export async function restoreCohort(
  deps: CohortDeps,
  tenantId: TenantId,
  id: CohortId,
): Promise<Cohort> {
  await takeFromTrash(deps.db, { table: 'cohort', tenantId, id })
  return getCohort(deps, tenantId, id)
}

/** What a definition amounts to today, stored nowhere. */
export async function previewCohort(
  { people }: Pick<CohortDeps, 'people'>,
  tenantId: TenantId,
  definition: Definition,
): Promise<CohortPreview> {
  const everybody = await people(tenantId)
  const members = membersOf(definition, everybody)
  return {
    sentence: fullSentence(definition),
    size: members.length,
    of: everybody.length,
    floor: COHORT_FLOOR,
    sample: spread(members, FACES).map((persona) => PersonaListItem.strip().parse(persona)),
  }
}

/** Members today, in order of creation. @throws EngineError `not_found` */
export async function resolveMembers(
  deps: CohortDeps,
  tenantId: TenantId,
  id: CohortId,
): Promise<Persona[]> {
  const [stored, everybody] = await Promise.all([
    getStored(deps, tenantId, id),
    deps.people(tenantId),
  ])
  return membersOf(stored, everybody)
}

function* describeAll(
  cohorts: readonly StoredCohort[],
  everybody: readonly Persona[],
): Generator<void, Cohort[]> {
  const described: Cohort[] = []
  for (const stored of cohorts) {
    described.push(describe(stored, everybody))
    yield
  }
  return described
}

function describe(stored: StoredCohort, everybody: readonly Persona[]): Cohort {
  return {
    ...stored,
    sentence: fullSentence(stored),
    size: sizeToday(stored, everybody),
    createdAt: new Date(stored.createdAt).toISOString(),
    updatedAt: new Date(stored.updatedAt).toISOString(),
  }
}

export function fullSentence({ criteria, additions, exclusions }: Definition): string {
  const picked = [
    ...(additions.length > 0 ? [`plus ${additions.length} picked by hand`] : []),
    ...(exclusions.length > 0 ? [`without ${exclusions.length} taken out by hand`] : []),
  ]
  return [sentence(criteria), ...picked].join(', ')
}

/** A few, far apart in the list: neighbours were often imported together and look alike. */
function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(items.length / count))
  return items.filter((_, i) => i % step === 0).slice(0, count)
}

export async function getStored(
  { db }: { db: ReadDb },
  tenantId: TenantId,
  id: CohortId,
): Promise<StoredCohort> {
  const stored = await findCohort(db, tenantId, id)
  if (!stored) throw new EngineError('not_found', `No cohort ${id}`)
  return stored
}
