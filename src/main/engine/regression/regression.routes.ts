import { createRoute, z } from '@hono/zod-openapi'
import { RunId } from '../../../shared/contract/ids.ts'
import { Regression, RegressionRequest } from '../../../shared/contract/regression.ts'
import { askAboutRun, type AnalystDeps } from '../evidence/ask-about-run.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'

const params = z.object({ runId: RunId })
const tags = ['Evidence']

const regression = createRoute({
  method: 'post',
  path: '/runs/{runId}/regression',
  tags,
  summary: 'Explain an answer by what else is known, weighted, with the errors of the design',
  request: { params, body: jsonBody(RegressionRequest) },
  responses: { 200: jsonAnswer(Regression, 'The model'), ...failures },
})

export function regressionRoutes(deps: AnalystDeps): Router {
  const router = createRouter()

  router.openapi(regression, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, ...model } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const request = { tenantId: principal.tenantId, ...c.req.valid('param'), model }
    return c.json(await askAboutRun(deps, 'regression', request, c.req.raw.signal), 200)
  })
  return router
}
