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

export type PolicyReader = {
  /** The same object comes back until the policy changes. */
  read(tenantId: TenantId): Promise<SafetyPolicy>
  /** To be said by whoever stores another one. */
  changed(tenantId: TenantId): void
}

/** Keeps policies in memory: every prompt and every answer asks for one. */
export function createPolicyReader(db: ReadDb): PolicyReader {
  const kept = new Map<TenantId, Promise<SafetyPolicy>>()
  return {
    read(tenantId) {
      const known = kept.get(tenantId)
      if (known) return known
      const policy = getPolicy(db, tenantId)
      kept.set(tenantId, policy)
      policy.catch(() => kept.delete(tenantId))
      return policy
    },
    changed: (tenantId) => void kept.delete(tenantId),
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
