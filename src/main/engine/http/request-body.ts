import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { EngineError } from '../errors.ts'
import type { AppEnv } from './router.ts'

const MIB = 1024 * 1024
const MAX_JSON_BYTES = 10 * MIB
const MAX_FILE_BYTES = 50 * MIB
/** Calls that take a file as their body, not JSON. */
const FILE_PATHS = /^\/personas\/(import|[0-9a-f-]{36}\/files)$/

/** Bodies are JSON and at most 10 MiB, files at most 50 MiB. */
export function limitBody() {
  const json = bodyLimit({ maxSize: MAX_JSON_BYTES, onError: () => tooLarge(MAX_JSON_BYTES) })
  const file = bodyLimit({ maxSize: MAX_FILE_BYTES, onError: () => tooLarge(MAX_FILE_BYTES) })
  return createMiddleware<AppEnv>((c, next) =>
    FILE_PATHS.test(c.req.path) ? file(c, next) : json(c, next),
  )
}

/** A body of another type than the call takes is refused before it is read. */
export function requireJson() {
  return createMiddleware<AppEnv>(async (c, next) => {
    const type = c.req.header('content-type')
    const hasBody = type !== undefined || Number(c.req.header('content-length') ?? 0) > 0
    if (hasBody && !FILE_PATHS.test(c.req.path) && !/^application\/json\s*(;|$)/i.test(type ?? ''))
      throw new EngineError(
        'unsupported_media_type',
        `This call takes application/json, not ${type ?? 'a body without content-type'}`,
      )
    await next()
  })
}

function tooLarge(maxBytes: number): never {
  throw new EngineError('too_large', `The body is larger than ${maxBytes / MIB} MiB`)
}
