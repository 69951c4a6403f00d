import type { ConsistencyReport } from '../../../shared/contract/consistency.ts'
import type { EntryId } from '../../../shared/contract/ids.ts'
import type { WriteDb } from '../db/schema.ts'
import type { Finding } from '../domain/consistency/finding.ts'
import { EngineError } from '../errors.ts'
import { getPersona } from '../personas/find-personas.ts'
import { scoreOf } from './score-of.ts'
import {
  deleteDismissal,
  findReport,
  insertDismissal,
  listDismissals,
  saveReport,
  toReport,
  type ReportOwner,
  type StoredReport,
} from './reports.repo.ts'

/**
 * Sets an issue aside, or takes it up again. A dismissal outlives the check: the same finding stays
 * dismissed.
 *
 * @throws EngineError `not_found` when the latest report has no such issue
 */
export async function dismissIssue(
  deps: { readonly db: WriteDb; readonly now: () => number },
  owner: ReportOwner & { readonly issueId: string },
  dismissed: boolean,
): Promise<ConsistencyReport> {
  const { tenantId, personaId, issueId } = owner
  await getPersona(deps.db, tenantId, personaId)
  return deps.db.transaction().execute(async (trx) => {
    const report = await findReport(trx, owner)
    if (!report?.issues.some(({ id }) => id === issueId))
      throw new EngineError('not_found', `No issue ${issueId} in the latest report`)
    if (dismissed) await insertDismissal(trx, personaId, issueId, deps.now())
    else await deleteDismissal(trx, personaId, issueId)
    return saveRescored(trx, owner, report)
  })
}

/** Takes what a correction settles out of the latest report, inside the caller's transaction. */
export async function settleIssues(
  trx: WriteDb,
  owner: ReportOwner,
  corrected: EntryId,
): Promise<void> {
  const report = await findReport(trx, owner)
  if (!report) return
  const issues = report.issues.filter(({ entryIds }) => !entryIds.includes(corrected))
  if (issues.length < report.issues.length) await saveRescored(trx, owner, { ...report, issues })
}

/** Puts what an interview contradicted into the latest report, inside the caller's transaction. */
export async function noteIssues(
  trx: WriteDb,
  owner: ReportOwner,
  findings: readonly Finding[],
): Promise<void> {
  if (findings.length === 0) return
  const report = await findReport(trx, owner)
  if (!report) return
  const known = new Set(report.issues.map(({ id }) => id))
  const added = findings.filter(({ id }) => !known.has(id))
  await saveRescored(trx, owner, { ...report, issues: [...report.issues, ...added] })
}

async function saveRescored(
  trx: WriteDb,
  owner: ReportOwner,
  report: StoredReport,
): Promise<ConsistencyReport> {
  const dismissals = await listDismissals(trx, owner.personaId)
  const rescored = { ...report, score: scoreOf(report.issues, dismissals) }
  await saveReport(trx, owner, rescored)
  return toReport(rescored, dismissals)
}
