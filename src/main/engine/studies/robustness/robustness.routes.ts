import { createRoute, z } from '@hono/zod-openapi'
import { RunId, StudyId } from '../../../../shared/contract/ids.ts'
import {
  RobustnessLaunch,
  RobustnessReport,
  RobustnessRequest,
} from '../../../../shared/contract/robustness.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../../http/router.ts'
import { askAboutRun, type AnalystDeps } from '../../evidence/ask-about-run.ts'
import { requireScope, requireTenant } from '../../tenancy/principal.ts'
import type { LaunchDeps } from '../launch-run.ts'
import { launchRobustness } from './launch-robustness.ts'

const launch = createRoute({
  method: 'post',
  path: '/studies/{studyId}/robustness',
  tags: ['Runs'],
  summary: 'Ask a part of the population in several ways, to see what moves the answers',
  request: { params: z.object({ studyId: StudyId }), body: jsonBody(RobustnessRequest) },
  responses: { 201: jsonAnswer(RobustnessLaunch, 'The run and its ways of asking'), ...failures },
})
const report = createRoute({
  method: 'get',
  path: '/runs/{runId}/robustness',
  tags: ['Evidence'],
  summary: 'How much wording, orders, descriptions, models, personas and chance move each estimate',
  request: { params: z.object({ runId: RunId }) },
  responses: { 200: jsonAnswer(RobustnessReport, 'The report'), ...failures },
})

export function robustnessRoutes(deps: LaunchDeps & AnalystDeps): Router {
  const router = createRouter()
  router.openapi(launch, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { tenantId, ...request } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const { studyId } = c.req.valid('param')
    return c.json(await launchRobustness(deps, principal.tenantId, studyId, request), 201)
  })
  router.openapi(report, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const run = { tenantId: principal.tenantId, ...c.req.valid('param') }
    return c.json(await askAboutRun(deps, 'robustness', run, c.req.raw.signal), 200)
  })
  return router
}
