import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as Arrow from 'apache-arrow'
import { connect, type Table } from '@lancedb/lancedb'
import { toArrow, vectorSchema } from '../../src/main/engine/vectors/arrow-batch.ts'
import type { VectorRow } from '../../src/main/engine/vectors/vector-index.ts'

const arrow = createRequire(import.meta.url)('apache-arrow') as typeof Arrow

/** Writes to a workspace's LanceDB table behind the engine's back. */
export async function operate(
  folder: string,
  work: (surgery: {
    rows(): Promise<VectorRow[]>
    insert(rows: readonly VectorRow[]): Promise<void>
    remove(entryIds: readonly string[]): Promise<void>
  }) => Promise<void>,
): Promise<void> {
  const connection = await connect(folder)
  const [name] = await connection.tableNames()
  const table = await connection.openTable(name!)
  await work({
    rows: () => readRows(table),
    insert: async (rows) => {
      const schema = vectorSchema(rows[0]!.vector.length)
      await table.add(arrow.tableFromIPC(arrow.tableToIPC(toArrow(schema, rows))))
    },
    remove: async (entryIds) => {
      await table.delete(`entry_id in (${entryIds.map((id) => `'${id}'`).join(', ')})`)
    },
  })
  table.close()
  connection.close()
}

/** Everything a workspace's LanceDB tables hold. */
export async function indexedRows(folder: string): Promise<VectorRow[]> {
  let rows: VectorRow[] = []
  await operate(folder, async (surgery) => {
    rows = await surgery.rows()
  })
  return rows
}

/** Names of the folders, one for each embedding model. */
export async function tablesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('memories_'))
}

export const tableFolder = async (folder: string) => join(folder, (await tablesIn(folder))[0]!)

async function readRows(table: Table): Promise<VectorRow[]> {
  const rows = (await table.query().toArray()) as {
    entry_id: VectorRow['entryId']
    tenant_id: VectorRow['tenantId']
    persona_id: VectorRow['personaId']
    sequence: number
    superseded: boolean
    vector: { toArray(): Float32Array }
  }[]
  return rows.map((row) => ({
    entryId: row.entry_id,
    tenantId: row.tenant_id,
    personaId: row.persona_id,
    sequence: row.sequence,
    superseded: row.superseded,
    vector: Float32Array.from(row.vector.toArray()),
  }))
}
