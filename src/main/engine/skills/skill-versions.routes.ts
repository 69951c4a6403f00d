import { createRoute, z } from '@hono/zod-openapi'
import { SkillId, SkillVersionId } from '../../../shared/contract/ids.ts'
import {
  SkillDifferenceAnswer,
  SkillDifferenceQuery,
} from '../../../shared/contract/skill-difference.ts'
import { SkillAnswer, SkillList } from '../../../shared/contract/skills.ts'
import { createRouter, failures, jsonAnswer, type Router } from '../http/router.ts'
import { requireScope } from '../tenancy/principal.ts'
import { compareVersions, getSkillVersion, restoreVersion } from './skill-versions.ts'
import { listSkillVersions, type SkillDeps } from './skills.ts'

const params = z.object({ skillId: SkillId, versionId: SkillVersionId })
const tags = ['Skills']

const routes = {
  list: createRoute({
    method: 'get',
    path: '/skills/{skillId}/versions',
    tags,
    summary: 'Every version of a skill, newest first',
    request: { params: z.object({ skillId: SkillId }) },
    responses: { 200: jsonAnswer(SkillList, 'Versions'), ...failures },
  }),
  get: createRoute({
    method: 'get',
    path: '/skills/{skillId}/versions/{versionId}',
    tags,
    summary: 'Read a skill as one of its versions has it',
    request: { params },
    responses: { 200: jsonAnswer(SkillAnswer, 'The skill at that version'), ...failures },
  }),
  difference: createRoute({
    method: 'get',
    path: '/skills/{skillId}/versions/{versionId}/difference',
    tags,
    summary: 'What changed from another version to this one, in sentences',
    request: { params, query: SkillDifferenceQuery },
    responses: { 200: jsonAnswer(SkillDifferenceAnswer, 'The difference'), ...failures },
  }),
  restore: createRoute({
    method: 'post',
    path: '/skills/{skillId}/versions/{versionId}/restore',
    tags,
    summary: 'Make a new version that says what an older one did',
    request: { params },
    responses: { 200: jsonAnswer(SkillAnswer, 'The skill at its newest version'), ...failures },
  }),
}

export function skillVersionRoutes(deps: SkillDeps): Router {
  const router = createRouter()

  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { skillId } = c.req.valid('param')
    const skills = await listSkillVersions(deps.db, principal.tenantId, skillId)
    return c.json({ skills, nextCursor: null }, 200)
  })
  router.openapi(routes.get, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const place = c.req.valid('param')
    return c.json({ skill: await getSkillVersion(deps.db, principal.tenantId, place) }, 200)
  })
  router.openapi(routes.difference, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const place = { ...c.req.valid('param'), ...c.req.valid('query') }
    return c.json(await compareVersions(deps.db, principal.tenantId, place), 200)
  })
  router.openapi(routes.restore, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const place = c.req.valid('param')
    return c.json({ skill: await restoreVersion(deps, principal.tenantId, place) }, 200)
  })
  return router
}
