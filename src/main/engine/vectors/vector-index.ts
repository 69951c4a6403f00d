import type { EntryId, PersonaId, TenantId } from '../../../shared/contract/ids.ts'

export type VectorRow = {
  readonly entryId: EntryId
  readonly tenantId: TenantId
  readonly personaId: PersonaId
  readonly sequence: number
  /** A hint for the search; SQLite decides what is superseded. */
  readonly superseded: boolean
  /** Unit length, shape [dimensions of the embedding model]. */
  readonly vector: Float32Array
}

export type VectorQuery = {
  readonly tenantId: TenantId
  readonly personaId: PersonaId
  readonly vector: Float32Array
  readonly k: number
}

export type VectorHit = { readonly entryId: EntryId; /** −1…1 */ readonly cosine: number }

/** A rebuildable index over the embeddings in SQLite. Losing it loses no data. */
export interface VectorIndex {
  readonly kind: 'lancedb' | 'exact'
  /** Inserts, or replaces rows with the same entry id. */
  upsert(rows: readonly VectorRow[]): Promise<void>
  remove(entryIds: readonly EntryId[]): Promise<void>
  /** Exact nearest entries of one persona, best first. */
  search(query: VectorQuery): Promise<VectorHit[]>
  count(): Promise<number>
  /** Drops every row, and whatever was broken about the files; the caller fills it again. */
  clear(): Promise<void>
  /** Merges small fragments and drops old versions; called when idle. */
  compact(): Promise<void>
  close(): Promise<void>
}
