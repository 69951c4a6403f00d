import { createRoute, z } from '@hono/zod-openapi'
import { RunId } from '../../../shared/contract/ids.ts'
import { Regression, RegressionRequest } from '../../../shared/contract/regression.ts'
import type { ReadDb } from '../db/schema.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import { fitRegression } from './fit-regression.ts'

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

export function regressionRoutes({ db }: { db: ReadDb }): Router {
  const router = createRouter()

  router.openapi(regression, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, ...request } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const { runId } = c.req.valid('param')
    return c.json(await fitRegression(db, { tenantId: principal.tenantId, runId }, request), 200)
  })
  return router
}
