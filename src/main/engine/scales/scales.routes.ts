import { createRoute, z } from '@hono/zod-openapi'
import { RunId } from '../../../shared/contract/ids.ts'
import { ScaleEvidence, ScaleRequest } from '../../../shared/contract/scales.ts'
import { askAboutRun, type AnalystDeps } from '../evidence/ask-about-run.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'

const params = z.object({ runId: RunId })

const scale = createRoute({
  method: 'post',
  path: '/runs/{runId}/scale',
  tags: ['Evidence'],
  summary: 'Make a scale of several questions: its reliability, its items and the score',
  request: { params, body: jsonBody(ScaleRequest) },
  responses: { 200: jsonAnswer(ScaleEvidence, 'The scale'), ...failures },
})

export function scaleRoutes(deps: AnalystDeps): Router {
  const router = createRouter()

  router.openapi(scale, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, ...scale } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const request = { tenantId: principal.tenantId, ...c.req.valid('param'), scale }
    return c.json(await askAboutRun(deps, 'scale', request, c.req.raw.signal), 200)
  })
  return router
}
