import { sql } from 'kysely'
import { z } from 'zod'
import { ConsistencyIssue, type ConsistencyReport } from '../../../shared/contract/consistency.ts'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import type { Finding } from '../domain/consistency/finding.ts'
import { toIso } from '../memory/instant.ts'
import type { Place } from '../http/cursor.ts'

export type ReportOwner = { readonly tenantId: TenantId; readonly personaId: PersonaId }

/** A check as it is kept: dismissals are kept apart, for they outlive it. */
export type StoredReport = {
  readonly personaId: PersonaId
  readonly score: number
  /** Milliseconds. */
  readonly checkedAt: number
  readonly checkedSequence: number
  readonly issues: readonly Finding[]
}

const Findings = z.array(ConsistencyIssue.omit({ dismissedAt: true }))

/** Takes the place of the check before. */
export async function saveReport(
  db: WriteDb,
  { tenantId, personaId }: ReportOwner,
  report: StoredReport,
): Promise<void> {
  const columns = {
    score: report.score,
    checked_at: report.checkedAt,
    checked_sequence: report.checkedSequence,
    issues: JSON.stringify(report.issues),
  }
  await db
    .insertInto('consistency_report')
    .values({ persona_id: personaId, tenant_id: tenantId, ...columns })
    .onConflict((conflict) => conflict.column('persona_id').doUpdateSet(columns))
    .execute()
}

export async function findReport(
  db: ReadDb,
  { tenantId, personaId }: ReportOwner,
): Promise<StoredReport | undefined> {
  const row = await db
    .selectFrom('consistency_report')
    .selectAll()
    .where('persona_id', '=', personaId)
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** When which issue of a persona was dismissed, milliseconds. */
export async function listDismissals(
  db: ReadDb,
  personaId: PersonaId,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('consistency_dismissal')
    .select(['issue_id', 'dismissed_at'])
    .where('persona_id', '=', personaId)
    .execute()
  return new Map(rows.map((row) => [row.issue_id, row.dismissed_at]))
}

/** The first dismissal stands. */
export async function insertDismissal(
  db: WriteDb,
  personaId: PersonaId,
  issueId: string,
  now: number,
): Promise<void> {
  await db
    .insertInto('consistency_dismissal')
    .values({ persona_id: personaId, issue_id: issueId, dismissed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteDismissal(
  db: WriteDb,
  personaId: PersonaId,
  issueId: string,
): Promise<void> {
  await db
    .deleteFrom('consistency_dismissal')
    .where('persona_id', '=', personaId)
    .where('issue_id', '=', issueId)
    .execute()
}

/** Reports with an issue that nobody dismissed, of personas that are not in the trash, newest first. */
export async function listOpenReports(
  db: ReadDb,
  tenantId: TenantId,
  { limit, after }: { readonly limit: number; readonly after: Place | undefined },
): Promise<StoredReport[]> {
  let query = db
    .selectFrom('consistency_report as r')
    .innerJoin('persona as p', 'p.id', 'r.persona_id')
    .selectAll('r')
    .where('r.tenant_id', '=', tenantId)
    .where('p.deleted_at', 'is', null)
    .where(
      sql<boolean>`exists (select 1 from json_each(r.issues) as issue
        where issue.value ->> 'id' not in (select d.issue_id from consistency_dismissal d
          where d.persona_id = r.persona_id))`,
    )
  if (after) {
    query = query.where(sql<boolean>`(r.checked_at, r.persona_id) < (${after.at}, ${after.id})`)
  }
  const rows = await query
    .orderBy('r.checked_at', 'desc')
    .orderBy('r.persona_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

export function toReport(
  stored: StoredReport,
  dismissals: ReadonlyMap<string, number>,
): ConsistencyReport {
  return {
    personaId: stored.personaId,
    score: stored.score,
    checkedAt: toIso(stored.checkedAt),
    checkedSequence: stored.checkedSequence,
    issues: stored.issues.map((issue) => {
      const at = dismissals.get(issue.id)
      return { ...issue, dismissedAt: at === undefined ? null : toIso(at) }
    }),
  }
}

type ReportRow = {
  persona_id: string
  score: number
  checked_at: number
  checked_sequence: number
  issues: string
}

function fromRow(row: ReportRow): StoredReport {
  return {
    personaId: row.persona_id as PersonaId,
    score: row.score,
    checkedAt: row.checked_at,
    checkedSequence: row.checked_sequence,
    issues: Findings.parse(JSON.parse(row.issues)) as Finding[],
  }
}
