export interface CohortTable {
  id: string
  tenant_id: string
  name: string
  created_at: number
  updated_at: number
  deleted_at: number | null
}
export interface CohortRevisionTable {
  id: string
  cohort_id: string
  revision: number
  /** What the cohort was called then. */
  name: string
  /** JSON CriteriaTree. */
  criteria: string
  /** JSON arrays of persona ids. */
  additions: string
  exclusions: string
  created_at: number
}
