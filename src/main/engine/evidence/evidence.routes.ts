import { createRoute, z } from '@hono/zod-openapi'
import {
  Evidence,
  EvidenceProgressAnswer,
  EvidenceQuery,
  ExportQuery,
} from '../../../shared/contract/evidence.ts'
import { RunId } from '../../../shared/contract/ids.ts'
import { createRouter, failures, jsonAnswer, type Router } from '../http/router.ts'
import { getRun } from '../studies/get-run.ts'
import { requireScope } from '../tenancy/principal.ts'
import { getEvidence } from './evidence.ts'
import { exportRun, type ExportDeps } from './export/export-run.ts'

const params = z.object({ runId: RunId })
const tags = ['Evidence']

const evidence = createRoute({
  method: 'get',
  path: '/runs/{runId}/evidence',
  tags,
  summary: 'Estimates with their intervals, comparisons, themes and warnings',
  request: { params, query: EvidenceQuery },
  responses: { 200: jsonAnswer(Evidence, 'The evidence'), ...failures },
})
const progress = createRoute({
  method: 'get',
  path: '/runs/{runId}/evidence/progress',
  tags,
  summary: 'How far the evidence is that is being computed; null when none is',
  request: { params },
  responses: { 200: jsonAnswer(EvidenceProgressAnswer, 'The progress'), ...failures },
})
const exportFile = createRoute({
  method: 'get',
  path: '/runs/{runId}/export',
  tags,
  summary:
    'The report, the answers, the interviews, every estimate, a script or the manifest, as a file',
  request: { params, query: ExportQuery },
  responses: {
    200: {
      description: 'The file',
      content: { 'application/octet-stream': { schema: z.string() } },
    },
    ...failures,
  },
})

export function evidenceRoutes(deps: ExportDeps): Router {
  const router = createRouter()

  router.openapi(evidence, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { runId } = c.req.valid('param')
    const { segmentBy } = c.req.valid('query')
    return c.json(await getEvidence(deps, principal.tenantId, runId, segmentBy), 200)
  })

  router.openapi(progress, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { id } = await getRun(deps.db, principal.tenantId, c.req.valid('param').runId)
    return c.json({ progress: deps.analyst.progress(id) }, 200)
  })

  router.openapi(exportFile, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { runId } = c.req.valid('param')
    const { format } = c.req.valid('query')
    const file = await exportRun(deps, { tenantId: principal.tenantId, runId }, format)
    return c.body(file.body, 200, {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.name}"`,
    })
  })
  return router
}
