import { createHash } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import type { WriteDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { createAnswerStore, type StoredAnswer } from './answer-store.ts'
import type { AppEnv } from './router.ts'

const HEADER = 'Idempotency-Key'
const MAX_KEY_LENGTH = 200
const MAX_STORED_BYTES = 1024 * 1024

/**
 * `Idempotency-Key` on a POST: the same key and body are answered as the first time, another body
 * is a conflict, and a duplicate that comes while the first is under way waits for it. Only
 * successes are kept, so a failed call can be tried again with its key; streams never are.
 */
export function idempotency(db: WriteDb, now: () => number) {
  const store = createAnswerStore(db, now)
  const underWay = new Map<string, { hash: string; end: Promise<void> }>()

  return createMiddleware<AppEnv>(async (c, next) => {
    const key = c.req.header(HEADER)
    const principal = c.get('principal')
    if (!key || !principal || c.req.method !== 'POST') return next()
    if (key.length > MAX_KEY_LENGTH)
      throw new EngineError(
        'invalid_input',
        `${HEADER} is longer than ${MAX_KEY_LENGTH} characters`,
      )
    const { tenantId, profile } = principal
    const { path } = c.req
    // The profile too: an answer is never replayed to a key that may do less.
    const hash = createHash('sha256')
      .update(`${profile}\n${path}\n${new URL(c.req.url).search}\n`)
      .update(new Uint8Array(await c.req.arrayBuffer()))
      .digest('hex')

    const slot = `${tenantId}\n${key}`
    for (let other = underWay.get(slot); other; other = underWay.get(slot)) {
      if (other.hash !== hash) throw usedOtherwise()
      await other.end
    }
    // From the last look at the slot to here nothing has waited, so the slot is this request's.
    const turn = Promise.withResolvers<void>()
    underWay.set(slot, { hash, end: turn.promise })
    try {
      const first = await store.find(tenantId, key)
      if (first && first.hash !== hash) throw usedOtherwise()
      if (first) return replay(first)
      await next()
      const answer = await toStored(hash, c.res)
      if (answer) await store.keep({ tenantId, key, path }, answer)
    } finally {
      underWay.delete(slot)
      turn.resolve()
    }
    return undefined
  })
}

async function toStored(hash: string, answer: Response): Promise<StoredAnswer | undefined> {
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  if (!answer.ok || !isJson) return undefined
  const body = await answer.clone().text()
  return Buffer.byteLength(body) > MAX_STORED_BYTES
    ? undefined
    : { hash, status: answer.status, body }
}

function replay({ status, body }: StoredAnswer): Response {
  return new Response(body, {
    status,
    headers: { 'content-type': 'application/json', 'Idempotency-Replayed': 'true' },
  })
}

function usedOtherwise(): EngineError {
  return new EngineError('conflict', `${HEADER} was used before with another request`)
}
