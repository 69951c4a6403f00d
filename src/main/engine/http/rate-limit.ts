import { createMiddleware } from 'hono/factory'
import { EngineError } from '../errors.ts'
import type { AppEnv } from './router.ts'

export type RateLimit = {
  /** Requests a key regains per minute. */
  readonly perMinute: number
  /** Requests it may make at once. */
  readonly burst: number
}
export const DEFAULT_RATE_LIMIT: RateLimit = { perMinute: 120, burst: 30 }

type Bucket = { tokens: number; at: number }

/** A token bucket per key; the interface's own session has none. */
export function rateLimit(now: () => number, limit: RateLimit = DEFAULT_RATE_LIMIT) {
  const buckets = new Map<string, Bucket>()
  const perMs = limit.perMinute / 60_000
  const policy = `"default";q=${limit.burst};w=${Math.ceil(limit.burst / perMs / 1000)}`

  return createMiddleware<AppEnv>(async (c, next) => {
    const keyId = c.get('principal')?.keyId
    if (!keyId) return next()
    const bucket = refill(buckets.get(keyId) ?? { tokens: limit.burst, at: now() })
    buckets.set(keyId, bucket)
    const waitSeconds = Math.ceil(Math.max(0, 1 - bucket.tokens) / perMs / 1000)
    if (bucket.tokens < 1) {
      c.header('RateLimit', `"default";r=0;t=${waitSeconds}`)
      c.header('RateLimit-Policy', policy)
      const message = `Too many requests with this key: ${limit.perMinute} a minute, ${limit.burst} at once`
      throw new EngineError('rate_limited', message, { retryAfterSeconds: waitSeconds })
    }
    bucket.tokens -= 1
    await next()
    c.header('RateLimit', `"default";r=${Math.floor(bucket.tokens)};t=0`)
    c.header('RateLimit-Policy', policy)
  })

  function refill({ tokens, at }: Bucket): Bucket {
    const time = now()
    // A clock put back must not lock a key out.
    const passedMs = Math.max(0, time - at)
    return { tokens: Math.min(limit.burst, tokens + passedMs * perMs), at: time }
  }
}
