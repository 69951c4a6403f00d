import type { TenantId } from '../../../shared/contract/ids.ts'
import type { PersonaSeed } from '../../../shared/contract/personas.ts'
import type { SafetyPolicy } from '../../../shared/contract/safety.ts'
import type { ReadDb } from '../db/schema.ts'
import { personalDataIn } from '../domain/safety/personal-data.ts'
import { termsIn } from '../domain/safety/plain-text.ts'
import { toxicity } from '../domain/safety/toxicity.ts'
import { EngineError } from '../errors.ts'
import { getPolicy } from './policy.ts'
import type { SafetyGuard } from './safety-guard.ts'

type Side = 'prompt' | 'response'

/** Checks texts against the tenant's policy. */
export function createPolicyGuard(db: ReadDb): SafetyGuard {
  return {
    async checkInbound(tenantId: TenantId, text: string) {
      const policy = await getPolicy(db, tenantId)
      const [guard] = termsIn(text, policy.promptGuards)
      if (guard !== undefined)
        throw blocked('promptGuards', `The prompt contains a guarded pattern: “${guard}”`)
      checkBoth(policy, text, 'prompt', [])
      return { escalations: termsIn(text, policy.escalationKeywords) }
    },
    async checkOutbound(tenantId: TenantId, text: string, seed: PersonaSeed) {
      checkBoth(await getPolicy(db, tenantId), text, 'response', seedValues(seed))
    },
  }
}

function checkBoth(policy: SafetyPolicy, text: string, side: Side, own: readonly string[]): void {
  const [term] = termsIn(text, policy.blockedTerms)
  if (term !== undefined)
    throw blocked('blockedTerms', `The ${side} contains a blocked term: “${term}”`)
  const score = toxicity(text)
  if (score > policy.toxicityThreshold)
    throw blocked(
      'toxicityThreshold',
      `The ${side} reads as hostile: ${score.toFixed(2)}, more than ${policy.toxicityThreshold}`,
    )
  if (policy.allowPii) return
  // The kind only: the text itself must not come back in a message or a log.
  const [kind] = personalDataIn(text, own)
  if (kind !== undefined) throw blocked('allowPii', `The ${side} contains personal data: ${kind}`)
}

function seedValues(seed: PersonaSeed): string[] {
  return [
    ...Object.values(seed).filter((value) => typeof value === 'string'),
    ...Object.values(seed.attributes ?? {}).map(String),
  ]
}

function blocked(rule: string, message: string): EngineError {
  return new EngineError('blocked_by_policy', message, { details: [{ path: rule, message }] })
}
