import { createRoute, z } from '@hono/zod-openapi'
import { JobId, SessionId } from '../../../shared/contract/ids.ts'
import {
  ListSessionsQuery,
  PromptAccepted,
  PromptAnswer,
  PromptJob,
  PromptRequest,
  SessionAnswer,
  SessionList,
  StreamPromptRequest,
} from '../../../shared/contract/prompts.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import { cancelPromptJob, enqueuePrompt, getPromptJob, type PromptJobDeps } from './prompt-jobs.ts'
import { promptPersona } from './prompt.ts'
import { getSession, listSessions } from './sessions.ts'
import { openPromptStream, type StreamDeps } from './stream-prompt.ts'

export type PromptingDeps = PromptJobDeps & StreamDeps

const tags = ['Prompting']
const jobParams = z.object({ jobId: JobId })

const routes = {
  prompt: createRoute({
    method: 'post',
    path: '/personas/prompt',
    tags,
    summary: 'Ask a persona; with mode "async" the answer is a job',
    request: { body: jsonBody(PromptRequest) },
    responses: {
      200: jsonAnswer(PromptAnswer, 'The answer'),
      202: jsonAnswer(PromptAccepted, 'The job that will answer'),
      ...failures,
    },
  }),
  stream: createRoute({
    method: 'post',
    path: '/personas/prompt/stream',
    tags,
    summary: 'Ask a persona and read the answer as it is spoken',
    request: { body: jsonBody(StreamPromptRequest) },
    responses: {
      200: {
        description: 'Events: ready, token…, then done or error',
        content: { 'text/event-stream': { schema: z.string() } },
      },
      ...failures,
    },
  }),
  job: createRoute({
    method: 'get',
    path: '/personas/prompt/jobs/{jobId}',
    tags,
    summary: 'Read an asynchronous prompt, with its answer once it has one',
    request: { params: jobParams },
    responses: { 200: jsonAnswer(PromptJob, 'The job'), ...failures },
  }),
  cancel: createRoute({
    method: 'post',
    path: '/personas/prompt/jobs/{jobId}/cancel',
    tags,
    summary: 'Stop an asynchronous prompt that is not over',
    request: { params: jobParams },
    responses: { 200: jsonAnswer(PromptJob, 'The job as it is now'), ...failures },
  }),
  sessions: createRoute({
    method: 'get',
    path: '/personas/prompt/sessions',
    tags,
    summary: 'List sessions, the one talked in last first',
    request: { query: ListSessionsQuery },
    responses: { 200: jsonAnswer(SessionList, 'One page'), ...failures },
  }),
  session: createRoute({
    method: 'get',
    path: '/personas/prompt/sessions/{sessionId}',
    tags,
    summary: 'Read a session with its turns and what each recalled',
    request: { params: z.object({ sessionId: SessionId }) },
    responses: { 200: jsonAnswer(SessionAnswer, 'The session'), ...failures },
  }),
}

/** Mounted before the routes under /personas/{personaId}, whose parameter would match these too. */
export function promptingRoutes(deps: PromptingDeps): Router {
  const router = createRouter()

  router.openapi(routes.prompt, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'prompt')
    const { mode, ...request } = c.req.valid('json')
    requireTenant(principal, request.tenantId)
    const { tenantId } = principal
    if (mode === 'async') return c.json(await enqueuePrompt(deps, tenantId, request), 202)
    const { signal } = c.req.raw
    return c.json(await promptPersona(deps, tenantId, request, { signal }), 200)
  })

  router.openapi(routes.stream, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'prompt')
    const request = c.req.valid('json')
    requireTenant(principal, request.tenantId)
    const body = await openPromptStream(deps, principal.tenantId, request, c.req.raw.signal)
    return c.body(body, 200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    })
  })

  router.openapi(routes.job, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { jobId } = c.req.valid('param')
    return c.json(await getPromptJob(deps, principal.tenantId, jobId), 200)
  })

  router.openapi(routes.cancel, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'prompt')
    const { jobId } = c.req.valid('param')
    return c.json(await cancelPromptJob(deps, principal.tenantId, jobId), 200)
  })

  router.openapi(routes.sessions, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const query = c.req.valid('query')
    requireTenant(principal, query.tenantId)
    return c.json(await listSessions(deps.db, principal.tenantId, query), 200)
  })

  router.openapi(routes.session, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { sessionId } = c.req.valid('param')
    return c.json(await getSession(deps.db, principal.tenantId, sessionId), 200)
  })

  return router
}
