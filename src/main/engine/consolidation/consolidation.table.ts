/** What became of an exchange, once per turn: a retry finds it decided. */
export interface ConsolidationTable {
  turn_id: string
  tenant_id: string
  persona_id: string
  session_id: string
  action: string
  entry_id: string | null
  reason: string
  decided_by: string
  /** JSON ConsistencyIssue[]. */
  issues: string
  created_at: number
}
