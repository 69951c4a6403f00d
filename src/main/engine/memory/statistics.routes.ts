import { createRoute, z } from '@hono/zod-openapi'
import { PersonaId } from '../../../shared/contract/ids.ts'
import {
  MemoryStatisticsAnswer,
  MemoryStatisticsQuery,
} from '../../../shared/contract/memory-statistics.ts'
import type { ReadDb } from '../db/schema.ts'
import { createRouter, failures, jsonAnswer, type Router } from '../http/router.ts'
import { requireScope } from '../tenancy/principal.ts'
import { toInstant } from './instant.ts'
import { getMemoryStatistics } from './statistics.ts'

const route = createRoute({
  method: 'get',
  path: '/personas/{personaId}/memory-statistics',
  tags: ['Memory'],
  summary: 'The timeline in numbers, now or as it stood at an instant',
  request: { params: z.object({ personaId: PersonaId }), query: MemoryStatisticsQuery },
  responses: { 200: jsonAnswer(MemoryStatisticsAnswer, 'The numbers'), ...failures },
})

export function statisticsRoutes(deps: {
  readonly db: ReadDb
  readonly now: () => number
}): Router {
  const router = createRouter()
  router.openapi(route, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const query = c.req.valid('query')
    const asOf = query.asOf === undefined ? null : toInstant(query.asOf, 'asOf')
    const scope = { tenantId: principal.tenantId, ...c.req.valid('param'), asOf }
    const clock = asOf ?? deps.now()
    return c.json({ statistics: await getMemoryStatistics(deps.db, scope, clock) }, 200)
  })
  return router
}
