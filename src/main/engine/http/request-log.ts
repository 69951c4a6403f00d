import { randomUUID } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './router.ts'

/** One answered request. Never a query, a header or a body: they hold prompts and keys. */
export type RequestEntry = {
  readonly requestId: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly durationMs: number
  /** Id of the API key, or the kind of a caller without one; null for open paths. */
  readonly caller: string | null
}

/** Gives every request an id, answers it as `X-Request-Id` and tells who logs. */
export function requestLog(now: () => number, log: (entry: RequestEntry) => void = () => {}) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const startedAt = now()
    const requestId = randomUUID()
    c.set('requestId', requestId)
    await next()
    c.header('X-Request-Id', requestId)
    const principal = c.get('principal')
    log({
      requestId,
      method: c.req.method,
      path: pathToLog(c.req.path),
      status: c.res.status,
      durationMs: now() - startedAt,
      caller: principal?.keyId ?? principal?.kind ?? null,
    })
  })
}

/** A download's path is its secret for as long as it works. */
export function pathToLog(path: string): string {
  return path.startsWith('/downloads/') ? '/downloads/…' : path
}
