export interface PopulationTable {
  id: string
  tenant_id: string
  name: string
  created_at: number
  updated_at: number
  deleted_at: number | null
}
export interface PopulationVersionTable {
  id: string
  population_id: string
  version: number
  /** JSON PopulationBody. */
  body: string
  /** JSON BalanceReport. */
  balance: string
  size: number
  /** SHA-256 of body, members and weights. */
  hash: string
  created_at: number
}
export interface PopulationMemberTable {
  population_version_id: string
  persona_id: string
  cohort_id: string
  weight: number
}
