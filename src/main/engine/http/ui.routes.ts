import { createRoute, z } from '@hono/zod-openapi'
import { getExtension } from 'hono/utils/mime'
import {
  DownloadAnswer,
  DownloadRequest,
  UiSessionAnswer,
  UiSessionRequest,
} from '../../../shared/contract/workspace.ts'
import { EngineError } from '../errors.ts'
import { requireScope, type Principal } from '../tenancy/principal.ts'
import type { DownloadTickets } from './downloads.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from './router.ts'
import type { SessionKeys } from './session-keys.ts'

export type UiDeps = {
  sessionKeys: SessionKeys
  downloads: DownloadTickets
  /** Whether there is a page to open with a token. */
  servesPage: boolean
  /** Asks the application itself, as somebody. */
  fetchAs: (request: Request, principal: Principal) => Promise<Response>
}

const routes = {
  session: createRoute({
    method: 'post',
    path: '/ui/session',
    tags: ['Interface'],
    summary: 'Swap the one-time token of the link for a key that lives as long as the process',
    security: [],
    request: { body: jsonBody(UiSessionRequest) },
    responses: { 200: jsonAnswer(UiSessionAnswer, 'The key'), ...failures },
  }),
  token: createRoute({
    method: 'post',
    path: '/ui/tokens',
    tags: ['Interface'],
    summary: 'A fresh one-time token for a link',
    responses: { 201: jsonAnswer(UiSessionRequest, 'The token'), ...failures },
  }),
  download: createRoute({
    method: 'post',
    path: '/downloads',
    tags: ['Interface'],
    summary: 'A ticket for one download within 60 s, for links that send no header',
    request: { body: jsonBody(DownloadRequest) },
    responses: { 201: jsonAnswer(DownloadAnswer, 'Where to get it, once'), ...failures },
  }),
  takeDownload: createRoute({
    method: 'get',
    path: '/downloads/{ticket}',
    tags: ['Interface'],
    summary: 'The file behind a ticket',
    security: [],
    request: { params: z.object({ ticket: z.string().max(100) }) },
    responses: { 200: { description: 'The file' }, ...failures },
  }),
}

export function uiRoutes({ sessionKeys, downloads, servesPage, fetchAs }: UiDeps): Router {
  const router = createRouter()
  router.openapi(routes.session, (c) =>
    c.json({ key: sessionKeys.swapToken(c.req.valid('json').token) }, 200),
  )
  router.openapi(routes.token, (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'admin')
    if (!servesPage)
      throw new EngineError('not_found', 'This server serves no interface: start it with --ui')
    return c.json({ token: sessionKeys.issueToken({ ...principal, kind: 'ui', keyId: null }) }, 201)
  })
  router.openapi(routes.download, (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const ticket = downloads.issue(c.req.valid('json').path, principal)
    return c.json({ url: `/downloads/${ticket}` }, 201)
  })
  router.openapi(routes.takeDownload, async (c) => {
    const found = downloads.take(c.req.valid('param').ticket)
    if (!found) throw new EngineError('not_found', 'This download link has been used or is too old')
    const { signal } = c.req.raw
    // Behind the origin, not resolved against it: "//elsewhere" is a path here and no other host.
    const request = new Request(new URL(c.req.url).origin + found.path, { signal })
    return asFile(await fetchAs(request, found.principal), found.path) as never
  })
  return router
}

/** An answer that a browser saves instead of showing; a failure stays what it is. */
function asFile(answer: Response, path: string): Response {
  if (!answer.ok || answer.headers.get('content-disposition')?.startsWith('attachment'))
    return answer
  const headers = new Headers(answer.headers)
  const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
  const name =
    path
      .split('?')[0]!
      .split('/')
      .at(-1)!
      .replaceAll(/[^\w.-]/g, '-') || 'download'
  const extension = type === 'text/html' ? 'html' : getExtension(type)
  const file = extension && !name.endsWith(`.${extension}`) ? `${name}.${extension}` : name
  headers.set('content-disposition', `attachment; filename="${file}"`)
  return new Response(answer.body, { status: answer.status, headers })
}
