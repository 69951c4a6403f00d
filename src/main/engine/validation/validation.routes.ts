import { createRoute, z } from '@hono/zod-openapi'
import { RunId } from '../../../shared/contract/ids.ts'
import {
  CompareSurveysRequest,
  ValidateRunRequest,
  ValidationAnswer,
} from '../../../shared/contract/validation.ts'
import type { EvidenceDeps } from '../evidence/evidence.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import { compareSurveys, validateRun } from './validate.ts'

const tags = ['Evidence']
const report = { 200: jsonAnswer(ValidationAnswer, 'The validation'), ...failures }

const routes = {
  run: createRoute({
    method: 'post',
    path: '/runs/{runId}/validation',
    tags,
    summary:
      'A run beside what people answered: differs, equivalent or inconclusive; stored nowhere',
    request: { params: z.object({ runId: RunId }), body: jsonBody(ValidateRunRequest) },
    responses: report,
  }),
  compare: createRoute({
    method: 'post',
    path: '/validation/compare',
    tags,
    summary: 'Answers of personas beside answers of people, without a run',
    request: { body: jsonBody(CompareSurveysRequest) },
    responses: report,
  }),
}

export function validationRoutes(deps: EvidenceDeps): Router {
  const router = createRouter()

  router.openapi(routes.run, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, ...request } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const which = { tenantId: principal.tenantId, runId: c.req.valid('param').runId }
    return c.json({ validation: await validateRun(deps, which, request) }, 200)
  })
  router.openapi(routes.compare, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, ...request } = c.req.valid('json')
    requireTenant(principal, tenantId)
    return c.json({ validation: await compareSurveys(request) }, 200)
  })
  return router
}
