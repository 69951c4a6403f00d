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
    /** Closes gaps in the sequence numbers. */
    renumber: z.boolean().default(false),
  })
  .meta({ id: 'ReconcileRequest' })
export type ReconcileRequest = z.infer<typeof ReconcileRequest>

/** What was found to differ between SQLite and the vector index, and what was done about it. */
export const ReconcileReport = z
  .object({
    personaId: PersonaId.nullable(),
    embeddingModel: z.string(),
    startedAt: Timestamp,
    finishedAt: Timestamp,
    /** Entries looked at. */
    entries: z.number().int(),
    /** Embedded in this job: without a vector of the current model, or asked for again. */
    embedded: z.number().int(),
    /** In SQLite and not in the index. */
    missing: z.number().int(),
    /** In both, with another vector, owner or superseded mark. */
    stale: z.number().int(),
    /** In the index and not in SQLite. */
    ghost: z.number().int(),
    repaired: z.number().int(),
    /** Entries of SQLite that full text did not hold, or held wrongly; repaired. */
    fullText: z.number().int(),
    /** Sequence numbers changed. */
    renumbered: z.number().int(),
  })
  .meta({ id: 'ReconcileReport' })
export type ReconcileReport = z.infer<typeof ReconcileReport>

export const ReconcileAccepted = z
  .object({ jobId: JobId, status: JobStatus })
  .meta({ id: 'ReconcileAccepted' })

/** GET /timeline/reconcile/:jobId; POST …/cancel. */
export const ReconcileJob = z
  .object({
    jobId: JobId,
    status: JobStatus,
    /** Entries done of all; null before it starts. */
    progress: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
    report: ReconcileReport.optional(),
    error: z.string().optional(),
  })
  .meta({ id: 'ReconcileJob' })
export type ReconcileJob = z.infer<typeof ReconcileJob>
