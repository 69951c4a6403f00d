import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ErrorCode } from '../../../shared/contract/errors.ts'
import type { WriteDb } from '../db/schema.ts'
import { EngineError, isAbort, toHttpError } from '../errors.ts'
import type { Principal } from '../tenancy/principal.ts'
import { authenticate } from './authenticate.ts'
import { serveDocument } from './document.ts'
import type { DownloadTickets } from './downloads.ts'
import { idempotency } from './idempotency.ts'
import { rateLimit, type RateLimit } from './rate-limit.ts'
import { limitBody, requireJson } from './request-body.ts'
import { pathToLog, requestLog, type RequestEntry } from './request-log.ts'
import { createRouter, type AppEnv, type Router } from './router.ts'
import type { SessionKeys } from './session-keys.ts'
import { servePage } from './static-files.ts'
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
  /** What a change recorded is kept before the change is answered. */
  usage?: { flush(): Promise<void> } | undefined
  /** Told of every answered request. */
  logRequest?: ((entry: RequestEntry) => void) | undefined
  /** Called with what is a bug, never with what a client did. */
  logError: (
    error: unknown,
    request: { method: string; path: string; requestId?: string | undefined },
  ) => void
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

  app.use(requestLog(deps.now, deps.logRequest))
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
  app.use(finish(deps))
  app.use(limitBody())
  app.use(authenticate(deps))
  app.use(rateLimit(deps.now, deps.rateLimit))
  app.use(requireJson())
  app.use(idempotency(deps.db, deps.now))

  app.get('/', (c) => c.redirect(deps.rendererDir ? '/ui/' : '/docs'))
  serveDocument(app, deps)
  app.route('/', uiRoutes({ ...deps, servesPage: deps.rendererDir !== undefined, fetchAs }))
  for (const feature of deps.features) app.route('/', feature)
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

/** Every answer is private, and a change is answered after what it recorded is kept. */
function finish({ usage, logError }: AppDeps) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
    const { method, path } = c.req
    if (method !== 'GET' && method !== 'HEAD')
      await usage?.flush().catch((error: unknown) => logError(error, { method, path }))
  })
}

function answerError(deps: AppDeps, thrown: unknown, c: Context<AppEnv>): Response {
  const error = translate(thrown)
  const { status, body, retryAfterSeconds } = toHttpError(error)
  const gaveUp = isAbort(error) || c.req.raw.signal.aborted
  if (status === 500 && !gaveUp)
    deps.logError(error, {
      method: c.req.method,
      path: pathToLog(c.req.path),
      requestId: c.get('requestId'),
    })
  if (retryAfterSeconds !== undefined) c.header('Retry-After', String(Math.ceil(retryAfterSeconds)))
  return c.json(body, status as ContentfulStatusCode)
}

const codeByStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'too_large',
  415: 'unsupported_media_type',
}

/** The framework's own errors as ours: it throws them for what a client sent, and for bugs. */
function translate(error: unknown): unknown {
  if (!(error instanceof HTTPException) || error.status >= 500) return error
  const code = codeByStatus[error.status] ?? 'invalid_input'
  return new EngineError(code, error.message, { cause: error })
}
