export interface JobTable {
  id: string
  tenant_id: string
  kind: string
  /** Deterministic: enqueueing the same unit twice is one job. */
  unit_key: string
  /** JSON. */
  payload: string
  status: string
  attempts: number
  lease_owner: string | null
  lease_until: number | null
  run_after: number
  /** JSON. */
  result: string | null
  /** JSON `{code, message}`. */
  error: string | null
  created_at: number
  updated_at: number
}
