import { randomUUID } from 'node:crypto'
import { PopulationId, PopulationVersionId, type TenantId } from '../../../shared/contract/ids.ts'
import {
  PopulationBody,
  type BalanceReport,
  type Population,
  type UpdatePopulationRequest,
} from '../../../shared/contract/populations.ts'
import type { CohortDeps } from '../cohorts/cohorts.ts'
import type { ReadDb } from '../db/schema.ts'
import { moveToTrash, takeFromTrash } from '../db/trash.ts'
import { sha256 } from '../domain/canonical-json.ts'
import type { Balanced } from '../domain/weighting/balance.ts'
import { EngineError } from '../errors.ts'
import { balanceDraft } from './balance-draft.ts'
import {
  findPopulation,
  insertPopulation,
  insertVersion,
  listPopulationPage,
  listPopulationVersions,
  type NewVersion,
} from './populations.repo.ts'

export type PopulationDeps = CohortDeps

export const listPopulations = listPopulationPage

/** Balances and freezes version 1. @throws EngineError `invalid_input` naming a margin nobody can meet */
export async function createPopulation(
  deps: PopulationDeps,
  tenantId: TenantId,
  body: PopulationBody,
): Promise<Population> {
  const balanced = await balanceDraft(deps, tenantId, body)
  const id = PopulationId.parse(randomUUID())
  const version = newVersion(id, 1, body, balanced, deps.now())
  await deps.db.transaction().execute(async (trx) => {
    await insertPopulation(trx, tenantId, version)
    await insertVersion(trx, version)
  })
  return getPopulation(deps.db, tenantId, id)
}

/** At its newest version. @throws EngineError `not_found`, also for one in the trash */
export async function getPopulation(
  db: ReadDb,
  tenantId: TenantId,
  id: PopulationId,
): Promise<Population> {
  return (await getWithHash(db, tenantId, id)).population
}

/**
 * Freezes a change, and today's members, as a new version. Where neither the definition nor the
 * members have changed, the newest version stands.
 */
export async function changePopulation(
  deps: PopulationDeps,
  tenantId: TenantId,
  id: PopulationId,
  change: UpdatePopulationRequest,
): Promise<Population> {
  const { population, hash } = await getWithHash(deps.db, tenantId, id)
  const body = changed(population, change)
  const balanced = await balanceDraft(deps, tenantId, body)
  const next = newVersion(id, population.version + 1, body, balanced, deps.now())
  if (next.hash === hash) return population
  await deps.db.transaction().execute((trx) => insertVersion(trx, next))
  return getPopulation(deps.db, tenantId, id)
}

/** What a change would amount to, stored nowhere. */
export async function previewBalance(
  deps: PopulationDeps,
  tenantId: TenantId,
  id: PopulationId,
  change: UpdatePopulationRequest,
): Promise<BalanceReport> {
  const population = await getPopulation(deps.db, tenantId, id)
  return (await balanceDraft(deps, tenantId, changed(population, change))).report
}

/** Every version, newest first. @throws EngineError `not_found` */
export async function listVersions(
  db: ReadDb,
  tenantId: TenantId,
  id: PopulationId,
): Promise<Population[]> {
  await getPopulation(db, tenantId, id)
  return listPopulationVersions(db, tenantId, id)
}

/** Moves a population to the trash; studies that pinned a version of it keep it. */
export async function removePopulation(
  deps: PopulationDeps,
  tenantId: TenantId,
  id: PopulationId,
): Promise<Population> {
  const population = await getPopulation(deps.db, tenantId, id)
  await moveToTrash(deps.db, { table: 'population', tenantId, id }, deps.now())
  return population
}

/** @throws EngineError `not_found` when there is no such population in the trash */
export async function restorePopulation(
  deps: PopulationDeps,
  tenantId: TenantId,
  id: PopulationId,
): Promise<Population> {
  await takeFromTrash(deps.db, { table: 'population', tenantId, id })
  return getPopulation(deps.db, tenantId, id)
}

function changed(population: Population, change: UpdatePopulationRequest): PopulationBody {
  const trim = change.trim === null ? undefined : (change.trim ?? population.trim)
  return PopulationBody.strip().parse({ ...population, ...change, trim })
}

async function getWithHash(db: ReadDb, tenantId: TenantId, id: PopulationId) {
  const found = await findPopulation(db, tenantId, id)
  if (!found) throw new EngineError('not_found', `No population ${id}`)
  return found
}

function newVersion(
  populationId: PopulationId,
  version: number,
  body: PopulationBody,
  { members, report }: Balanced,
  createdAt: number,
): NewVersion {
  const id = PopulationVersionId.parse(randomUUID())
  const hash = sha256({
    body,
    members: members.toSorted((a, b) => (a.personaId < b.personaId ? -1 : 1)),
  })
  return { id, populationId, version, body, balance: report, members, hash, createdAt }
}
