import type { TenantId } from '../../../shared/contract/ids.ts'
import type { UsageEventType } from '../../../shared/contract/tenancy.ts'
import type { WriteDb } from '../db/schema.ts'

export type Countable = 'personas' | 'timelineEntries' | 'concurrentRuns'

/** Plan limits and credits: asked before any work begins, settled after it. */
export interface Limits {
  /** @throws EngineError `usage_limit_exceeded` when `adding` more would exceed the plan */
  requireRoom(tenantId: TenantId, what: Countable, adding: number): Promise<void>
  /** @throws EngineError `insufficient_credits` with the documented fields */
  requireCredits(tenantId: TenantId, credits: number): Promise<void>
  /** Takes what was really used; in the caller's transaction where it has one. */
  settle(tenantId: TenantId, credits: number, trx?: WriteDb): Promise<void>
}

export interface UsageLog {
  /** Never throws and never waits: read-only events may lose the last second at a kill. */
  record(tenantId: TenantId, type: UsageEventType, data: Record<string, unknown>): void
}
