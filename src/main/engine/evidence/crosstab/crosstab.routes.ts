import { createRoute, z } from '@hono/zod-openapi'
import { Crosstab, CrosstabQuery, CrosstabVariables } from '../../../../shared/contract/crosstab.ts'
import { RunId } from '../../../../shared/contract/ids.ts'
import { createRouter, failures, jsonAnswer, type Router } from '../../http/router.ts'
import { requireScope } from '../../tenancy/principal.ts'
import { askAboutRun, type AnalystDeps } from '../ask-about-run.ts'
import { getCrosstabVariables } from './crosstab-variables.ts'

const params = z.object({ runId: RunId })
const tags = ['Evidence']

const variables = createRoute({
  method: 'get',
  path: '/runs/{runId}/crosstab/variables',
  tags,
  summary: 'What rows and columns of a crosstab can be',
  request: { params },
  responses: { 200: jsonAnswer(CrosstabVariables, 'The variables'), ...failures },
})
const crosstab = createRoute({
  method: 'get',
  path: '/runs/{runId}/crosstab',
  tags,
  summary: 'One variable by one or two others: shares or means with intervals, and their tests',
  request: { params, query: CrosstabQuery },
  responses: { 200: jsonAnswer(Crosstab, 'The table'), ...failures },
})

export function crosstabRoutes(deps: AnalystDeps): Router {
  const router = createRouter()
  router.openapi(variables, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { runId } = c.req.valid('param')
    return c.json(await getCrosstabVariables(deps, principal.tenantId, runId), 200)
  })
  router.openapi(crosstab, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const query = c.req.valid('query')
    const request = { tenantId: principal.tenantId, ...c.req.valid('param'), query }
    return c.json(await askAboutRun(deps, 'crosstab', request, c.req.raw.signal), 200)
  })
  return router
}
