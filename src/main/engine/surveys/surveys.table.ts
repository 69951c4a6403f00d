export interface HumanSurveyTable {
  id: string
  tenant_id: string
  name: string
  /** JSON SurveySource. */
  about: string
  layout: string
  rows: number
  /** Rows, or the sum of the counts. */
  people: number
  /** Kish's effective n over all rows. */
  kish_n: number
  weighted: number
  /** Counts were taken from published shares. */
  from_shares: number
  /** Float64, deflated: shape [rows]. */
  weights: Uint8Array
  /** JSON string[], deflated: shape [rows]; null where the file names nobody. */
  persons: Uint8Array | null
  created_at: number
  updated_at: number
  deleted_at: number | null
}
export interface HumanItemTable {
  survey_id: string
  /** 0, 1, 2… in the order of the file. */
  position: number
  id: string
  kind: string
  text: string
  ordered: number
  /** JSON SurveyValue[], in order. */
  item_values: string
  n: number
  kish_n: number
  missing: number
  /** JSON ItemUse[]. */
  used_for: string
  /** Uint16 indexes into the values, deflated: shape [rows]. */
  codes: Uint8Array
}
