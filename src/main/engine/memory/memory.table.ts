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
  /** Characters of what full text indexes. */
  text_length: number
  created_at: number
}
/** Clustered by persona, so that one persona's vectors are read from neighbouring pages. */
export interface EmbeddingTable {
  /** Id of the embedding model's row. */
  model: number
  persona_row: number
  /** The entry's. */
  row: number
  /** Scale as float32, then a signed byte a value; little-endian. */
  vector: Uint8Array
}
export interface EmbeddingModelTable {
  id: Generated<number>
  name: string
  /** Kept by triggers. */
  vectors: Generated<number>
}
/** What recall searches of an entry; follows from its text. Clustered by persona, too. */
export interface MemoryFeatureTable {
  persona_row: number
  row: number
  /** Empty: to be computed anew. */
  data: Uint8Array
}
/** Moves when something about a timeline changed that its length does not tell; kept by triggers. */
export interface TimelineRevisionTable {
  persona_row: number
  /** Anything but what is superseded. */
  revision: Generated<number>
  replacements: Generated<number>
}
/** Rows claimed by a long append that is not complete, and therefore not visible. */
export interface TimelineBatchTable {
  id: Generated<number>
  persona_row: number
  first_row: number
  last_row: number
  created_at: number
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
