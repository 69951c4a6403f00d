import { setImmediate as nextTurn } from 'node:timers/promises'
import type * as Lance from '@lancedb/lancedb'
import type { EntryId, PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { IndexedRow, VectorScope } from './vector-index.ts'

/** Rows handed over between two turns of the event loop. */
const ROWS_PER_TURN = 125
const COLUMNS = ['entry_id', 'tenant_id', 'persona_id', 'sequence', 'superseded']

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
      yield readRows(batch, start, Math.min(batch.numRows, start + ROWS_PER_TURN))
      await nextTurn()
    }
  }
}

type Batch = { getChild(name: string): { get(row: number): unknown } | null }

/** Column by column: rows as objects of Arrow cost ten times as much. */
function readRows(batch: Batch, start: number, end: number): IndexedRow[] {
  const column = (name: string) => batch.getChild(name)
  const [entryIds, tenantIds, personaIds] = COLUMNS.slice(0, 3).map(column)
  const [sequences, superseded, vectors] = ['sequence', 'superseded', 'vector'].map(column)
  return Array.from({ length: end - start }, (_, i) => {
    const row = start + i
    const vector = vectors?.get(row) as { toArray(): Float32Array } | undefined
    return {
      entryId: entryIds!.get(row) as EntryId,
      tenantId: tenantIds!.get(row) as TenantId,
      personaId: personaIds!.get(row) as PersonaId,
      sequence: sequences!.get(row) as number,
      superseded: superseded!.get(row) as boolean,
      // A copy: the batch it lies in goes with the next turn.
      vector: vector ? Float32Array.from(vector.toArray()) : null,
    }
  })
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
