export interface ScheduleTable {
  id: string
  tenant_id: string
  study_id: string
  name: string
  cron: string
  /** IANA name. */
  time_zone: string
  enabled: number
  max_concurrency: number | null
  /** When it is due next, ms; null while it is off, in the trash, or has no further date. */
  next_at: number | null
  created_at: number
  updated_at: number
  deleted_at: number | null
}
export interface ScheduleFiringTable {
  schedule_id: string
  due_at: number
  fired_at: number
  /** Firings before it that were missed. */
  missed: number
  run_id: string | null
  error: string | null
}
