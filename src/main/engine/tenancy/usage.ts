import type { TenantId } from '../../../shared/contract/ids.ts'
import type { Usage } from '../../../shared/contract/tenancy.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { countUsed, getPlanRow } from './plan-limits.ts'
import { plans, type PlanName } from './plans.ts'

/** What the tenant has used, against what its plan allows. */
export async function getUsage(db: ReadDb, tenantId: TenantId): Promise<Usage> {
  const { plan, credits, creditsUsed } = await getPlanRow(db, tenantId)
  const { metered, limits } = plans[plan]
  const [personas, timelineEntries, concurrentRuns, totals] = await Promise.all([
    countUsed(db, tenantId, 'personas'),
    countUsed(db, tenantId, 'timelineEntries'),
    countUsed(db, tenantId, 'concurrentRuns'),
    db
      .selectFrom('tenant')
      .select(['prompts', 'tokens_in', 'tokens_out'])
      .where('id', '=', tenantId)
      .executeTakeFirstOrThrow(),
  ])
  return {
    tenantId,
    plan,
    credits: { available: metered ? credits : null, used: creditsUsed },
    personas: { used: personas, limit: limits.personas },
    timelineEntries: { used: timelineEntries, limit: limits.timelineEntries },
    concurrentRuns: { used: concurrentRuns, limit: limits.concurrentRuns },
    prompts: totals.prompts,
    tokensIn: totals.tokens_in,
    tokensOut: totals.tokens_out,
  }
}

/** Moves to another plan, with its starting credits unless some are named, or tops up. */
export async function updatePlan(
  db: WriteDb,
  tenantId: TenantId,
  change: { plan?: PlanName | undefined; credits?: number | undefined },
): Promise<Usage> {
  const before = await getPlanRow(db, tenantId)
  const plan = change.plan ?? before.plan
  const moved = plan !== before.plan
  const credits = change.credits ?? (moved ? plans[plan].startingCredits : before.credits)
  await db.updateTable('tenant').set({ plan, credits }).where('id', '=', tenantId).execute()
  return getUsage(db, tenantId)
}
