import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { EngineError } from '../errors.ts'
import { isDeeperThan } from './json-depth.ts'
import type { AppEnv } from './router.ts'

const MIB = 1024 * 1024
const MAX_JSON_BYTES = 10 * MIB
const MAX_FILE_BYTES = 50 * MIB
/** What a form adds to the file in it. */
const FORM_BYTES = 64 * 1024
/** Deeper than any body of ours; schemas that contain themselves would exhaust the stack. */
const MAX_DEPTH = 64
/** Calls that take a file as their body, not JSON. */
const FORM_PATHS = /^\/personas\/[0-9a-f-]{36}\/files$/
const FILE_PATHS = /^\/personas\/import$/

/** Bodies are JSON and at most 10 MiB, files at most 50 MiB. */
export function limitBody() {
  const json = limit(MAX_JSON_BYTES)
  const file = limit(MAX_FILE_BYTES)
  const form = limit(MAX_FILE_BYTES, FORM_BYTES)
  return createMiddleware<AppEnv>((c, next) => {
    if (FORM_PATHS.test(c.req.path)) return form(c, next)
    return FILE_PATHS.test(c.req.path) ? file(c, next) : json(c, next)
  })
}

function limit(maxBytes: number, around = 0) {
  return bodyLimit({ maxSize: maxBytes + around, onError: () => tooLarge(maxBytes) })
}

/** A body of another type than the call takes, or nested absurdly, is refused before it is parsed. */
export function requireJson() {
  return createMiddleware<AppEnv>(async (c, next) => {
    const { method, path, raw } = c.req
    if (method === 'GET' || method === 'HEAD' || raw.body === null) return next()
    if (FILE_PATHS.test(path) || FORM_PATHS.test(path)) return next()
    const text = await c.req.text()
    if (text === '') return next()
    const type = c.req.header('content-type')
    if (!/^application\/json\s*(;|$)/i.test(type ?? ''))
      throw new EngineError(
        'unsupported_media_type',
        `This call takes application/json, not ${type ?? 'a body without content-type'}`,
      )
    if (isDeeperThan(text, MAX_DEPTH))
      throw new EngineError('invalid_input', `The body nests deeper than ${MAX_DEPTH} levels`)
    return next()
  })
}

function tooLarge(maxBytes: number): never {
  throw new EngineError('too_large', `The body is larger than ${maxBytes / MIB} MiB`)
}
