import { z } from 'zod'
import { JobId, PersonaId, Timestamp } from './ids.ts'
import { JobStatus } from './prompts.ts'

/** POST /personas/:id/timeline/reconcile and POST /timeline/reconcile (every persona). */
export const ReconcileRequest = z
  .strictObject({
    /** Drops the index's rows of the scope and fills them again. Default: repair what differs. */
    rebuild: z.boolean().default(false),
    /** Embeds again even what the current model has embedded. */
    reembed: z.boolean().default(false),
    /** Closes gaps in the sequence numbers. Refused while a run is in progress on the persona. */
    renumber: z.boolean().default(false),
    /** Deletes embeddings that other models made; going back to one then means embedding again. */
    dropOtherModels: z.boolean().default(false),
  })
  .meta({ id: 'ReconcileRequest' })
export type ReconcileRequest = z.infer<typeof ReconcileRequest>

/** Why it runs: somebody asked, or the workspace was opened and found it necessary. */
export const ReconcileReason = z.enum(['asked', 'unclean_stop', 'embedding_model_changed'])
export type ReconcileReason = z.infer<typeof ReconcileReason>

/** What was found to differ between SQLite and the vector index, and what was done about it. */
export const ReconcileReport = z
  .object({
    personaId: PersonaId.nullable(),
    reason: ReconcileReason,
    embeddingModel: z.string(),
    /** `exact`: vectors are compared straight from SQLite, so that no index can differ from it. */
    vectorIndex: z.enum(['lancedb', 'exact']),
    startedAt: Timestamp,
    finishedAt: Timestamp,
    /** Entries of the scope. */
    entries: z.number().int(),
    /** Embedded in this job: without a vector of the current model, or asked for again. */
    embedded: z.number().int(),
    /** In SQLite and not in the index. */
    missing: z.number().int(),
    /** In both, with another vector, owner, sequence or superseded mark. */
    stale: z.number().int(),
    /** In the index and not in SQLite. */
    ghost: z.number().int(),
    /** In the index more than once. */
    duplicate: z.number().int(),
    /** Entries of the index put right: of the four above, or all of them in a rebuild. */
    repaired: z.number().int(),
    /** Why the index was dropped and filled again; null when it was not. */
    rebuilt: z.enum(['asked', 'unreadable']).nullable(),
    /** Entries that full text did not hold, held wrongly or held without need; repaired. */
    fullText: z.number().int(),
    /** Entries of which search compared something outdated, or nothing; computed anew. */
    features: z.number().int(),
    /** Numbers that no entry has, below the last one; closed when asked. */
    sequenceGaps: z.number().int(),
    /** Sequence numbers changed. */
    renumbered: z.number().int(),
    /** Embeddings that other models made and that are still there. */
    otherModels: z.array(z.object({ model: z.string(), entries: z.number().int() })),
    /** Embeddings of other models deleted, where that was asked. */
    droppedEmbeddings: z.number().int(),
  })
  .meta({ id: 'ReconcileReport' })
export type ReconcileReport = z.infer<typeof ReconcileReport>

export const ReconcileAccepted = z
  .object({ jobId: JobId, status: JobStatus })
  .meta({ id: 'ReconcileAccepted' })
export type ReconcileAccepted = z.infer<typeof ReconcileAccepted>

/** GET /timeline/reconcile/:jobId; POST …/cancel. */
export const ReconcileJob = z
  .object({
    jobId: JobId,
    status: JobStatus,
    /** Null: every persona. */
    personaId: PersonaId.nullable(),
    reason: ReconcileReason,
    options: ReconcileRequest,
    createdAt: Timestamp,
    /** Steps done of all: an entry counts once for each thing that is checked about it. */
    progress: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
    report: ReconcileReport.optional(),
    error: z.string().optional(),
  })
  .meta({ id: 'ReconcileJob' })
export type ReconcileJob = z.infer<typeof ReconcileJob>

/** GET /timeline/reconcile: the latest jobs, newest first, those of the start included. */
export const ReconcileJobList = z.object({ jobs: z.array(ReconcileJob) })
export const ReconcileQuery = z.object({
  /** Jobs that looked at this persona alone. */
  personaId: PersonaId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
})
export type ReconcileQuery = z.infer<typeof ReconcileQuery>
