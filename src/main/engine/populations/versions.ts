import type { PopulationId, PopulationVersionId, TenantId } from '../../../shared/contract/ids.ts'
import type { VersionMembers } from '../../../shared/contract/population-analysis.ts'
import type { BalanceReport, Population } from '../../../shared/contract/populations.ts'
import type { ReadDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { findBalance, findVersion, listMembers } from './populations.repo.ts'

export type VersionPlace = { id: PopulationId; version: number }

/** @throws EngineError `not_found`, also for a population in the trash */
export async function getVersion(
  db: ReadDb,
  tenantId: TenantId,
  place: VersionPlace,
): Promise<Population> {
  const found = await findVersion(db, tenantId, place)
  if (!found)
    throw new EngineError('not_found', `No version ${place.version} of population ${place.id}`)
  return found
}

/**
 * How well a version's weights meet its targets, whatever has become of its population; undefined
 * where nothing was stored of that.
 */
export async function getVersionBalance(
  db: ReadDb,
  versionId: PopulationVersionId,
): Promise<BalanceReport | undefined> {
  return findBalance(db, versionId)
}

/** One page of a version's frozen members. @throws EngineError `not_found` */
export async function listVersionMembers(
  db: ReadDb,
  tenantId: TenantId,
  { limit, cursor, ...place }: VersionPlace & { limit: number; cursor?: string | undefined },
): Promise<VersionMembers> {
  const { versionId } = await getVersion(db, tenantId, place)
  const after = cursor === undefined ? undefined : String(decodeCursor(cursor)[0])
  const found = await listMembers(db, versionId, { limit: limit + 1, after })
  const members = found.slice(0, limit)
  const last = members.at(-1)
  const isMore = found.length > limit && last !== undefined
  return { members, nextCursor: isMore ? encodeCursor([last.personaId]) : null }
}
