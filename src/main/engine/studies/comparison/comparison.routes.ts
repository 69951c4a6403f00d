import { createRoute, z } from '@hono/zod-openapi'
import { RunId, StudyId } from '../../../../shared/contract/ids.ts'
import {
  DifferenceQuery,
  OrderEffects,
  ReplayAnswer,
  RunDifference,
  StudySeries,
} from '../../../../shared/contract/run-comparison.ts'
import { askAboutRun } from '../../evidence/ask-about-run.ts'
import type { EvidenceDeps } from '../../evidence/evidence.ts'
import { createRouter, failures, jsonAnswer, type Router } from '../../http/router.ts'
import type { TurnDeps } from '../../prompting/turn.ts'
import { requireScope } from '../../tenancy/principal.ts'
import { replayRun } from './replay-run.ts'
import { getSeries } from './study-series.ts'

const params = z.object({ runId: RunId })
const tags = ['Runs']

const replay = createRoute({
  method: 'post',
  path: '/runs/{runId}/replay',
  tags,
  summary: 'Run it again from its manifest and stored answers, without the network, and compare',
  request: { params },
  responses: { 200: jsonAnswer(ReplayAnswer, 'Whether it came out the same'), ...failures },
})
const difference = createRoute({
  method: 'get',
  path: '/runs/{runId}/difference',
  tags,
  summary: 'What differs between two runs: manifests in words, answers by question and task',
  request: { params, query: DifferenceQuery },
  responses: { 200: jsonAnswer(RunDifference, 'The difference'), ...failures },
})
const order = createRoute({
  method: 'get',
  path: '/runs/{runId}/order-effects',
  tags,
  summary: 'Whether answers depend on the place that a condition had within a persona',
  request: { params },
  responses: { 200: jsonAnswer(OrderEffects, 'A test per question'), ...failures },
})
const series = createRoute({
  method: 'get',
  path: '/studies/{studyId}/series',
  tags: ['Studies'],
  summary: 'Estimates over the runs of a study, with agreement from run to run',
  request: { params: z.object({ studyId: StudyId }) },
  responses: { 200: jsonAnswer(StudySeries, 'The series'), ...failures },
})

export function comparisonRoutes(deps: TurnDeps & EvidenceDeps): Router {
  const router = createRouter()

  router.openapi(replay, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { runId } = c.req.valid('param')
    const found = await replayRun(deps, principal.tenantId, runId, c.req.raw.signal)
    return c.json({ replay: found }, 200)
  })
  router.openapi(difference, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const run = { tenantId: principal.tenantId, ...c.req.valid('param') }
    const two = { ...run, otherId: c.req.valid('query').with }
    return c.json(await askAboutRun(deps, 'difference', two, c.req.raw.signal), 200)
  })
  router.openapi(order, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const run = { tenantId: principal.tenantId, ...c.req.valid('param') }
    return c.json(await askAboutRun(deps, 'orderEffects', run, c.req.raw.signal), 200)
  })
  router.openapi(series, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { studyId } = c.req.valid('param')
    return c.json(await getSeries(deps, principal.tenantId, studyId, c.req.raw.signal), 200)
  })
  return router
}
