import { createRoute, z } from '@hono/zod-openapi'
import { RunId } from '../../../shared/contract/ids.ts'
import { ScaleEvidence, ScaleRequest } from '../../../shared/contract/scales.ts'
import type { ReadDb } from '../db/schema.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import { buildScale } from './build-scale.ts'

const params = z.object({ runId: RunId })

const scale = createRoute({
  method: 'post',
  path: '/runs/{runId}/scale',
  tags: ['Evidence'],
  summary: 'Make a scale of several questions: its reliability, its items and the score',
  request: { params, body: jsonBody(ScaleRequest) },
  responses: { 200: jsonAnswer(ScaleEvidence, 'The scale'), ...failures },
})

export function scaleRoutes({ db }: { db: ReadDb }): Router {
  const router = createRouter()

  router.openapi(scale, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, ...request } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const { runId } = c.req.valid('param')
    return c.json(await buildScale(db, { tenantId: principal.tenantId, runId }, request), 200)
  })
  return router
}
