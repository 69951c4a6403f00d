import { createRoute, z } from '@hono/zod-openapi'
import { ForgettingCurveAnswer, ForgettingQuery } from '../../../shared/contract/forgetting.ts'
import { EntryId, PersonaId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { createRouter, failures, jsonAnswer, type Router } from '../http/router.ts'
import { requireScope } from '../tenancy/principal.ts'
import { getForgettingCurve } from './forgetting.ts'
import { toInstant } from './instant.ts'

const route = createRoute({
  method: 'get',
  path: '/personas/{personaId}/timeline/{entryId}/forgetting',
  tags: ['Memory'],
  summary: 'How one memory fades, and what kept it',
  request: {
    params: z.object({ personaId: PersonaId, entryId: EntryId }),
    query: ForgettingQuery,
  },
  responses: { 200: jsonAnswer(ForgettingCurveAnswer, 'The curve'), ...failures },
})

export function forgettingRoutes(deps: {
  readonly db: ReadDb
  readonly now: () => number
}): Router {
  const router = createRouter()
  router.openapi(route, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { asOf } = c.req.valid('query')
    const owner = { tenantId: principal.tenantId, ...c.req.valid('param') }
    const clock = asOf === undefined ? deps.now() : toInstant(asOf, 'asOf')
    return c.json({ curve: await getForgettingCurve(deps.db, owner, clock) }, 200)
  })
  return router
}
