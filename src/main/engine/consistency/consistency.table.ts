/** The latest check of a persona. */
export interface ConsistencyReportTable {
  persona_id: string
  tenant_id: string
  score: number
  checked_at: number
  checked_sequence: number
  /** JSON ConsistencyIssue[], dismissals left out. */
  issues: string
}
export interface ConsistencyDismissalTable {
  persona_id: string
  issue_id: string
  dismissed_at: number
}
