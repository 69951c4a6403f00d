import { z } from 'zod'
import { ConsistencyIssue } from './consistency.ts'
import { Consolidation } from './consolidation.ts'
import { JobId, PersonaId, SessionId, TenantId, Timestamp, TurnId } from './ids.ts'
import { Mood } from './personas.ts'
import { RecalledMemory } from './recall.ts'

export const StreamPromptRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    personaId: PersonaId,
    userPrompt: z.string().trim().min(1).max(8000),
    /** Continues this session; absent: a new one begins. */
    sessionId: SessionId.optional(),
    /** Floor of the pressure on the memories this prompt probes, 0–1. */
    pressure: z.number().min(0).max(1).optional(),
    /** Nothing dated later exists for this answer. */
    asOf: z.iso.datetime({ offset: true }).optional(),
    /** False: off the record. Nothing said becomes memory and nothing is rehearsed. Default true. */
    remember: z.boolean().optional(),
  })
  .meta({ id: 'StreamPromptRequest' })
export type StreamPromptRequest = z.infer<typeof StreamPromptRequest>

export const PromptRequest = StreamPromptRequest.extend({
  mode: z.enum(['sync', 'async']).default('sync'),
}).meta({ id: 'PromptRequest' })
export type PromptRequest = z.infer<typeof PromptRequest>

export const PromptAnswer = z
  .object({
    prompt: z.string(),
    response: z.string(),
    sessionId: SessionId,
    turnId: TurnId,
    modelName: z.string(),
    /** True when the built-in model answered: not evidence about people. */
    rehearsal: z.boolean(),
    tokensIn: z.number().int(),
    tokensOut: z.number().int(),
    latencyMs: z.number().int(),
    recalled: z.array(RecalledMemory),
    mood: Mood,
    /** Escalation keywords that occurred, if any. */
    escalations: z.array(z.string()),
    /** What the exchange left in memory; null off the record and where consolidation is off. */
    consolidation: Consolidation.nullable(),
    /** Contradictions of the answer with the timeline or an earlier answer. */
    issues: z.array(ConsistencyIssue),
  })
  .meta({ id: 'PromptAnswer' })
export type PromptAnswer = z.infer<typeof PromptAnswer>

export const JobStatus = z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled'])
export type JobStatus = z.infer<typeof JobStatus>

export const PromptAccepted = z
  .object({ jobId: JobId, status: JobStatus })
  .meta({ id: 'PromptAccepted' })
export const PromptJob = z
  .object({
    jobId: JobId,
    status: JobStatus,
    result: PromptAnswer.optional(),
    error: z.string().optional(),
  })
  .meta({ id: 'PromptJob' })
export type PromptJob = z.infer<typeof PromptJob>

/**
 * Events of POST /personas/prompt/stream, in order: ready (`startedAt`), token…, done (a
 * `PromptAnswer`) | error.
 */
export const StreamToken = z.object({ delta: z.string() })
export const StreamError = z.object({ error: z.string(), code: z.string().optional() })

export const Turn = z
  .object({
    id: TurnId,
    sessionId: SessionId,
    personaId: PersonaId,
    /** 0, 1, 2… in the session. */
    index: z.number().int(),
    /** The question of the study this turn asked, if it was one. */
    questionId: z.string().nullable(),
    prompt: z.string(),
    response: z.string(),
    modelName: z.string(),
    rehearsal: z.boolean(),
    tokensIn: z.number().int(),
    tokensOut: z.number().int(),
    latencyMs: z.number().int(),
    /** What the model was asked with, 0 … 2³¹−1; null in turns of before it was kept. */
    seed: z.number().int().nullable(),
    /** What equal calls have in common; null where none was looked for. */
    cacheKey: z.string().nullable(),
    /** Whether an equal earlier call answered; null in turns of before it was kept. */
    fromCache: z.boolean().nullable(),
    recalled: z.array(RecalledMemory),
    /** What the model was sent, message by message. */
    messages: z.array(
      z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() }),
    ),
    createdAt: Timestamp,
  })
  .meta({ id: 'Turn' })
export type Turn = z.infer<typeof Turn>

export const Session = z
  .object({
    id: SessionId,
    personaId: PersonaId,
    kind: z.enum(['interview', 'study']),
    title: z.string(),
    turnCount: z.number().int(),
    mood: Mood,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>

export const ListSessionsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  tenantId: TenantId.optional(),
  personaId: PersonaId.optional(),
  kind: z.enum(['interview', 'study']).optional(),
})
export type ListSessionsQuery = z.infer<typeof ListSessionsQuery>
export const SessionList = z
  .object({ sessions: z.array(Session), nextCursor: z.string().nullable() })
  .meta({ id: 'SessionList' })
export const SessionAnswer = z
  .object({ session: Session, turns: z.array(Turn) })
  .meta({ id: 'SessionAnswer' })
export type SessionAnswer = z.infer<typeof SessionAnswer>
