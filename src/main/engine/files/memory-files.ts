import { randomUUID } from 'node:crypto'
import type { MemoryFile, MemoryFileId } from '../../../shared/contract/memory-files.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { NewTimelineEntry, TimelineEntry } from '../../../shared/contract/timeline.ts'
import type { ReadDb } from '../db/schema.ts'
import type { Life } from '../domain/files/propose.ts'
import { YEAR_MS } from '../domain/personas/calendar.ts'
import { EngineError } from '../errors.ts'
import { prepareEntries } from '../memory/append-entries.ts'
import { insertInTurns } from '../memory/insert-in-turns.ts'
import { recordAppended, type TimelineDeps, type TimelineOwner } from '../memory/timeline.ts'
import { getPersona } from '../personas/find-personas.ts'
import {
  deleteFile,
  findFile,
  findFirstEvent,
  insertFile,
  listFiles,
  markKept,
} from './files.repo.ts'
import type { FileReader } from './file-reader.ts'
import type { ReadBody } from './read-body.ts'

export type MemoryFilesDeps = TimelineDeps & { readonly readFile: FileReader }

const MAX_LISTED = 200
/** The birth on a timeline is that of the seed unless they are this far apart. */
const SAME_BIRTH_MS = 1.5 * YEAR_MS

export type Upload = ReadBody & { readonly contentType: string }

/**
 * Reads a file's memories and keeps them as proposals. A file that cannot be read leaves nothing.
 *
 * @throws EngineError `invalid_input`, `too_large` or `unsupported_media_type` with the file's fault
 */
export async function uploadFile(
  deps: MemoryFilesDeps,
  owner: TimelineOwner,
  upload: Upload,
  signal?: AbortSignal,
): Promise<MemoryFile> {
  const persona = await getPersona(deps.db, owner.tenantId, owner.personaId)
  const life = await findLife(deps, owner, persona)
  const file = await deps.readFile({ ...upload, life }, signal)
  const id = randomUUID() as MemoryFileId
  await insertFile(deps.db, owner, id, file, deps.now())
  const { name, kind, sizeBytes, memories } = file
  deps.usage.record(owner.tenantId, 'file_upload', {
    fileId: id,
    personaId: owner.personaId,
    name,
    kind,
    sizeBytes,
    memories,
  })
  return getFile(deps.db, owner, id)
}

async function findLife(
  deps: MemoryFilesDeps,
  owner: TimelineOwner,
  { firstName, age, createdAt }: Persona,
): Promise<Life> {
  const bySeed = Date.parse(createdAt) - (age + 0.5) * YEAR_MS
  const first = await findFirstEvent(deps.db, owner)
  const isBirth = first !== undefined && Math.abs(first - bySeed) < SAME_BIRTH_MS
  return { firstName, birthMs: isBirth ? first : bySeed, nowMs: deps.now() }
}

export async function listMemoryFiles(db: ReadDb, owner: TimelineOwner) {
  await getPersona(db, owner.tenantId, owner.personaId)
  return listFiles(db, owner, MAX_LISTED)
}

/** @throws EngineError `not_found` */
export async function getFile(
  db: ReadDb,
  owner: TimelineOwner,
  id: MemoryFileId,
): Promise<MemoryFile> {
  const file = await findFile(db, owner, id)
  if (!file) throw new EngineError('not_found', `No file ${id}`)
  return file
}

/**
 * Adds memories of a file to the timeline, as they were edited: all or none, once.
 *
 * @throws EngineError `conflict` when memories of it were kept before
 */
export async function keepMemories(
  deps: MemoryFilesDeps,
  owner: TimelineOwner,
  id: MemoryFileId,
  entries: readonly NewTimelineEntry[],
): Promise<TimelineEntry[]> {
  await getPersona(deps.db, owner.tenantId, owner.personaId)
  const file = await getFile(deps.db, owner, id)
  if (file.status === 'kept') throw alreadyKept(id)
  await deps.limits.requireRoom(owner.tenantId, 'timelineEntries', entries.length)
  const prepared = await prepareEntries(deps, [{ ...owner, entries, source: 'file' }])
  const now = deps.now()
  const kept = await deps.db.transaction().execute(async (trx) => {
    // First, so that a second call finds it kept, and its memories are not there twice.
    if (!(await markKept(trx, owner, id, entries.length))) throw alreadyKept(id)
    return insertInTurns(trx, prepared, now)
  })
  deps.vectors.notify()
  recordAppended(deps, owner, kept)
  return kept
}

/** Forgets a file and what it proposes. Memories that were kept of it stay. */
export async function discardFile(
  deps: MemoryFilesDeps,
  owner: TimelineOwner,
  id: MemoryFileId,
): Promise<MemoryFile> {
  const file = await getFile(deps.db, owner, id)
  await deleteFile(deps.db, owner, id)
  return file
}

function alreadyKept(id: MemoryFileId): EngineError {
  return new EngineError('conflict', `The memories of file ${id} were kept before: bring it again`)
}
