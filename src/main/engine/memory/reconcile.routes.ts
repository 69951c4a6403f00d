import { createRoute, z } from '@hono/zod-openapi'
import { JobId, PersonaId } from '../../../shared/contract/ids.ts'
import {
  ReconcileAccepted,
  ReconcileJob,
  ReconcileJobList,
  ReconcileQuery,
  ReconcileRequest,
} from '../../../shared/contract/reconcile.ts'
import { createRouter, failures, jsonAnswer, type Router } from '../http/router.ts'
import { requireScope } from '../tenancy/principal.ts'
import type { Reconciler } from './reconcile-jobs.ts'

const tags = ['Memory']
const jobParams = z.object({ jobId: JobId })
// May be left out: then what differs is repaired.
const body = { required: false, content: { 'application/json': { schema: ReconcileRequest } } }
const accepted = { 202: jsonAnswer(ReconcileAccepted, 'The job that does it'), ...failures }
const aJob = { 200: jsonAnswer(ReconcileJob, 'The job'), ...failures }

const routes = {
  all: createRoute({
    method: 'post',
    path: '/timeline/reconcile',
    tags,
    summary: 'Find and repair what differs between timelines and their indexes, for everybody',
    request: { body },
    responses: accepted,
  }),
  list: createRoute({
    method: 'get',
    path: '/timeline/reconcile',
    tags,
    summary: 'The latest reconcile jobs and their reports, those of the start included',
    request: { query: ReconcileQuery },
    responses: { 200: jsonAnswer(ReconcileJobList, 'Newest first'), ...failures },
  }),
  get: createRoute({
    method: 'get',
    path: '/timeline/reconcile/{jobId}',
    tags,
    summary: 'How far a reconcile job is, or its report',
    request: { params: jobParams },
    responses: aJob,
  }),
  cancel: createRoute({
    method: 'post',
    path: '/timeline/reconcile/{jobId}/cancel',
    tags,
    summary: 'Stop a reconcile job; what it repaired stays repaired',
    request: { params: jobParams },
    responses: aJob,
  }),
  one: createRoute({
    method: 'post',
    path: '/personas/{personaId}/timeline/reconcile',
    tags,
    summary: 'Find and repair what differs between one timeline and its indexes',
    request: { params: z.object({ personaId: PersonaId }), body },
    responses: accepted,
  }),
}

export function reconcileRoutes({ reconciler }: { readonly reconciler: Reconciler }): Router {
  const router = createRouter()

  router.openapi(routes.all, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const options = ReconcileRequest.parse(c.req.valid('json') ?? {})
    const work = { reason: 'asked' as const, options }
    return c.json(await reconciler.start(principal.tenantId, null, work), 202)
  })
  router.openapi(routes.one, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const options = ReconcileRequest.parse(c.req.valid('json') ?? {})
    const { personaId } = c.req.valid('param')
    const work = { reason: 'asked' as const, options }
    return c.json(await reconciler.start(principal.tenantId, personaId, work), 202)
  })
  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const jobs = await reconciler.list(principal.tenantId, c.req.valid('query'))
    return c.json({ jobs }, 200)
  })
  router.openapi(routes.get, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    return c.json(await reconciler.get(principal.tenantId, c.req.valid('param').jobId), 200)
  })
  router.openapi(routes.cancel, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    return c.json(await reconciler.cancel(principal.tenantId, c.req.valid('param').jobId), 200)
  })

  return router
}
