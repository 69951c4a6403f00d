import { createRoute, z } from '@hono/zod-openapi'
import { RunId } from '../../../shared/contract/ids.ts'
import { MixedEstimates, MixedEstimatesRequest } from '../../../shared/contract/mixed-estimates.ts'
import { askAboutRun, type AnalystDeps } from '../evidence/ask-about-run.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'

const route = createRoute({
  method: 'post',
  path: '/runs/{runId}/mixed-estimates',
  tags: ['Evidence'],
  summary: 'People, their twins and a run’s other personas as one estimate (PPI++); kept nowhere',
  request: { params: z.object({ runId: RunId }), body: jsonBody(MixedEstimatesRequest) },
  responses: { 200: jsonAnswer(MixedEstimates, 'Estimates, or why there are none'), ...failures },
})

export function mixedEstimateRoutes(deps: AnalystDeps): Router {
  const router = createRouter()
  router.openapi(route, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, ...request } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const asked = { tenantId: principal.tenantId, ...c.req.valid('param'), request }
    return c.json(await askAboutRun(deps, 'mixedEstimates', asked, c.req.raw.signal), 200)
  })
  return router
}
