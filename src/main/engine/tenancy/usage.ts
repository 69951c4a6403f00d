import type { TenantId } from '../../../shared/contract/ids.ts'
import type { Usage } from '../../../shared/contract/tenancy.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { countUsed, getPlanRow } from './plan-limits.ts'
import { plans, type PlanName } from './plans.ts'

/** What the tenant has used, against what its plan allows. */
export async function getUsage(db: ReadDb, tenantId: TenantId): Promise<Usage> {
  const { plan, credits, creditsUsed } = await getPlanRow(db, tenantId)
  const { metered, limits } = plans[plan]
  const [personas, timelineEntries, concurrentRuns, turns] = await Promise.all([
    countUsed(db, tenantId, 'personas'),
    countUsed(db, tenantId, 'timelineEntries'),
    countUsed(db, tenantId, 'concurrentRuns'),
    db
      .selectFrom('turn')
      .select((eb) => [
        eb.fn.countAll().as('prompts'),
        eb.fn.coalesce(eb.fn.sum('tokens_in'), eb.lit(0)).as('tokensIn'),
        eb.fn.coalesce(eb.fn.sum('tokens_out'), eb.lit(0)).as('tokensOut'),
      ])
      .where('tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow(),
  ])
  return {
    tenantId,
    plan,
    credits: { available: metered ? credits : null, used: creditsUsed },
    personas: { used: personas, limit: limits.personas },
    timelineEntries: { used: timelineEntries, limit: limits.timelineEntries },
    concurrentRuns: { used: concurrentRuns, limit: limits.concurrentRuns },
    prompts: Number(turns.prompts),
    tokensIn: Number(turns.tokensIn),
    tokensOut: Number(turns.tokensOut),
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
