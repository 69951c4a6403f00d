import { createRoute, z } from '@hono/zod-openapi'
import {
  CohortGenerationAccepted,
  CohortGenerationJob,
  CohortGenerationJobList,
  CohortGenerationPreview,
  GenerateCohortRequest,
} from '../../../shared/contract/cohort-generation.ts'
import { JobId } from '../../../shared/contract/ids.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import {
  cancelGeneration,
  enqueueGeneration,
  getGeneration,
  listGenerationJobs,
  previewGeneration,
  type GenerationDeps,
  type GenerationProgress,
} from './generate-cohort.ts'

const params = z.object({ jobId: JobId })
const tags = ['Cohorts']
const one = { 200: jsonAnswer(CohortGenerationJob, 'The job'), ...failures }

const routes = {
  generate: createRoute({
    method: 'post',
    path: '/cohorts/generate',
    tags,
    summary: 'Make people by exact quotas, and a cohort of them',
    request: { body: jsonBody(GenerateCohortRequest) },
    responses: { 202: jsonAnswer(CohortGenerationAccepted, 'The job'), ...failures },
  }),
  list: createRoute({
    method: 'get',
    path: '/cohorts/generate',
    tags,
    summary: 'The latest generations of cohorts',
    responses: { 200: jsonAnswer(CohortGenerationJobList, 'Jobs, newest first'), ...failures },
  }),
  preview: createRoute({
    method: 'post',
    path: '/cohorts/generate/preview',
    tags,
    summary: 'What a generation would make: quotas and a few faces; stored nowhere',
    request: { body: jsonBody(GenerateCohortRequest) },
    responses: { 200: jsonAnswer(CohortGenerationPreview, 'The preview'), ...failures },
  }),
  get: createRoute({
    method: 'get',
    path: '/cohorts/generate/{jobId}',
    tags,
    summary: 'How far a generation is',
    request: { params },
    responses: one,
  }),
  cancel: createRoute({
    method: 'post',
    path: '/cohorts/generate/{jobId}/cancel',
    tags,
    summary: 'Stop a generation; who was made goes to the trash',
    request: { params },
    responses: one,
  }),
}

/** Mounted before the cohorts: `generate` is no cohort. */
export function generationRoutes(deps: GenerationDeps, progress: GenerationProgress): Router {
  const router = createRouter()

  router.openapi(routes.generate, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { tenantId, ...body } = c.req.valid('json')
    requireTenant(principal, tenantId)
    return c.json(await enqueueGeneration(deps, principal.tenantId, body), 202)
  })
  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    return c.json({ jobs: await listGenerationJobs(deps, progress, principal.tenantId) }, 200)
  })
  router.openapi(routes.preview, (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, ...body } = c.req.valid('json')
    requireTenant(principal, tenantId)
    return c.json(previewGeneration(body), 200)
  })
  router.openapi(routes.get, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { jobId } = c.req.valid('param')
    return c.json(await getGeneration(deps, progress, principal.tenantId, jobId), 200)
  })
  router.openapi(routes.cancel, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { jobId } = c.req.valid('param')
    return c.json(await cancelGeneration(deps, progress, principal.tenantId, jobId), 200)
  })
  return router
}
