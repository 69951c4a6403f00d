import type { Generated } from 'kysely'

export interface TimelineEntryTable {
  /** SQLite rowid: what the full-text table refers to. */
  row: Generated<number>
  id: string
  tenant_id: string
  persona_id: string
  sequence: number
  event_at: number
  event_label: string
  facts: string
  feelings: string
  interpretation: string
  /** JSON array. */
  emotion_tags: string
  memory_type: string
  memory_strength: number
  /** JSON record. */
  metadata: string
  source: string
  known_at: number
  supersedes: string | null
  superseded_by: string | null
  supersede_reason: string | null
  /** Characters of what full text indexes: what BM25 normalises by. */
  text_length: number
  created_at: number
}
export interface EmbeddingTable {
  entry_id: string
  model: string
  /** Float32, little-endian. */
  vector: Uint8Array
}
/** Written in the transaction that changed the memory; drained into the vector index. */
export interface OutboxTable {
  seq: Generated<number>
  entry_id: string
  persona_id: string
  op: 'upsert' | 'remove'
}
/** A recall in an interview that keeps a memory from fading. */
export interface RehearsalTable {
  entry_id: string
  turn_id: string
  persona_id: string
  /** The session's clock. */
  at: number
}
