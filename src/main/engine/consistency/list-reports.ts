import type { ConsistencyReportList } from '../../../shared/contract/consistency.ts'
import type { TenantId } from '../../../shared/contract/ids.ts'
import type { PageQuery } from '../../../shared/contract/paging.ts'
import type { ReadDb } from '../db/schema.ts'
import { placeOfCursor, toPage } from '../http/cursor.ts'
import { findPersonas } from '../personas/find-personas.ts'
import { listDismissals, listOpenReports, toReport } from './reports.repo.ts'

/** The latest reports of the workspace that have an open issue, the newest check first. */
export async function listReports(
  db: ReadDb,
  tenantId: TenantId,
  { limit, cursor }: PageQuery,
): Promise<ConsistencyReportList> {
  const after = placeOfCursor(cursor)
  const found = await listOpenReports(db, tenantId, { limit: limit + 1, after })
  const { rows, nextCursor } = toPage(found, limit, ({ checkedAt, personaId }) => ({
    at: checkedAt,
    id: personaId,
  }))
  const ids = rows.map(({ personaId }) => personaId)
  const personas = await findPersonas(db, tenantId, ids)
  const reports: ConsistencyReportList['reports'] = []
  for (const row of rows) {
    const report = toReport(row, await listDismissals(db, row.personaId))
    const { firstName, lastName } = personas.get(row.personaId)!
    const openIssues = report.issues.filter(({ dismissedAt }) => dismissedAt === null).length
    reports.push({ ...report, personaName: `${firstName} ${lastName}`, openIssues })
  }
  return { reports, nextCursor }
}
