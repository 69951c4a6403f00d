import { createHash } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import type { WriteDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import type { AppEnv } from './router.ts'

const HEADER = 'Idempotency-Key'
const MAX_KEY_LENGTH = 200
const MAX_STORED_BYTES = 1024 * 1024

/**
 * `Idempotency-Key` on a POST: the same key and body are answered as the first time, another body
 * is a conflict. Only successes are kept, so a failed call can be tried again with its key.
 */
export function idempotency(db: WriteDb, now: () => number) {
  const underWay = new Set<string>()

  return createMiddleware<AppEnv>(async (c, next) => {
    const key = c.req.header(HEADER)
    const tenantId = c.get('principal')?.tenantId
    if (!key || !tenantId || c.req.method !== 'POST') return next()
    if (key.length > MAX_KEY_LENGTH)
      throw new EngineError(
        'invalid_input',
        `${HEADER} is longer than ${MAX_KEY_LENGTH} characters`,
      )
    const hash = createHash('sha256')
      .update(`${c.req.method} ${c.req.path}\n${await c.req.text()}`)
      .digest('hex')
    const first = await db
      .selectFrom('idempotency')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('key', '=', key)
      .executeTakeFirst()
    if (first && first.request_hash !== hash)
      throw new EngineError('conflict', `${HEADER} was used before with another request`)
    if (first)
      return new Response(first.body, {
        status: first.status,
        headers: { 'content-type': 'application/json', 'Idempotency-Replayed': 'true' },
      })
    const slot = `${tenantId}\n${key}`
    if (underWay.has(slot))
      throw new EngineError('conflict', `A request with this ${HEADER} is under way`)
    underWay.add(slot)
    try {
      await next()
      await keep(tenantId, key, hash, c.res)
    } finally {
      underWay.delete(slot)
    }
    return undefined
  })

  async function keep(tenantId: string, key: string, hash: string, answer: Response) {
    const isJson = answer.headers.get('content-type')?.startsWith('application/json')
    if (!answer.ok || !isJson) return
    const body = await answer.clone().text()
    if (body.length > MAX_STORED_BYTES) return
    await db
      .insertInto('idempotency')
      .values({
        tenant_id: tenantId,
        key,
        request_hash: hash,
        status: answer.status,
        body,
        created_at: now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
