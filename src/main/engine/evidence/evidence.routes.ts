import { createRoute, z } from '@hono/zod-openapi'
import { RunEvidence } from '../../../shared/contract/arm-evidence.ts'
import {
  EvidenceProgressAnswer,
  EvidenceQuery,
  ExportQuery,
} from '../../../shared/contract/evidence.ts'
import { RunId } from '../../../shared/contract/ids.ts'
import { PopulationQualityAnswer } from '../../../shared/contract/population-quality.ts'
import type { CohortDeps } from '../cohorts/cohorts.ts'
import { createRouter, failures, jsonAnswer, type Router } from '../http/router.ts'
import { getRun } from '../studies/get-run.ts'
import { requireScope } from '../tenancy/principal.ts'
import { getEvidence } from './evidence.ts'
import { exportRun, type ExportDeps } from './export/export-run.ts'
import { getPopulationQuality } from './population-quality.ts'

const params = z.object({ runId: RunId })
const tags = ['Evidence']

const evidence = createRoute({
  method: 'get',
  path: '/runs/{runId}/evidence',
  tags,
  summary: 'Estimates with their intervals, comparisons, themes and warnings',
  request: { params, query: EvidenceQuery },
  responses: { 200: jsonAnswer(RunEvidence, 'The evidence'), ...failures },
})
const progress = createRoute({
  method: 'get',
  path: '/runs/{runId}/evidence/progress',
  tags,
  summary: 'How far the evidence is that is being computed; null when none is',
  request: { params },
  responses: { 200: jsonAnswer(EvidenceProgressAnswer, 'The progress'), ...failures },
})
const populationQuality = createRoute({
  method: 'get',
  path: '/runs/{runId}/population-quality',
  tags,
  summary: 'How well the personas cover their target: all of them, and those who answered',
  request: { params },
  responses: { 200: jsonAnswer(PopulationQualityAnswer, 'The coverage'), ...failures },
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

type Deps = ExportDeps & Pick<CohortDeps, 'db' | 'people'>

export function evidenceRoutes(deps: Deps): Router {
  const router = createRouter()

  router.openapi(evidence, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { runId } = c.req.valid('param')
    const cut = { ...c.req.valid('query'), signal: c.req.raw.signal }
    return c.json(await getEvidence(deps, principal.tenantId, runId, cut), 200)
  })

  router.openapi(progress, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { id } = await getRun(deps.db, principal.tenantId, c.req.valid('param').runId)
    return c.json({ progress: deps.analyst.progress(id) }, 200)
  })

  router.openapi(populationQuality, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { runId } = c.req.valid('param')
    const quality = await getPopulationQuality(deps, principal.tenantId, runId)
    return c.json({ quality }, 200)
  })

  router.openapi(exportFile, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { runId } = c.req.valid('param')
    const { format } = c.req.valid('query')
    const { signal } = c.req.raw
    const file = await exportRun(deps, { tenantId: principal.tenantId, runId, format, signal })
    return c.body(file.body, 200, {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.name}"`,
    })
  })
  return router
}
