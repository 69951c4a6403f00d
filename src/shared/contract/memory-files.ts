import { z } from 'zod'
import { ConsistencyIssue } from './consistency.ts'
import { PersonaId, Timestamp } from './ids.ts'
import { NewTimelineEntry, TimelineEntry } from './timeline.ts'

export const MemoryFileId = z.uuid().brand<'MemoryFileId'>()
export type MemoryFileId = z.infer<typeof MemoryFileId>

/** A memory that a file suggests, to be edited before it is kept. */
export const ProposedMemory = z
  .object({
    /** Stable within the file. */
    key: z.string(),
    entry: NewTimelineEntry,
    /** Where the date comes from; `assumed` ones want a look. */
    dateFrom: z.enum(['text', 'heading', 'column', 'neighbour', 'assumed']),
    /** Where in the file: "page 3", "line 12", "row 4". */
    where: z.string(),
    /** The passage it was made from. */
    quote: z.string(),
    /** What is uncertain about it, a sentence each. */
    notes: z.array(z.string()),
  })
  .meta({ id: 'ProposedMemory' })
export type ProposedMemory = z.infer<typeof ProposedMemory>

export const MemoryFile = z
  .object({
    id: MemoryFileId,
    personaId: PersonaId,
    name: z.string(),
    kind: z.enum(['text', 'markdown', 'csv', 'pdf']),
    sizeBytes: z.number().int(),
    sha256: z.string(),
    status: z.enum(['proposed', 'kept']),
    /** Memories proposed, or kept. */
    memories: z.number().int(),
    /** Empty once kept. */
    proposals: z.array(ProposedMemory),
    /** Passages left out, with the reason. */
    skipped: z.array(z.object({ where: z.string(), reason: z.string() })),
    createdAt: Timestamp,
  })
  .meta({ id: 'MemoryFile' })
export type MemoryFile = z.infer<typeof MemoryFile>

/** POST /personas/:id/files (multipart/form-data, field `file`) and GET …/files/:fileId. */
export const MemoryFileAnswer = z.object({ file: MemoryFile }).meta({ id: 'MemoryFileAnswer' })
/** A file has at most so many bytes, and proposes at most so many memories. */
export const MAX_MEMORY_FILE_BYTES = 50 * 1024 * 1024
export const MAX_PROPOSED_MEMORIES = 1000
/** GET /personas/:id/files, newest first: without their proposals. */
export const MemoryFileList = z.object({ files: z.array(MemoryFile.omit({ proposals: true })) })

/** POST /personas/:id/files/:fileId/keep: the memories as they were edited. DELETE discards. */
export const KeepMemoriesRequest = z
  .strictObject({ entries: z.array(NewTimelineEntry).min(1).max(1000) })
  .meta({ id: 'KeepMemoriesRequest' })
export type KeepMemoriesRequest = z.infer<typeof KeepMemoriesRequest>
export const KeepMemoriesAnswer = z.object({
  entries: z.array(TimelineEntry),
  /** What of it contradicts the timeline. */
  warnings: z.array(ConsistencyIssue),
})
