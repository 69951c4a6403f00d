import { setImmediate as nextTurn } from 'node:timers/promises'
import type * as Lance from '@lancedb/lancedb'
import type { EntryId, PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { IndexedRow, VectorScope } from './vector-index.ts'

/** Rows handed over between two turns of the event loop. */
const ROWS_PER_TURN = 250
const COLUMNS = ['entry_id', 'tenant_id', 'persona_id', 'sequence', 'superseded']

type LanceRow = {
  readonly entry_id: string
  readonly tenant_id: string
  readonly persona_id: string
  readonly sequence: number
  readonly superseded: boolean
  readonly vector?: { toArray(): Float32Array }
}

/** What a table holds, as of the moment it is first asked; rows come in no order. */
export async function* scanTable(
  table: Lance.Table,
  scope: VectorScope,
  vectors: boolean,
): AsyncGenerator<IndexedRow[]> {
  // As it lies on disk, should anybody else have written there.
  await table.checkoutLatest()
  const query = table.query().select(vectors ? [...COLUMNS, 'vector'] : COLUMNS)
  const filter = filterOf(scope)
  for await (const batch of filter === null ? query : query.where(filter)) {
    for (let start = 0; start < batch.numRows; start += ROWS_PER_TURN) {
      const rows = batch.slice(start, start + ROWS_PER_TURN)
      yield Array.from(rows, (row) => toIndexedRow(row as unknown as LanceRow))
      await nextTurn()
    }
  }
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function filterOf(scope: VectorScope): string | null {
  if (scope === 'everything') return null
  if ('personaId' in scope) return `persona_id = ${quoted(scope.personaId)}`
  if (scope.entryIds.length === 0) return 'false'
  return `entry_id in (${scope.entryIds.map(quoted).join(', ')})`
}

function toIndexedRow(row: LanceRow): IndexedRow {
  return {
    entryId: row.entry_id as EntryId,
    tenantId: row.tenant_id as TenantId,
    personaId: row.persona_id as PersonaId,
    sequence: row.sequence,
    superseded: row.superseded,
    // A copy: the batch it lies in goes with the next turn.
    vector: row.vector ? Float32Array.from(row.vector.toArray()) : null,
  }
}
