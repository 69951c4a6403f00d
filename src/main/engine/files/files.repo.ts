import { z } from 'zod'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import {
  MemoryFile,
  ProposedMemory,
  type MemoryFileId,
} from '../../../shared/contract/memory-files.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import type { FileMemories } from './read-memories.ts'

type Owner = { readonly tenantId: TenantId; readonly personaId: PersonaId }
type Listed = Omit<MemoryFile, 'proposals'>

const Skipped = MemoryFile.shape.skipped
const Proposals = z.array(ProposedMemory)
const columns = [
  'id',
  'persona_id',
  'name',
  'kind',
  'size_bytes',
  'sha256',
  'status',
  'memories',
  'skipped',
  'created_at',
] as const

export async function insertFile(
  db: WriteDb,
  { tenantId, personaId }: Owner,
  id: MemoryFileId,
  file: FileMemories,
  now: number,
): Promise<void> {
  await db
    .insertInto('memory_file')
    .values({
      id,
      tenant_id: tenantId,
      persona_id: personaId,
      name: file.name,
      kind: file.kind,
      size_bytes: file.sizeBytes,
      sha256: file.sha256,
      status: 'proposed',
      memories: file.memories,
      proposals: file.proposals,
      skipped: file.skipped,
      created_at: now,
    })
    .execute()
}

/** Newest first. */
export async function listFiles(
  db: ReadDb,
  { tenantId, personaId }: Owner,
  limit: number,
): Promise<Listed[]> {
  const rows = await db
    .selectFrom('memory_file')
    .select(columns)
    .where('tenant_id', '=', tenantId)
    .where('persona_id', '=', personaId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toListed)
}

export async function findFile(
  db: ReadDb,
  { tenantId, personaId }: Owner,
  id: MemoryFileId,
): Promise<MemoryFile | undefined> {
  const row = await db
    .selectFrom('memory_file')
    .select([...columns, 'proposals'])
    .where('tenant_id', '=', tenantId)
    .where('persona_id', '=', personaId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...toListed(row), proposals: Proposals.parse(JSON.parse(row.proposals)) }
}

/** @returns false when it was kept already, or is not there */
export async function markKept(
  trx: WriteDb,
  { tenantId, personaId }: Owner,
  id: MemoryFileId,
  memories: number,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('memory_file')
    .set({ status: 'kept', proposals: '[]', memories })
    .where('tenant_id', '=', tenantId)
    .where('persona_id', '=', personaId)
    .where('id', '=', id)
    .where('status', '=', 'proposed')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function deleteFile(
  db: WriteDb,
  { tenantId, personaId }: Owner,
  id: MemoryFileId,
): Promise<void> {
  await db
    .deleteFrom('memory_file')
    .where('tenant_id', '=', tenantId)
    .where('persona_id', '=', personaId)
    .where('id', '=', id)
    .execute()
}

/** The first thing a persona remembers by its seed: its birth. Milliseconds. */
export async function findFirstEvent(
  db: ReadDb,
  { tenantId, personaId }: Owner,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('timeline_entry')
    .select((eb) => eb.fn.min<number | null>('event_at').as('at'))
    .where('tenant_id', '=', tenantId)
    .where('persona_id', '=', personaId)
    .where('source', '=', 'seed')
    .executeTakeFirst()
  return row?.at ?? undefined
}

type FileRow = {
  id: string
  persona_id: string
  name: string
  kind: string
  size_bytes: number
  sha256: string
  status: string
  memories: number
  skipped: string
  created_at: number
}

function toListed(row: FileRow): Listed {
  return {
    id: row.id as MemoryFileId,
    personaId: row.persona_id as PersonaId,
    name: row.name,
    kind: MemoryFile.shape.kind.parse(row.kind),
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    status: MemoryFile.shape.status.parse(row.status),
    memories: row.memories,
    skipped: Skipped.parse(JSON.parse(row.skipped)),
    createdAt: new Date(row.created_at).toISOString(),
  }
}
