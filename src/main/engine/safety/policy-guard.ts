import type { TenantId } from '../../../shared/contract/ids.ts'
import type { PersonaSeed } from '../../../shared/contract/personas.ts'
import type { SafetyPolicy } from '../../../shared/contract/safety.ts'
import type { ReadDb } from '../db/schema.ts'
import { personalDataIn } from '../domain/safety/personal-data.ts'
import { compileTerms, findTerms, plainText, type Terms } from '../domain/safety/plain-text.ts'
import { toxicity } from '../domain/safety/toxicity.ts'
import { EngineError } from '../errors.ts'
import { createRecent, type Recent } from '../recent.ts'
import { createPolicyReader } from './policy.ts'
import type { SafetyGuard } from './safety-guard.ts'

type Side = 'prompt' | 'response'
type Rule = 'blockedTerms' | 'promptGuards' | 'toxicityThreshold' | 'allowPii'
type Compiled = Record<'blockedTerms' | 'promptGuards' | 'escalationKeywords', Terms> & {
  /** Prompts that passed, with their escalations: a study asks everybody the same. */
  readonly passed: Recent<string, string[]>
}

/** Passed prompts kept. */
const MOST_PASSED = 200

export type PolicyGuard = SafetyGuard & {
  /** To be said by whoever stores another policy. */
  policyChanged(tenantId: TenantId): void
}

/** Checks texts against the tenant's policy; where none was set, against its defaults. */
export function createPolicyGuard(db: ReadDb): PolicyGuard {
  const policies = createPolicyReader(db)
  const compiled = new WeakMap<SafetyPolicy, Compiled>()

  async function load(tenantId: TenantId): Promise<[SafetyPolicy, Compiled]> {
    const policy = await policies.read(tenantId)
    let rules = compiled.get(policy)
    if (!rules) {
      rules = {
        blockedTerms: compileTerms(policy.blockedTerms),
        promptGuards: compileTerms(policy.promptGuards),
        escalationKeywords: compileTerms(policy.escalationKeywords),
        passed: createRecent(MOST_PASSED),
      }
      compiled.set(policy, rules)
    }
    return [policy, rules]
  }

  return {
    policyChanged: policies.changed,
    async checkInbound(tenantId, text) {
      const [policy, { blockedTerms, promptGuards, escalationKeywords, passed }] =
        await load(tenantId)
      const known = passed.get(text)
      if (known) return { escalations: [...known] }
      const plain = plainText(text)
      const [guard] = findTerms(plain, promptGuards)
      if (guard !== undefined)
        throw blocked('promptGuards', `The prompt contains a guarded pattern: “${guard}”`)
      checkBoth(policy, { text, side: 'prompt', blocked: findTerms(plain, blockedTerms), own: [] })
      const escalations = passed.keep(text, findTerms(plain, escalationKeywords))
      return { escalations: [...escalations] }
    },
    async checkOutbound(tenantId, text, seed) {
      const [policy, { blockedTerms }] = await load(tenantId)
      const found = findTerms(plainText(text), blockedTerms)
      checkBoth(policy, { text, side: 'response', blocked: found, own: seedValues(seed) })
    },
  }
}

type Checked = { text: string; side: Side; blocked: readonly string[]; own: readonly string[] }

function checkBoth(policy: SafetyPolicy, { text, side, blocked: [term], own }: Checked): void {
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

/** What the persona may say of itself. */
function seedValues(seed: PersonaSeed): string[] {
  const { location, baseOccupation, education, income, household, attributes = {} } = seed
  return [location, baseOccupation, education, income, household, ...Object.values(attributes)]
    .filter((value) => value !== undefined)
    .map(String)
}

function blocked(rule: Rule, message: string): EngineError {
  return new EngineError('blocked_by_policy', message, { details: [{ path: rule, message }] })
}
