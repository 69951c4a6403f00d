import { createRoute, z } from '@hono/zod-openapi'
import {
  CohortAnswer,
  CohortList,
  CohortPreview,
  CohortPreviewRequest,
  CreateCohortRequest,
  UpdateCohortRequest,
} from '../../../shared/contract/cohorts.ts'
import { CohortId } from '../../../shared/contract/ids.ts'
import { PageQuery } from '../../../shared/contract/paging.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import {
  changeCohort,
  createCohort,
  getCohort,
  listCohorts,
  previewCohort,
  removeCohort,
  restoreCohort,
  type CohortDeps,
} from './cohorts.ts'

const params = z.object({ cohortId: CohortId })
const tags = ['Cohorts']
const one = { 200: jsonAnswer(CohortAnswer, 'The cohort'), ...failures }

const routes = {
  preview: createRoute({
    method: 'post',
    path: '/cohorts/preview',
    tags,
    summary: 'What criteria amount to today: a sentence, a count, a few faces',
    request: { body: jsonBody(CohortPreviewRequest) },
    responses: { 200: jsonAnswer(CohortPreview, 'The preview'), ...failures },
  }),
  create: createRoute({
    method: 'post',
    path: '/cohorts',
    tags,
    summary: 'Create a cohort',
    request: { body: jsonBody(CreateCohortRequest) },
    responses: { 201: jsonAnswer(CohortAnswer, 'The cohort'), ...failures },
  }),
  list: createRoute({
    method: 'get',
    path: '/cohorts',
    tags,
    summary: 'List cohorts with their size today, newest first',
    request: { query: PageQuery },
    responses: { 200: jsonAnswer(CohortList, 'One page of cohorts'), ...failures },
  }),
  get: createRoute({
    method: 'get',
    path: '/cohorts/{cohortId}',
    tags,
    summary: 'Read a cohort',
    request: { params },
    responses: one,
  }),
  change: createRoute({
    method: 'patch',
    path: '/cohorts/{cohortId}',
    tags,
    summary: 'Save a change as a new revision',
    request: { params, body: jsonBody(UpdateCohortRequest) },
    responses: one,
  }),
  remove: createRoute({
    method: 'delete',
    path: '/cohorts/{cohortId}',
    tags,
    summary: 'Move a cohort to the trash',
    request: { params },
    responses: one,
  }),
  restore: createRoute({
    method: 'post',
    path: '/cohorts/{cohortId}/restore',
    tags,
    summary: 'Take a cohort out of the trash',
    request: { params },
    responses: one,
  }),
}

export function cohortRoutes(deps: CohortDeps): Router {
  const router = createRouter()

  router.openapi(routes.preview, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, ...definition } = c.req.valid('json')
    requireTenant(principal, tenantId)
    return c.json(await previewCohort(deps, principal.tenantId, definition), 200)
  })
  router.openapi(routes.create, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { tenantId, ...body } = c.req.valid('json')
    requireTenant(principal, tenantId)
    return c.json({ cohort: await createCohort(deps, principal.tenantId, body) }, 201)
  })
  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    return c.json(await listCohorts(deps, principal.tenantId, c.req.valid('query')), 200)
  })
  router.openapi(routes.get, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { cohortId } = c.req.valid('param')
    return c.json({ cohort: await getCohort(deps, principal.tenantId, cohortId) }, 200)
  })
  router.openapi(routes.change, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { cohortId } = c.req.valid('param')
    const change = c.req.valid('json')
    return c.json({ cohort: await changeCohort(deps, principal.tenantId, cohortId, change) }, 200)
  })
  router.openapi(routes.remove, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { cohortId } = c.req.valid('param')
    return c.json({ cohort: await removeCohort(deps, principal.tenantId, cohortId) }, 200)
  })
  router.openapi(routes.restore, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { cohortId } = c.req.valid('param')
    return c.json({ cohort: await restoreCohort(deps, principal.tenantId, cohortId) }, 200)
  })
  return router
}
