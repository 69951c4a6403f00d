import { createMiddleware } from 'hono/factory'
import { EngineError } from '../errors.ts'
import { resolveKey, type KeyDeps } from '../tenancy/keys.ts'
import type { AppEnv } from './router.ts'
import type { SessionKeys } from './session-keys.ts'

export type AuthenticateDeps = KeyDeps & { sessionKeys: SessionKeys }

// What a browser can ask for before it has a key, and what holds nothing worth one.
const OPEN_PAGES = new Set([
  '/',
  '/healthz',
  '/openapi.json',
  '/study-file.schema.json',
  '/docs',
  '/ui',
])
const OPEN_FOLDERS = ['/ui/', '/docs/']
const DOWNLOADS = '/downloads/'
const SESSION_PATH = '/ui/session'

/** The one place where a credential becomes a principal, whatever header it came in. */
export function authenticate(deps: AuthenticateDeps) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const handedIn = c.env?.principal
    if (handedIn) c.set('principal', handedIn)
    else if (!isOpen(c.req.method, c.req.path))
      c.set('principal', await principalOf(deps, credential(c.req.raw.headers)))
    await next()
  })
}

function isOpen(method: string, path: string): boolean {
  if (method === 'POST') return path === SESSION_PATH
  // Asking for the head of a download would use its ticket up.
  if (path.startsWith(DOWNLOADS)) return method === 'GET'
  if (method !== 'GET' && method !== 'HEAD') return false
  return OPEN_PAGES.has(path) || OPEN_FOLDERS.some((start) => path.startsWith(start))
}

async function principalOf(deps: AuthenticateDeps, key: string) {
  return deps.sessionKeys.find(key) ?? (await resolveKey(deps, key))
}

function credential(headers: Headers): string {
  const apiKey = headers.get('x-api-key')?.trim()
  const bearer = /^Bearer\s+(.+)$/i.exec(headers.get('authorization') ?? '')?.[1]?.trim()
  if (apiKey && bearer && apiKey !== bearer)
    throw new EngineError('unauthorized', 'x-api-key and Authorization carry different keys')
  const key = apiKey || bearer
  if (!key)
    throw new EngineError(
      'unauthorized',
      'No key: send x-api-key. "npx workbench keys create" makes one',
    )
  return key
}
