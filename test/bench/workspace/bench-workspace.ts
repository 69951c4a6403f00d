import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PersonaId, TenantId } from '../../../src/shared/contract/ids.ts'
import { startCheckpointer } from '../../../src/main/engine/db/checkpointer.ts'
import { openDatabase } from '../../../src/main/engine/db/open.ts'
import {
  insertPrepared,
  prepareEntries,
  type PreparedEntry,
} from '../../../src/main/engine/memory/append-entries.ts'
import { createOfflineEmbedding } from '../../../src/main/engine/models/offline-embedding.ts'
import { openVectors } from '../../../src/main/engine/vectors/open-vectors.ts'
import { insertPersona } from '../../helpers/seeded-persona.ts'
import { memoryText } from './memory-text.ts'

export type Owner = { readonly tenantId: TenantId; readonly personaId: PersonaId }

/** Different memories; beyond them they are written again for somebody else. */
const POOL = 20_000
const PER_TRANSACTION = 200

export type BenchWorkspace = Awaited<ReturnType<typeof openBenchWorkspace>>

/** An empty workspace in a temporary folder, open as the engine opens it. */
export async function openBenchWorkspace() {
  const folder = await mkdtemp(join(tmpdir(), 'workbench-bench-'))
  const open = await openDatabase(join(folder, 'workspace.db'))
  const checkpointer = startCheckpointer(open.sqlite, console.error)
  const embedding = createOfflineEmbedding()
  const vectors = await openVectors({
    db: open.db,
    embedding,
    folder: join(folder, 'vectors'),
    log: console.error,
  })
  return {
    ...open,
    folder,
    embedding,
    vectors,
    async close() {
      await vectors.close()
      await checkpointer.stop()
      await open.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function insertPeople({ db }: BenchWorkspace, count: number): Promise<Owner[]> {
  const first = await insertPersona(db)
  const people = [first]
  await db.transaction().execute(async (trx) => {
    for (let i = 1; i < count; i++) {
      people.push(await insertPersona(trx, { tenantId: first.tenantId }))
    }
  })
  return people.map(({ id: personaId, tenantId }) => ({ personaId, tenantId }))
}

/** Prepared memories, to be given to whom they are written for. */
export async function preparePool({ embedding }: BenchWorkspace): Promise<PreparedEntry[]> {
  const nobody = { personaId: '' as PersonaId, tenantId: '' as TenantId }
  const pool: PreparedEntry[] = []
  for (let start = 0; start < POOL; start += 1_000) {
    const entries = Array.from({ length: 1_000 }, (_, i) => memoryText(start + i))
    pool.push(...(await prepareEntries({ embedding }, [{ ...nobody, entries, source: 'user' }])))
  }
  return pool
}

/** Writes so many memories for each, a few at a time in turn: nobody's lie all together. */
export async function fill(
  { db, vectors }: BenchWorkspace,
  pool: readonly PreparedEntry[],
  wanted: readonly { readonly owner: Owner; readonly count: number }[],
  perTurn = 50,
): Promise<number> {
  const open = wanted.map((item) => ({ ...item, left: item.count }))
  let written = 0
  let batch: PreparedEntry[] = []
  const flush = async () => {
    const entries = batch
    batch = []
    await db.transaction().execute((trx) => insertPrepared(trx, entries, 1e12 + written))
    vectors.notify()
    await nextTurn()
  }
  while (open.some(({ left }) => left > 0)) {
    for (const item of open) {
      for (let i = 0; i < perTurn && item.left > 0; i++, item.left--, written++) {
        // A prime step: a persona's memories come from all over the pool.
        batch.push({ ...pool[(written * 7_919) % pool.length]!, ...item.owner })
      }
      if (batch.length >= PER_TRANSACTION) await flush()
    }
  }
  if (batch.length > 0) await flush()
  return written
}

/** Bytes of all files under a folder. */
export async function sizeOfFolder(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = files
    .filter((file) => file.isFile())
    .map(async (file) => (await stat(join(file.parentPath, file.name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

/** Percentiles of times, ms. */
export function percentiles(times: readonly number[]): { p50: number; p95: number } {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * times.length))]!
  return { p50: at(0.5), p95: at(0.95) }
}
