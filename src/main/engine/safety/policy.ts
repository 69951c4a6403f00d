import type { TenantId } from '../../../shared/contract/ids.ts'
import type { SafetyPolicy, SafetyPolicyRequest } from '../../../shared/contract/safety.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { findPolicy, replacePolicy, type PolicyRules } from './safety.repo.ts'

/** What holds where nothing is said: the documented defaults. */
const DEFAULTS: PolicyRules = {
  blockedTerms: [],
  allowPii: false,
  toxicityThreshold: 0.7,
  promptGuards: [],
  escalationKeywords: [],
}

export async function getPolicy(db: ReadDb, tenantId: TenantId): Promise<SafetyPolicy> {
  return (await findPolicy(db, tenantId)) ?? { ...DEFAULTS, tenantId, updatedAt: null }
}

/** Replaces the whole policy: a field left out goes back to its default. */
export async function putPolicy(
  { db, now }: { db: WriteDb; now: () => number },
  tenantId: TenantId,
  request: Omit<SafetyPolicyRequest, 'tenantId'>,
): Promise<SafetyPolicy> {
  const given = Object.entries(request).filter(([, value]) => value !== undefined)
  await replacePolicy(db, tenantId, { ...DEFAULTS, ...Object.fromEntries(given) }, now())
  return getPolicy(db, tenantId)
}
