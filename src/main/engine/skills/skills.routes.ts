import { createRoute, z } from '@hono/zod-openapi'
import { SkillId } from '../../../shared/contract/ids.ts'
import { PageQuery } from '../../../shared/contract/paging.ts'
import { SkillLogicAnswer, SkillLogicRequest } from '../../../shared/contract/skill-logic.ts'
import {
  CreateSkillRequest,
  SkillAnswer,
  SkillList,
  UpdateSkillRequest,
} from '../../../shared/contract/skills.ts'
import { checkLogic } from '../domain/skills/logic/check-logic.ts'
import { logicEdges } from '../domain/skills/logic/in-words.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import {
  changeSkill,
  createSkill,
  getSkill,
  listSkills,
  removeSkill,
  restoreSkill,
  type SkillDeps,
} from './skills.ts'

const params = z.object({ skillId: SkillId })
const tags = ['Skills']
const one = { 200: jsonAnswer(SkillAnswer, 'The skill'), ...failures }

const routes = {
  create: createRoute({
    method: 'post',
    path: '/skills',
    tags,
    summary: 'Create a skill',
    request: { body: jsonBody(CreateSkillRequest) },
    responses: { 201: jsonAnswer(SkillAnswer, 'The skill at version 1'), ...failures },
  }),
  list: createRoute({
    method: 'get',
    path: '/skills',
    tags,
    summary: 'List skills at their newest version, newest first',
    request: { query: PageQuery },
    responses: { 200: jsonAnswer(SkillList, 'One page of skills'), ...failures },
  }),
  logic: createRoute({
    method: 'post',
    path: '/skills/logic',
    tags,
    summary: 'Where answers lead in a skill being written, and what is wrong with its logic',
    request: { body: jsonBody(SkillLogicRequest) },
    responses: { 200: jsonAnswer(SkillLogicAnswer, 'Findings and edges'), ...failures },
  }),
  get: createRoute({
    method: 'get',
    path: '/skills/{skillId}',
    tags,
    summary: 'Read a skill at its newest version',
    request: { params },
    responses: one,
  }),
  change: createRoute({
    method: 'patch',
    path: '/skills/{skillId}',
    tags,
    summary: 'Save a change as a new immutable version',
    request: { params, body: jsonBody(UpdateSkillRequest) },
    responses: one,
  }),
  remove: createRoute({
    method: 'delete',
    path: '/skills/{skillId}',
    tags,
    summary: 'Move a skill to the trash',
    request: { params },
    responses: one,
  }),
  restore: createRoute({
    method: 'post',
    path: '/skills/{skillId}/restore',
    tags,
    summary: 'Take a skill out of the trash',
    request: { params },
    responses: one,
  }),
}

export function skillRoutes(deps: SkillDeps): Router {
  const router = createRouter()

  router.openapi(routes.create, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { tenantId, ...body } = c.req.valid('json')
    requireTenant(principal, tenantId)
    return c.json({ skill: await createSkill(deps, principal.tenantId, body) }, 201)
  })
  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    return c.json(await listSkills(deps.db, principal.tenantId, c.req.valid('query')), 200)
  })
  router.openapi(routes.logic, (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, ...skill } = c.req.valid('json')
    requireTenant(principal, tenantId)
    return c.json({ findings: checkLogic(skill), edges: logicEdges(skill.questions) }, 200)
  })
  router.openapi(routes.get, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { skillId } = c.req.valid('param')
    return c.json({ skill: await getSkill(deps.db, principal.tenantId, skillId) }, 200)
  })
  router.openapi(routes.change, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { skillId } = c.req.valid('param')
    const change = c.req.valid('json')
    return c.json({ skill: await changeSkill(deps, principal.tenantId, skillId, change) }, 200)
  })
  router.openapi(routes.remove, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { skillId } = c.req.valid('param')
    return c.json({ skill: await removeSkill(deps, principal.tenantId, skillId) }, 200)
  })
  router.openapi(routes.restore, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { skillId } = c.req.valid('param')
    return c.json({ skill: await restoreSkill(deps, principal.tenantId, skillId) }, 200)
  })
  return router
}
