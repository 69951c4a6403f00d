import { join } from 'node:path'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { WriteDb } from '../db/schema.ts'
import { EngineError, isAbort, toHttpError } from '../errors.ts'
import type { Principal } from '../tenancy/principal.ts'
import { authenticate } from './authenticate.ts'
import type { DownloadTickets } from './downloads.ts'
import { idempotency } from './idempotency.ts'
import { rateLimit, type RateLimit } from './rate-limit.ts'
import { limitBody, requireJson } from './request-body.ts'
import { createRouter, type AppEnv, type Router } from './router.ts'
import type { SessionKeys } from './session-keys.ts'
import { readStatic, servePage } from './static-files.ts'
import { uiRoutes } from './ui.routes.ts'

export type AppDeps = {
  db: WriteDb
  now: () => number
  version: string
  sessionKeys: SessionKeys
  downloads: DownloadTickets
  /** Every feature's routes, static paths before parameter paths across features. */
  features: readonly Router[]
  resourcesDir: string
  /** The built interface; absent: no page is served. */
  rendererDir?: string | undefined
  rateLimit?: RateLimit | undefined
  /** Called with what is a bug, never with what a client did. */
  logError: (error: unknown, request: { method: string; path: string }) => void
}

const PAGE_POLICY = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

/**
 * The whole HTTP application, without a port: the server, the desktop window and the tests call its
 * `fetch`. A caller that is no client of the network hands its principal in beside the request.
 */
export function createApp(deps: AppDeps): Router {
  const app = createRouter()
  const fetchAs = async (request: Request, principal: Principal) =>
    app.fetch(request, { principal })

  app.use(
    secureHeaders({
      contentSecurityPolicy: PAGE_POLICY,
      crossOriginOpenerPolicy: 'same-origin',
      crossOriginResourcePolicy: 'same-origin',
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      strictTransportSecurity: false,
    }),
  )
  app.use(limitBody())
  app.use(authenticate(deps))
  app.use(rateLimit(deps.now, deps.rateLimit))
  app.use(requireJson())
  app.use(idempotency(deps.db, deps.now))

  app.get('/healthz', (c) => c.json({ status: 'ok', version: deps.version }))
  app.get('/', (c) => c.redirect(deps.rendererDir ? '/ui/' : '/docs'))
  app.route('/', uiRoutes({ ...deps, fetchAs }))
  for (const feature of deps.features) app.route('/', feature)
  serveDocument(app, deps)
  const { rendererDir } = deps
  if (rendererDir) {
    app.get('/ui', (c) => c.redirect('/ui/'))
    app.get('/ui/*', (c) => servePage(c, rendererDir))
  }

  app.notFound((c) => {
    throw new EngineError('not_found', `No route ${c.req.method} ${c.req.path}`)
  })
  app.onError((error, c) => answerError(deps, error, c))
  return app
}

/** /openapi.json from the schemas that validate, and /docs that reads it; both work offline. */
function serveDocument(app: Router, { version, resourcesDir }: AppDeps): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'apiKey',
    in: 'header',
    name: 'x-api-key',
  })
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Persona Workbench',
      version,
      description: 'The localhost API of the workbench, call for call that of person.run.',
    },
    security: [{ apiKey: [] }],
  })
  const docs = join(resourcesDir, 'docs')
  app.get('/docs', (c) => serveDocsFile(c, docs, 'index.html'))
  app.get('/docs/:file', (c) => serveDocsFile(c, docs, c.req.param('file')))
}

async function serveDocsFile(c: Context<AppEnv>, folder: string, name: string): Promise<Response> {
  const file = await readStatic(folder, name)
  if (!file) throw new EngineError('not_found', `No file ${c.req.path}`)
  return c.body(file.body, 200, { 'content-type': file.type })
}

function answerError(deps: AppDeps, thrown: unknown, c: Context<AppEnv>): Response {
  const error = translate(thrown)
  const { status, body, retryAfterSeconds } = toHttpError(error)
  const gaveUp = isAbort(error) || c.req.raw.signal.aborted
  if (status === 500 && !gaveUp) deps.logError(error, { method: c.req.method, path: c.req.path })
  if (retryAfterSeconds !== undefined) c.header('Retry-After', String(Math.ceil(retryAfterSeconds)))
  return c.json(body, status as ContentfulStatusCode)
}

/** The framework's own errors as ours. */
function translate(error: unknown): unknown {
  if (!(error instanceof HTTPException)) return error
  const codes = { 400: 'invalid_input', 413: 'too_large', 415: 'unsupported_media_type' } as const
  const code = codes[error.status as keyof typeof codes]
  return code ? new EngineError(code, error.message, { cause: error }) : error
}
