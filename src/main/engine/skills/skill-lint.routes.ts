import { createRoute } from '@hono/zod-openapi'
import { LintSkillAnswer, LintSkillRequest } from '../../../shared/contract/skill-lint.ts'
import { lintSkill } from '../domain/skills/lint/lint-skill.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'

const lint = createRoute({
  method: 'post',
  path: '/skills/lint',
  tags: ['Skills'],
  summary: 'What may spoil the answers to a skill, complete or not',
  request: { body: jsonBody(LintSkillRequest) },
  responses: { 200: jsonAnswer(LintSkillAnswer, 'Findings in the order of the body'), ...failures },
})

/** Reads only what is sent, so that a key that may read is enough. */
export function skillLintRoutes(): Router {
  const router = createRouter()
  router.openapi(lint, (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const body = c.req.valid('json')
    requireTenant(principal, body.tenantId)
    return c.json({ findings: lintSkill(body) }, 200)
  })
  return router
}
