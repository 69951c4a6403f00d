import type { ConsistencyIssue } from '../../../../shared/contract/consistency.ts'
import type { Finding } from './finding.ts'

/** What a check found, whatever somebody thought of it. */
export function toFinding(issue: ConsistencyIssue): Finding {
  const { dismissedAt: _, ...finding } = issue
  return finding
}
