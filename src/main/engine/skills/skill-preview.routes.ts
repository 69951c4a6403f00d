import { createRoute } from '@hono/zod-openapi'
import { PreviewSkillAnswer, PreviewSkillRequest } from '../../../shared/contract/skill-preview.ts'
import { renderQuestion } from '../domain/questions/first-step.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'

const preview = createRoute({
  method: 'post',
  path: '/skills/preview',
  tags: ['Skills'],
  summary: 'Questions as a persona would get them',
  request: { body: jsonBody(PreviewSkillRequest) },
  responses: { 200: jsonAnswer(PreviewSkillAnswer, 'A prompt per question'), ...failures },
})

/** Reads only what is sent, so that a key that may read is enough. */
export function skillPreviewRoutes(): Router {
  const router = createRouter()
  router.openapi(preview, (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, questions } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const prompts = questions.map((question) => ({
      questionId: question.id,
      prompt: renderQuestion(question),
    }))
    return c.json({ prompts }, 200)
  })
  return router
}
