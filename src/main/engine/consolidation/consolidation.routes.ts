import { createRoute, z } from '@hono/zod-openapi'
import { ConsolidationList } from '../../../shared/contract/consolidation.ts'
import { PersonaId } from '../../../shared/contract/ids.ts'
import { PageQuery } from '../../../shared/contract/paging.ts'
import type { ReadDb } from '../db/schema.ts'
import { createRouter, failures, jsonAnswer, type Router } from '../http/router.ts'
import { requireScope } from '../tenancy/principal.ts'
import { listConsolidations } from './list-consolidations.ts'

const route = createRoute({
  method: 'get',
  path: '/personas/{personaId}/consolidations',
  tags: ['Memory'],
  summary: 'What became of the exchanges with a persona, newest first',
  request: { params: z.object({ personaId: PersonaId }), query: PageQuery },
  responses: { 200: jsonAnswer(ConsolidationList, 'One page'), ...failures },
})

export function consolidationRoutes({ db }: { readonly db: ReadDb }): Router {
  const router = createRouter()
  router.openapi(route, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const owner = { tenantId: principal.tenantId, ...c.req.valid('param') }
    return c.json(await listConsolidations(db, owner, c.req.valid('query')), 200)
  })
  return router
}
