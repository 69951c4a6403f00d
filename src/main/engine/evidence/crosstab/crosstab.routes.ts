import { createRoute, z } from '@hono/zod-openapi'
import { Crosstab, CrosstabQuery } from '../../../../shared/contract/crosstab.ts'
import { RunId } from '../../../../shared/contract/ids.ts'
import type { ReadDb } from '../../db/schema.ts'
import { createRouter, failures, jsonAnswer, type Router } from '../../http/router.ts'
import { requireScope } from '../../tenancy/principal.ts'
import { getCrosstab } from './get-crosstab.ts'

const crosstab = createRoute({
  method: 'get',
  path: '/runs/{runId}/crosstab',
  tags: ['Evidence'],
  summary: 'One variable by one or two others: shares or means with intervals, and their tests',
  request: { params: z.object({ runId: RunId }), query: CrosstabQuery },
  responses: { 200: jsonAnswer(Crosstab, 'The table'), ...failures },
})

export function crosstabRoutes({ db }: { db: ReadDb }): Router {
  const router = createRouter()
  router.openapi(crosstab, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { runId } = c.req.valid('param')
    const found = await getCrosstab(db, principal.tenantId, runId, c.req.valid('query'))
    return c.json(found, 200)
  })
  return router
}
