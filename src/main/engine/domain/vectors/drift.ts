import type { EntryId } from '../../../../shared/contract/ids.ts'

/** What both sides hold of an entry. */
export type ComparableRow = {
  readonly entryId: EntryId
  readonly tenantId: string
  readonly personaId: string
  readonly sequence: number
  readonly superseded: boolean
  readonly vector: Float32Array
}

/** Entries by how the index differs from the truth; an entry is in one list at most. */
export type Drift = Readonly<Record<'missing' | 'stale' | 'ghost' | 'duplicate', EntryId[]>>

/**
 * How an index differs from what it should hold.
 *
 * @param pending  entries whose change the index has yet to hear of: how they differ is no drift
 */
export function findDrift(
  expected: ReadonlyMap<EntryId, ComparableRow>,
  indexed: readonly ComparableRow[],
  pending: ReadonlySet<EntryId>,
): Drift {
  const drift: Drift = { missing: [], stale: [], ghost: [], duplicate: [] }
  const times = new Map<EntryId, number>()
  for (const { entryId } of indexed) times.set(entryId, (times.get(entryId) ?? 0) + 1)

  const seen = new Set<EntryId>()
  for (const row of indexed) {
    if (seen.has(row.entryId) || pending.has(row.entryId)) continue
    seen.add(row.entryId)
    const truth = expected.get(row.entryId)
    if (!truth) drift.ghost.push(row.entryId)
    else if (times.get(row.entryId)! > 1) drift.duplicate.push(row.entryId)
    else if (!isSame(truth, row)) drift.stale.push(row.entryId)
  }
  for (const entryId of expected.keys()) {
    if (!times.has(entryId) && !pending.has(entryId)) drift.missing.push(entryId)
  }
  return drift
}

function isSame(a: ComparableRow, b: ComparableRow): boolean {
  return (
    a.tenantId === b.tenantId &&
    a.personaId === b.personaId &&
    a.sequence === b.sequence &&
    a.superseded === b.superseded &&
    isSameVector(a.vector, b.vector)
  )
}

// Bit for bit, so that a vector that holds no number equals itself.
function isSameVector(a: Float32Array, b: Float32Array): boolean {
  if (a.length !== b.length) return false
  const [left, right] = [bitsOf(a), bitsOf(b)]
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false
  return true
}

function bitsOf(vector: Float32Array): Uint32Array {
  return new Uint32Array(vector.buffer, vector.byteOffset, vector.length)
}
