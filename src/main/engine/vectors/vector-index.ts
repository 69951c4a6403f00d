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

/** Part of what the index holds: everything, one persona's rows, or some entries'. */
export type VectorScope =
  { readonly personaId: string } | { readonly entryIds: readonly EntryId[] } | 'everything'

/** Without its vector: `null`. */
export type IndexedRow = Omit<VectorRow, 'vector'> & { readonly vector: Float32Array | null }

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
  /** What it holds, as it lies there, duplicates included; a few rows at a time. */
  scan(scope: VectorScope, options: { readonly vectors: boolean }): AsyncIterable<IndexedRow[]>
  /** Drops what the index holds of other embedding models. @returns how many models */
  dropOthers(): Promise<number>
  /** Drops every row, and whatever was broken about the files; the caller fills it again. */
  clear(): Promise<void>
  /** Merges small fragments and drops old versions; called when idle. */
  compact(): Promise<void>
  close(): Promise<void>
}
