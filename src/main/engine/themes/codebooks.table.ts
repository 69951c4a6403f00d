export interface CodebookTable {
  id: string
  tenant_id: string
  run_id: string
  question_id: string
  /** JSON: what its themes were taken from. */
  started_from: string
  /** JSON CodebookStart. */
  start: string
  created_at: number
}
/** What was done to a codebook; rows are only ever added. */
export interface CodebookEventTable {
  codebook_id: string
  /** 1, 2, … without gaps. */
  revision: number
  /** JSON CodebookEvent. */
  event: string
  created_at: number
}
export interface CodingSampleTable {
  id: string
  codebook_id: string
  /** The codebook's when the sample was drawn. */
  revision: number
  seed: number
  /** JSON, in the order they are coded. */
  task_ids: string
  created_at: number
}
export interface CodingSampleCodeTable {
  sample_id: string
  task_id: string
  /** Null: no theme. */
  theme_id: string | null
  coded_at: number
}
