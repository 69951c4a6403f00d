import type { TenantId } from '../../../shared/contract/ids.ts'
import { Plan } from '../../../shared/contract/tenancy.ts'
import { compileOnce } from '../db/compile-once.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import type { Countable, Limits } from './limits.ts'
import { plans } from './plans.ts'

const BILLING_PATH = '/dashboard/billing'

/** Plans whose credits run out. */
const metered = Plan.options.filter((plan) => plans[plan].metered)

/** The local emulation of a plan's limits and credits. */
export function createPlanLimits(db: WriteDb): Limits {
  return {
    async requireRoom(tenantId, what, adding) {
      const limit = plans[(await getPlanRow(db, tenantId)).plan].limits[what]
      if (limit === null) return
      const used = await countUsed(db, tenantId, what)
      if (used + adding > limit)
        throw new EngineError('usage_limit_exceeded', 'Usage limit exceeded', {
          fields: { limit: what, allowed: limit, used, requested: adding },
        })
    },
    async requireCredits(tenantId, credits) {
      const { plan, credits: available } = await getPlanRow(db, tenantId)
      if (!plans[plan].metered || credits <= available) return
      throw new EngineError('insufficient_credits', 'Insufficient credits', {
        fields: {
          requiredCredits: Math.ceil(credits),
          availableCredits: Math.max(0, Math.floor(available)),
          action: 'upgrade_or_topup',
          billingPath: BILLING_PATH,
        },
      })
    },
    async settle(tenantId, credits, trx = db) {
      await takeCredits(trx, { tenantId, credits })
    },
  }
}

const takeCredits = compileOnce(
  (db, { tenantId, credits }: { tenantId: string; credits: number }) =>
    db
      .updateTable('tenant')
      .set((eb) => ({
        credits_used: eb('credits_used', '+', credits),
        // A call already made is paid for, but the balance never reads below zero.
        credits: eb
          .case()
          .when('plan', 'in', metered)
          .then(eb.fn<number>('max', [eb.lit(0), eb('credits', '-', credits)]))
          .else(eb.ref('credits'))
          .end(),
      }))
      .where('id', '=', tenantId),
)

export async function getPlanRow(db: ReadDb, tenantId: TenantId) {
  const row = await db
    .selectFrom('tenant')
    .select(['plan', 'credits', 'credits_used'])
    .where('id', '=', tenantId)
    .executeTakeFirstOrThrow()
  return { plan: Plan.parse(row.plan), credits: row.credits, creditsUsed: row.credits_used }
}

export async function countUsed(db: ReadDb, tenantId: TenantId, what: Countable): Promise<number> {
  const row = await countQuery(db, tenantId, what).executeTakeFirstOrThrow()
  return Number(row.count)
}

function countQuery(db: ReadDb, tenantId: TenantId, what: Countable) {
  switch (what) {
    case 'personas':
      return db
        .selectFrom('persona')
        .select((eb) => eb.fn.countAll().as('count'))
        .where('tenant_id', '=', tenantId)
        .where('deleted_at', 'is', null)
    case 'timelineEntries':
      return db
        .selectFrom('persona')
        .select((eb) => eb.fn.coalesce(eb.fn.sum('timeline_length'), eb.lit(0)).as('count'))
        .where('tenant_id', '=', tenantId)
        .where('deleted_at', 'is', null)
    case 'concurrentRuns':
      return db
        .selectFrom('run')
        .select((eb) => eb.fn.countAll().as('count'))
        .where('tenant_id', '=', tenantId)
        .where('status', 'in', ['queued', 'running'])
  }
}
