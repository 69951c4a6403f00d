export interface ReconcileProgressTable {
  job_id: string
  /** The step it is at. */
  phase: string
  /** Where in that step, JSON: a row, or the id of a persona; null at its beginning. */
  cursor: string
  done: number
  total: number
  /** JSON ReconcileCounts: what was found so far. */
  counts: string
  started_at: number
}
