import type { TenantId } from '../../../shared/contract/ids.ts'
import type { WriteDb } from '../db/schema.ts'

const KEPT_FOR_MS = 7 * 24 * 3_600_000
const SECRET_KEPT_FOR_MS = 10 * 60_000
const PURGE_EVERY_MS = 3_600_000
/** Their answers hold a secret, which is stored nowhere in the clear. */
const SECRET_PATHS = new Set(['/keys', '/ui/tokens', '/downloads'])

export type StoredAnswer = {
  /** SHA-256 of who asked what. */
  readonly hash: string
  readonly status: number
  readonly body: string
}
type Place = { readonly tenantId: TenantId; readonly key: string; readonly path: string }

/** First answers by idempotency key: a week in the database, those with a secret minutes in memory. */
export function createAnswerStore(db: WriteDb, now: () => number) {
  const secrets = new Map<string, { answer: StoredAnswer; until: number }>()
  let purgedAt = Number.NEGATIVE_INFINITY

  return {
    async find(tenantId: TenantId, key: string): Promise<StoredAnswer | undefined> {
      const secret = secrets.get(`${tenantId}\n${key}`)
      if (secret && secret.until >= now()) return secret.answer
      const row = await db
        .selectFrom('idempotency')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('key', '=', key)
        .where('created_at', '>', now() - KEPT_FOR_MS)
        .executeTakeFirst()
      return row && { hash: row.request_hash, status: row.status, body: row.body }
    },

    async keep({ tenantId, key, path }: Place, answer: StoredAnswer): Promise<void> {
      await purge()
      if (SECRET_PATHS.has(path)) {
        secrets.set(`${tenantId}\n${key}`, { answer, until: now() + SECRET_KEPT_FOR_MS })
        return
      }
      const row = {
        request_hash: answer.hash,
        status: answer.status,
        body: answer.body,
        created_at: now(),
      }
      await db
        .insertInto('idempotency')
        .values({ tenant_id: tenantId, key, ...row })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doUpdateSet(row))
        .execute()
    },
  }

  async function purge(): Promise<void> {
    for (const [place, { until }] of secrets) if (until < now()) secrets.delete(place)
    if (now() - purgedAt < PURGE_EVERY_MS) return
    purgedAt = now()
    await db
      .deleteFrom('idempotency')
      .where('created_at', '<=', now() - KEPT_FOR_MS)
      .execute()
  }
}
