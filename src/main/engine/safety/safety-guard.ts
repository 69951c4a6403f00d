import type { TenantId } from '../../../shared/contract/ids.ts'
import type { PersonaSeed } from '../../../shared/contract/personas.ts'

/** The tenant's policy, checked before and after every generation. */
export interface SafetyGuard {
  /**
   * @returns escalation keywords that occur in the text
   * @throws EngineError `blocked_by_policy` naming the rule (never the matched secret)
   */
  checkInbound(tenantId: TenantId, text: string): Promise<{ escalations: string[] }>
  /** The persona's own seed never counts as personal data. */
  checkOutbound(tenantId: TenantId, text: string, seed: PersonaSeed): Promise<void>
}
