import type { TenantId } from '../../../shared/contract/ids.ts'
import type { SafetyPolicy, SafetyPolicyRequest } from '../../../shared/contract/safety.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { findPolicyRow, replacePolicy, toPolicy, type PolicyRules } from './safety.repo.ts'

/**
 * What holds where nothing is said, and where no policy was ever set: the documented defaults.
 * Personal data is refused both ways; the checks are made for few false alarms, so that a home
 * town, a salary or a year passes.
 */
const DEFAULTS: PolicyRules = {
  blockedTerms: [],
  allowPii: false,
  toxicityThreshold: 0.7,
  promptGuards: [],
  escalationKeywords: [],
}

export async function getPolicy(db: ReadDb, tenantId: TenantId): Promise<SafetyPolicy> {
  const row = await findPolicyRow(db, tenantId)
  return row ? toPolicy(row) : { ...DEFAULTS, tenantId, updatedAt: null }
}

/** Reads policies, each parsed once: the same object comes back until what is stored changes. */
export function createPolicyReader(db: ReadDb): (tenantId: TenantId) => Promise<SafetyPolicy> {
  const read = new Map<TenantId, { stored: string | undefined; policy: SafetyPolicy }>()
  return async (tenantId) => {
    const row = await findPolicyRow(db, tenantId)
    const known = read.get(tenantId)
    if (known && known.stored === row?.policy) return known.policy
    const policy = row ? toPolicy(row) : { ...DEFAULTS, tenantId, updatedAt: null }
    read.set(tenantId, { stored: row?.policy, policy })
    return policy
  }
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
