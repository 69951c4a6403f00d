import { z } from 'zod'
import { TenantId, Timestamp } from './ids.ts'

const terms = z.array(z.string().trim().min(1).max(500)).max(1000)
export const SafetyPolicyRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    blockedTerms: terms.optional(),
    allowPii: z.boolean().optional(),
    toxicityThreshold: z.number().min(0).max(1).optional(),
    promptGuards: terms.optional(),
    escalationKeywords: terms.optional(),
  })
  .meta({ id: 'SafetyPolicyRequest' })
export type SafetyPolicyRequest = z.infer<typeof SafetyPolicyRequest>
export const SafetyPolicy = z
  .object({
    tenantId: TenantId,
    blockedTerms: terms,
    allowPii: z.boolean(),
    toxicityThreshold: z.number(),
    promptGuards: terms,
    escalationKeywords: terms,
    updatedAt: Timestamp.nullable(),
  })
  .meta({ id: 'SafetyPolicy' })
export type SafetyPolicy = z.infer<typeof SafetyPolicy>
export const SafetyPolicyAnswer = z
  .object({ policyPack: SafetyPolicy })
  .meta({ id: 'SafetyPolicyAnswer' })
