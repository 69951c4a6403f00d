import { createRoute, z } from '@hono/zod-openapi'
import { CohortId, JobId } from '../../../shared/contract/ids.ts'
import {
  SeparationAccepted,
  SeparationJob,
  SeparationJobList,
  SeparationRequest,
} from '../../../shared/contract/cohort-analysis.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import {
  enqueueSeparation,
  type SeparationDeps,
  type SeparationProgress,
} from './separate-cohorts.ts'
import { cancelSeparation, getSeparation, listSeparations } from './separation-jobs.ts'

const params = z.object({ cohortId: CohortId })
const jobParams = z.object({ cohortId: CohortId, jobId: JobId })
const tags = ['Cohorts']
const one = { 200: jsonAnswer(SeparationJob, 'The separation'), ...failures }

const routes = {
  start: createRoute({
    method: 'post',
    path: '/cohorts/{cohortId}/separation',
    tags,
    summary: 'Put a skill to people of two cohorts, to see whether they answer apart',
    request: { params, body: jsonBody(SeparationRequest) },
    responses: { 202: jsonAnswer(SeparationAccepted, 'The job'), ...failures },
  }),
  list: createRoute({
    method: 'get',
    path: '/cohorts/{cohortId}/separations',
    tags,
    summary: 'Separations of a cohort, newest first',
    request: { params },
    responses: { 200: jsonAnswer(SeparationJobList, 'Separations'), ...failures },
  }),
  get: createRoute({
    method: 'get',
    path: '/cohorts/{cohortId}/separations/{jobId}',
    tags,
    summary: 'What a separation found, or how far it is',
    request: { params: jobParams },
    responses: one,
  }),
  cancel: createRoute({
    method: 'post',
    path: '/cohorts/{cohortId}/separations/{jobId}/cancel',
    tags,
    summary: 'Stop a separation',
    request: { params: jobParams },
    responses: one,
  }),
}

export function separationRoutes(deps: SeparationDeps, progress: SeparationProgress): Router {
  const router = createRouter()

  router.openapi(routes.start, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { tenantId, ...request } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const { cohortId } = c.req.valid('param')
    return c.json(await enqueueSeparation(deps, principal.tenantId, cohortId, request), 202)
  })
  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { cohortId } = c.req.valid('param')
    const separations = await listSeparations(deps, progress, principal.tenantId, cohortId)
    return c.json({ separations }, 200)
  })
  router.openapi(routes.get, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const which = c.req.valid('param')
    return c.json(await getSeparation(deps, progress, principal.tenantId, which), 200)
  })
  router.openapi(routes.cancel, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const which = c.req.valid('param')
    return c.json(await cancelSeparation(deps, progress, principal.tenantId, which), 200)
  })
  return router
}
