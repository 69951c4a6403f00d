import { createHash } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import type * as Lance from '@lancedb/lancedb'
import type { EntryId } from '../../../shared/contract/ids.ts'
import { toArrow, vectorSchema } from './arrow-batch.ts'
import { quoted, scanTable } from './lance-scan.ts'
import type { VectorIndex } from './vector-index.ts'

type LanceDb = typeof Lance
const TABLE_PREFIX = 'memories_'

/** @throws where LanceDB has no build for this platform */
export async function loadLance(): Promise<LanceDb> {
  // Read once, when the native library loads; otherwise its warnings land on our stderr.
  process.env['LANCEDB_LOG'] ??= 'error'
  return import('@lancedb/lancedb')
}

export type LanceIndexOptions = {
  readonly lancedb: LanceDb
  /** Created when it is not there; nothing else may live in it. */
  readonly folder: string
  readonly model: { readonly id: string; readonly dimensions: number }
}

/**
 * The vectors in LanceDB: one table per embedding model. Writes run one after the other, since
 * concurrent merges of one new key would duplicate it; a search compares with every vector of its
 * persona, since approximate indexes at this size miss too much.
 *
 * @throws when the folder cannot be read
 */
export async function openLanceIndex(options: LanceIndexOptions): Promise<VectorIndex> {
  const { lancedb } = options
  const schema = vectorSchema(options.model.dimensions)
  const name = tableName(options.model.id)
  const serially = createSerialWriter()

  async function open(): Promise<{ connection: Lance.Connection; table: Lance.Table }> {
    await mkdir(options.folder, { recursive: true })
    const connection = await lancedb.connect(options.folder)
    const known = (await connection.tableNames()).includes(name)
    if (known) return { connection, table: await connection.openTable(name) }
    const table = await connection.createEmptyTable(name, schema)
    await table.createIndex('persona_id', { config: lancedb.Index.btree() })
    return { connection, table }
  }

  let current = await open()

  return {
    kind: 'lancedb',

    upsert: (rows) =>
      serially(async () => {
        if (rows.length === 0) return
        await current.table
          .mergeInsert('entry_id')
          .whenMatchedUpdateAll()
          .whenNotMatchedInsertAll()
          .execute(toArrow(schema, rows))
      }),

    remove: (entryIds) =>
      serially(async () => {
        if (entryIds.length === 0) return
        await current.table.delete(`entry_id in (${entryIds.map(quoted).join(', ')})`)
      }),

    search: async ({ tenantId, personaId, vector, k }) => {
      const hits = await current.table
        .vectorSearch(vector)
        .distanceType('cosine')
        .bypassVectorIndex()
        .where(`persona_id = ${quoted(personaId)} and tenant_id = ${quoted(tenantId)}`)
        .select(['entry_id', '_distance'])
        .limit(k)
        .toArrow()
      return Array.from(hits, (hit) => ({
        entryId: String(hit?.['entry_id']) as EntryId,
        // A vector of zeros has no direction; its distance is not a number.
        cosine: 1 - (Number.isFinite(hit?.['_distance']) ? Number(hit?.['_distance']) : 1),
      }))
    },

    // A filter that every row passes reads one small column of every file, so that a lost or torn
    // file shows; the bare count comes from the manifest alone.
    count: () => serially(() => current.table.countRows('sequence >= 0')),

    scan: (scope, { vectors }) => scanTable(current.table, scope, vectors),

    dropOthers: () =>
      serially(async () => {
        const names = await current.connection.tableNames()
        const others = names.filter((other) => other !== name && other.startsWith(TABLE_PREFIX))
        for (const other of others) await current.connection.dropTable(other)
        return others.length
      }),

    clear: () =>
      serially(async () => {
        current.table.close()
        current.connection.close()
        await rm(options.folder, { recursive: true, force: true })
        current = await open()
      }),

    compact: () =>
      serially(async () => {
        // Only the process that holds the workspace's lock gets here, so that no file younger than
        // a week can belong to somebody else's unfinished write.
        await current.table.optimize({ cleanupOlderThan: new Date(), deleteUnverified: true })
      }),

    close: () =>
      serially(async () => {
        current.table.close()
        current.connection.close()
      }),
  }
}

/** Puts a folder that cannot be read out of the way, for whoever wants to look at it. */
export async function moveAside(folder: string): Promise<void> {
  const aside = `${folder}.broken`
  await rm(aside, { recursive: true, force: true })
  await rename(folder, aside)
}

/** One at a time, in the order called; a failure is its caller's alone. */
function createSerialWriter() {
  let tail: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const result = tail.then(work)
    tail = result.catch(() => {})
    return result
  }
}

// Ids of models hold characters that a folder's name may not.
function tableName(modelId: string): string {
  return `${TABLE_PREFIX}${createHash('sha256').update(modelId).digest('hex').slice(0, 16)}`
}
