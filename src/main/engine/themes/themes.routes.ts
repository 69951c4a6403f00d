import { createRoute, z } from '@hono/zod-openapi'
import { EvidenceQuery } from '../../../shared/contract/evidence.ts'
import { RunId } from '../../../shared/contract/ids.ts'
import { OpenQuestionList, QuestionThemes } from '../../../shared/contract/themes.ts'
import type { ReadDb } from '../db/schema.ts'
import { createRouter, failures, jsonAnswer, type Router } from '../http/router.ts'
import { requireScope } from '../tenancy/principal.ts'
import { getQuestionThemes, listOpenQuestions } from './question-themes.ts'

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

export function themesRoutes({ db }: { db: ReadDb }): Router {
  const router = createRouter()

  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { runId } = c.req.valid('param')
    return c.json({ questions: await listOpenQuestions(db, principal.tenantId, runId) }, 200)
  })
  router.openapi(routes.one, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const asked = { ...c.req.valid('param'), ...c.req.valid('query') }
    return c.json(await getQuestionThemes(db, principal.tenantId, asked), 200)
  })
  return router
}
