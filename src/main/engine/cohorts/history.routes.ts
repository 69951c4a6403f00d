import { createRoute, z } from '@hono/zod-openapi'
import { CohortRevisionList, RestoredCohort } from '../../../shared/contract/cohort-analysis.ts'
import { CohortId } from '../../../shared/contract/ids.ts'
import { createRouter, failures, jsonAnswer, type Router } from '../http/router.ts'
import { requireScope } from '../tenancy/principal.ts'
import { listRevisions, restoreRevision } from './cohort-history.ts'
import type { CohortDeps } from './cohorts.ts'

const tags = ['Cohorts']

const routes = {
  list: createRoute({
    method: 'get',
    path: '/cohorts/{cohortId}/revisions',
    tags,
    summary: 'Every definition a cohort has had and what each changed, newest first',
    request: { params: z.object({ cohortId: CohortId }) },
    responses: { 200: jsonAnswer(CohortRevisionList, 'The revisions'), ...failures },
  }),
  restore: createRoute({
    method: 'post',
    path: '/cohorts/{cohortId}/revisions/{revision}/restore',
    tags,
    summary: 'Make an earlier definition the newest, as a new revision',
    request: {
      params: z.object({ cohortId: CohortId, revision: z.coerce.number().int().min(1) }),
    },
    responses: { 200: jsonAnswer(RestoredCohort, 'The cohort'), ...failures },
  }),
}

export function cohortHistoryRoutes(deps: CohortDeps): Router {
  const router = createRouter()

  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { cohortId } = c.req.valid('param')
    return c.json({ revisions: await listRevisions(deps, principal.tenantId, cohortId) }, 200)
  })
  router.openapi(routes.restore, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { cohortId: id, revision } = c.req.valid('param')
    const cohort = await restoreRevision(deps, principal.tenantId, { id, revision })
    return c.json({ cohort }, 200)
  })
  return router
}
