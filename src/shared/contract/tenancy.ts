import { z } from 'zod'
import { KeyId, TenantId, Timestamp } from './ids.ts'

export const KeyProfile = z.enum(['read', 'prompt', 'research', 'admin'])
export type KeyProfile = z.infer<typeof KeyProfile>

export const ApiKey = z
  .object({
    id: KeyId,
    name: z.string(),
    /** The visible start of the key: `pk_1a2b3c4d`. */
    prefix: z.string(),
    profile: KeyProfile,
    createdAt: Timestamp,
    lastUsedAt: Timestamp.nullable(),
    expiresAt: Timestamp.nullable(),
    revokedAt: Timestamp.nullable(),
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.infer<typeof ApiKey>
export const CreateKeyRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    name: z.string().trim().min(1).max(200).default('unnamed'),
    profile: KeyProfile,
    expiresAt: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({ id: 'CreateKeyRequest' })
/** The only answer that holds the key itself. */
export const CreateKeyAnswer = z
  .object({ key: z.string(), apiKey: ApiKey })
  .meta({ id: 'CreateKeyAnswer' })
export const KeyList = z
  .object({ keys: z.array(ApiKey), nextCursor: z.string().nullable() })
  .meta({ id: 'KeyList' })

export const Plan = z.enum(['local', 'starter'])
export const Usage = z
  .object({
    tenantId: TenantId,
    plan: Plan,
    /** Null: unlimited. 1 credit = 1 output token equivalent. */
    credits: z.object({ available: z.number().nullable(), used: z.number() }),
    personas: z.object({ used: z.number().int(), limit: z.number().int().nullable() }),
    timelineEntries: z.object({ used: z.number().int(), limit: z.number().int().nullable() }),
    concurrentRuns: z.object({ used: z.number().int(), limit: z.number().int().nullable() }),
    prompts: z.number().int(),
    tokensIn: z.number().int(),
    tokensOut: z.number().int(),
  })
  .meta({ id: 'Usage' })
export type Usage = z.infer<typeof Usage>
/** PATCH /usage: rehearse another plan or top up. */
export const UpdatePlanRequest = z
  .strictObject({
    plan: Plan.optional(),
    credits: z.number().min(0).optional(),
  })
  .meta({ id: 'UpdatePlanRequest' })

export const UsageEventType = z.enum([
  'persona_create',
  'persona_prompt',
  'persona_list',
  'persona_update',
  'persona_delete',
  'persona_timeline_append',
  'persona_timeline_supersede',
  'persona_consistency_check',
  'file_upload',
  'timeline_reconcile_job',
])
export type UsageEventType = z.infer<typeof UsageEventType>
export const UsageEvent = z
  .object({
    id: z.string(),
    type: UsageEventType,
    data: z.record(z.string(), z.unknown()),
    createdAt: Timestamp,
  })
  .meta({ id: 'UsageEvent' })
export type UsageEvent = z.infer<typeof UsageEvent>
export const UsageEventList = z
  .object({ events: z.array(UsageEvent), nextCursor: z.string().nullable() })
  .meta({ id: 'UsageEventList' })
