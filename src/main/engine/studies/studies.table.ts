import type { Generated } from 'kysely'

export interface StudyTable {
  id: string
  tenant_id: string
  name: string
  population_id: string
  population_version_id: string
  skill_id: string
  skill_version_id: string
  /** JSON StudyDesign. */
  design: string
  revision: Generated<number>
  created_at: number
  updated_at: number
  deleted_at: number | null
}
/** A study as it was after each change; rows are only ever added. */
export interface StudyRevisionTable {
  study_id: string
  revision: number
  name: string
  population_version_id: string
  skill_version_id: string
  /** JSON StudyDesign. */
  design: string
  note: string | null
  created_at: number
}
export interface StudyRegistrationTable {
  study_id: string
  /** Canonical JSON RegisteredPlan: what the hash was taken of. */
  plan: string
  hash: string
  runs_before: number
  registered_at: number
}
export interface RunTable {
  id: string
  tenant_id: string
  study_id: string
  number: number
  status: string
  purpose: Generated<string>
  manifest_hash: string
  model_name: string
  rehearsal: number
  max_concurrency: number
  /** Null: launched before studies had revisions. */
  study_revision: Generated<number | null>
  tokens_in: number
  tokens_out: number
  /** Output tokens set aside for calls in flight. */
  tokens_reserved: number
  tokens_in_reserved: Generated<number>
  /** Tokens of calls whose end nobody knows: a kill or a broken connection came between. */
  tokens_in_lost: Generated<number>
  tokens_out_lost: Generated<number>
  answers_cached: Generated<number>
  /** 1 where equal earlier calls may answer. */
  use_cache: Generated<number>
  /** Output tokens the run may take; null without a cap. */
  budget_tokens: number | null
  /** Millionths of the currency; null without a cap. */
  budget_micro: number | null
  /** Millionths of the currency a million tokens; null where the model has no price. */
  price_in_micro: number | null
  price_out_micro: number | null
  currency: string | null
  /** Tasks by status: kept by a trigger on `task.status`. */
  tasks_queued: Generated<number>
  tasks_running: Generated<number>
  tasks_succeeded: Generated<number>
  tasks_failed: Generated<number>
  tasks_cancelled: Generated<number>
  reason: string | null
  created_at: number
  started_at: number | null
  finished_at: number | null
}
/** Apart from `run`, whose rows are written with every answer and so stay small. */
export interface RunManifestTable {
  run_id: string
  /** JSON: everything needed to run it again. */
  manifest: string
}
/** Membership, weight and length of the timeline as frozen at launch. */
export interface RunMemberTable {
  run_id: string
  persona_id: string
  cohort_id: string
  weight: number
  last_sequence: number
}
export interface TaskTable {
  id: string
  tenant_id: string
  run_id: string
  /** Place in the seeded permutation, 0-based. */
  position: number
  /** persona key, condition, replicate: unique in the run. */
  unit_key: string
  persona_id: string
  cohort_id: string
  condition: string | null
  replicate: number
  /** Null: a task of the study itself. Else the arm or variant beside it that it belongs to. */
  arm: Generated<string | null>
  /** Place, from 1, of its condition for its persona; null where there is none. */
  condition_order: Generated<number | null>
  status: string
  attempts: number
  next_attempt_at: number
  lease_owner: string | null
  lease_until: number | null
  /** JSON `{code, message}`. */
  error: string | null
  session_id: string | null
  tokens_in: number
  tokens_out: number
  /** Not used since calls are reserved one by one; 0. */
  tokens_reserved: number
  /** From claim to answer, of the attempt that succeeded; null before. */
  duration_ms: number | null
  created_at: number
  finished_at: number | null
}
export interface TaskAnswerTable {
  task_id: string
  question_id: string
  position: number
  type: string
  status: string
  /** JSON string or number; null unless valid. */
  value: string | null
  text: string
  turn_id: string
  /** JSON AnswerDetail, or null. */
  detail: string | null
}
/** Append-only: answers by hash of model, messages and seed. */
export interface AnswerCacheTable {
  key: string
  /** JSON. */
  response: string
  created_at: number
}
