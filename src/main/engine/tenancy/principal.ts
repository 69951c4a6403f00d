import type { KeyId, TenantId } from '../../../shared/contract/ids.ts'
import type { KeyProfile } from '../../../shared/contract/tenancy.ts'
import { EngineError } from '../errors.ts'

/** Who is asking. Made in one place, from a key or from the desktop window itself. */
export type Principal = {
  readonly tenantId: TenantId
  readonly profile: KeyProfile
  /** `ui` and `desktop` do not draw on a key's rate limit. */
  readonly kind: 'key' | 'ui' | 'desktop' | 'cli'
  /** Null unless `kind` is `key`. */
  readonly keyId: KeyId | null
}

/** What a call does; each profile allows a set of them. */
export type Scope = 'read' | 'prompt' | 'research' | 'admin'

const allowed: Record<KeyProfile, readonly Scope[]> = {
  read: ['read'],
  prompt: ['read', 'prompt'],
  research: ['read', 'prompt', 'research'],
  admin: ['read', 'prompt', 'research', 'admin'],
}

/** @throws EngineError `forbidden` when the key's profile does not include the scope */
export function requireScope(principal: Principal, scope: Scope): void {
  if (allowed[principal.profile].includes(scope)) return
  throw new EngineError(
    'forbidden',
    `This key has the profile "${principal.profile}"; this call needs "${scope}" or more`,
  )
}

/** @throws EngineError `forbidden` when a body names another tenant than the key's */
export function requireTenant(principal: Principal, tenantId: TenantId | undefined): void {
  if (tenantId === undefined || tenantId === principal.tenantId) return
  throw new EngineError('forbidden', 'tenantId is not the tenant of this key')
}
