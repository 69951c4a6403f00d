import type { Generated } from 'kysely'

export interface SessionTable {
  id: string
  tenant_id: string
  persona_id: string
  kind: string
  title: string
  turn_count: number
  /** JSON Mood. */
  mood: string
  /** JSON record: entry id → pressure in hundredths. */
  pressure: string
  /** JSON array of entry ids of repressed memories that surfaced. */
  surfaced: string
  created_at: number
  updated_at: number
}
export interface TurnTable {
  id: string
  tenant_id: string
  session_id: string
  persona_id: string
  turn_index: number
  question_id: string | null
  prompt: string
  response: string
  model_name: string
  rehearsal: number
  tokens_in: number
  tokens_out: number
  latency_ms: number
  /** JSON RecalledMemory[]. */
  recalled: string
  /** JSON messages sent to the model. */
  messages: string
  /** The session's clock, ms: `asOf`, or when it was asked. */
  clock: number
  /** What the session carried after this turn, as in `session`. */
  mood: string
  pressure: string
  surfaced: string
  /** What the model was asked with, 0 … 2³¹−1; null in turns of before this was kept. */
  seed: Generated<number | null>
  /** What equal calls have in common; null where none was looked for. */
  cache_key: Generated<string | null>
  /** 1 where an equal earlier call answered; null as `seed`. */
  from_cache: Generated<number | null>
  created_at: number
}
export interface TurnEmbeddingTable {
  turn_id: string
  model: string
  vector: Uint8Array
}
