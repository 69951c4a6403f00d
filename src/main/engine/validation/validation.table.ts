/** Reports as they were made: none changes. */
export interface ValidationTable {
  id: string
  tenant_id: string
  run_id: string
  survey_id: string | null
  population_id: string
  population_version_id: string
  skill_id: string
  skill_version_id: string
  model_name: string
  rehearsal: number
  /** JSON ValidationSummary. */
  summary: string
  /** JSON StoredValidation. */
  report: string
  created_at: number
  deleted_at: number | null
}
