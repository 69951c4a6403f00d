import { createRoute, z } from '@hono/zod-openapi'
import {
  ConsistencyAnswer,
  ConsistencyReportList,
  DismissRequest,
} from '../../../shared/contract/consistency.ts'
import { PersonaId } from '../../../shared/contract/ids.ts'
import { PageQuery } from '../../../shared/contract/paging.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { getPersona } from '../personas/find-personas.ts'
import { requireScope } from '../tenancy/principal.ts'
import { checkPersona, type CheckDeps } from './check-persona.ts'
import { dismissIssue } from './change-report.ts'
import { listReports } from './list-reports.ts'
import { findLatestReport } from './reports.ts'

const params = z.object({ personaId: PersonaId })
const tags = ['Consistency']
const path = '/personas/{personaId}/consistency-checks'

const routes = {
  list: createRoute({
    method: 'get',
    path: '/consistency-checks',
    tags,
    summary: 'The latest reports of the workspace that have an open issue, newest first',
    request: { query: PageQuery },
    responses: { 200: jsonAnswer(ConsistencyReportList, 'One page'), ...failures },
  }),
  check: createRoute({
    method: 'post',
    path,
    tags,
    summary: 'Check the timeline; the report takes the place of the one before',
    request: { params },
    responses: { 200: jsonAnswer(ConsistencyAnswer, 'The report'), ...failures },
  }),
  latest: createRoute({
    method: 'get',
    path,
    tags,
    summary: 'The latest report; null when there never was a check',
    request: { params },
    responses: { 200: jsonAnswer(ConsistencyAnswer, 'The report'), ...failures },
  }),
  dismiss: createRoute({
    method: 'put',
    path: `${path}/issues/{issueId}`,
    tags,
    summary: 'Set an issue aside for good, or take it up again',
    request: {
      params: params.extend({
        issueId: z.string().regex(/^[0-9a-f-]{24,36}$/, 'must be an issue id'),
      }),
      body: jsonBody(DismissRequest),
    },
    responses: { 200: jsonAnswer(ConsistencyAnswer, 'The report, scored anew'), ...failures },
  }),
}

export function consistencyRoutes(deps: CheckDeps): Router {
  const router = createRouter()

  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    return c.json(await listReports(deps.db, principal.tenantId, c.req.valid('query')), 200)
  })

  router.openapi(routes.check, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const owner = { tenantId: principal.tenantId, ...c.req.valid('param') }
    return c.json({ report: await checkPersona(deps, owner, c.req.raw.signal) }, 200)
  })

  router.openapi(routes.latest, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const owner = { tenantId: principal.tenantId, ...c.req.valid('param') }
    await getPersona(deps.db, owner.tenantId, owner.personaId)
    return c.json({ report: (await findLatestReport(deps.db, owner)) ?? null }, 200)
  })

  router.openapi(routes.dismiss, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const owner = { tenantId: principal.tenantId, ...c.req.valid('param') }
    const { dismissed } = c.req.valid('json')
    return c.json({ report: await dismissIssue(deps, owner, dismissed) }, 200)
  })

  return router
}
