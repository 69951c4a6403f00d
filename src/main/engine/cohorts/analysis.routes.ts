import { createRoute } from '@hono/zod-openapi'
import {
  CohortAnalysis,
  CohortAnalysisRequest,
  CohortOverlapMatrix,
} from '../../../shared/contract/cohort-analysis.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import { analyseCohort } from './analyse-cohort.ts'
import type { CohortDeps } from './cohorts.ts'
import { getOverlapMatrix } from './overlap-matrix.ts'

const tags = ['Cohorts']

const routes = {
  analyse: createRoute({
    method: 'post',
    path: '/cohorts/analysis',
    tags,
    summary: 'Who is in a definition, how different they are, and what is odd about it',
    request: { body: jsonBody(CohortAnalysisRequest) },
    responses: { 200: jsonAnswer(CohortAnalysis, 'The analysis'), ...failures },
  }),
  overlap: createRoute({
    method: 'get',
    path: '/cohorts/overlap',
    tags,
    summary: 'Every cohort with every other: people in both, and Jaccard',
    responses: { 200: jsonAnswer(CohortOverlapMatrix, 'The matrix'), ...failures },
  }),
}

/** Mounted before the cohorts: `overlap` is no cohort. */
export function cohortAnalysisRoutes(deps: Pick<CohortDeps, 'db' | 'people'>): Router {
  const router = createRouter()

  router.openapi(routes.analyse, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, ...definition } = c.req.valid('json')
    requireTenant(principal, tenantId)
    return c.json(await analyseCohort(deps, principal.tenantId, definition), 200)
  })
  router.openapi(routes.overlap, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    return c.json(await getOverlapMatrix(deps, principal.tenantId), 200)
  })
  return router
}
