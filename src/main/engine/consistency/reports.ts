import type { ConsistencyReport } from '../../../shared/contract/consistency.ts'
import type { ReadDb } from '../db/schema.ts'
import { findReport, listDismissals, toReport, type ReportOwner } from './reports.repo.ts'

/** The latest check of a persona, or undefined when it was never checked. */
export async function findLatestReport(
  db: ReadDb,
  owner: ReportOwner,
): Promise<ConsistencyReport | undefined> {
  const stored = await findReport(db, owner)
  return stored && toReport(stored, await listDismissals(db, owner.personaId))
}
