import { createRoute, z } from '@hono/zod-openapi'
import { EvidenceQuery } from '../../../shared/contract/evidence.ts'
import { RunId } from '../../../shared/contract/ids.ts'
import { OpenQuestionList, QuestionThemes } from '../../../shared/contract/themes.ts'
import { askAboutRun, type AnalystDeps } from '../evidence/ask-about-run.ts'
import { createRouter, failures, jsonAnswer, type Router } from '../http/router.ts'
import { requireScope } from '../tenancy/principal.ts'

const tags = ['Themes']

const routes = {
  list: createRoute({
    method: 'get',
    path: '/runs/{runId}/themes',
    tags,
    summary: 'The open questions of a run',
    request: { params: z.object({ runId: RunId }) },
    responses: { 200: jsonAnswer(OpenQuestionList, 'The questions'), ...failures },
  }),
  one: createRoute({
    method: 'get',
    path: '/runs/{runId}/themes/{questionId}',
    tags,
    summary: 'Themes of an open question: shares by segment, feelings, quotes, stability',
    request: { params: z.object({ runId: RunId, questionId: z.string() }), query: EvidenceQuery },
    responses: { 200: jsonAnswer(QuestionThemes, 'The themes'), ...failures },
  }),
}

export function themesRoutes(deps: AnalystDeps): Router {
  const router = createRouter()

  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const run = { tenantId: principal.tenantId, ...c.req.valid('param') }
    const questions = await askAboutRun(deps, 'openQuestions', run, c.req.raw.signal)
    return c.json({ questions }, 200)
  })
  router.openapi(routes.one, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const asked = { ...c.req.valid('param'), ...c.req.valid('query') }
    const request = { tenantId: principal.tenantId, ...asked }
    return c.json(await askAboutRun(deps, 'questionThemes', request, c.req.raw.signal), 200)
  })
  return router
}
