export interface MemoryFileTable {
  id: string
  tenant_id: string
  persona_id: string
  name: string
  kind: string
  size_bytes: number
  sha256: string
  status: string
  /** Proposed, or kept. */
  memories: number
  /** JSON ProposedMemory[]. */
  proposals: string
  /** JSON. */
  skipped: string
  created_at: number
}
