import { createRoute, z } from '@hono/zod-openapi'
import { StudyId } from '../../../shared/contract/ids.ts'
import { PageQuery } from '../../../shared/contract/paging.ts'
import { CreateStudyRequest, StudyAnswer, StudyList } from '../../../shared/contract/studies.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import { createStudy, getStudy, listStudies, type StudyDeps } from './create-study.ts'
import { removeStudy, restoreStudy } from './trash-study.ts'

const params = z.object({ studyId: StudyId })
const tags = ['Studies']

const create = createRoute({
  method: 'post',
  path: '/studies',
  tags,
  summary: 'Create a study; pins the newest versions of its skill and population',
  request: { body: jsonBody(CreateStudyRequest) },
  responses: { 201: jsonAnswer(StudyAnswer, 'The study'), ...failures },
})
const list = createRoute({
  method: 'get',
  path: '/studies',
  tags,
  summary: 'List studies, newest first',
  request: { query: PageQuery },
  responses: { 200: jsonAnswer(StudyList, 'One page of studies'), ...failures },
})
const get = createRoute({
  method: 'get',
  path: '/studies/{studyId}',
  tags,
  summary: 'Read a study',
  request: { params },
  responses: { 200: jsonAnswer(StudyAnswer, 'The study'), ...failures },
})
const remove = createRoute({
  method: 'delete',
  path: '/studies/{studyId}',
  tags,
  summary: 'Move a study and its runs to the trash',
  request: { params },
  responses: { 200: jsonAnswer(StudyAnswer, 'The study as it was'), ...failures },
})
const restore = createRoute({
  method: 'post',
  path: '/studies/{studyId}/restore',
  tags,
  summary: 'Take a study out of the trash',
  request: { params },
  responses: { 200: jsonAnswer(StudyAnswer, 'The study'), ...failures },
})

export function studyRoutes(deps: StudyDeps): Router {
  const routes = createRouter()

  routes.openapi(create, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const request = c.req.valid('json')
    requireTenant(principal, request.tenantId)
    return c.json({ study: await createStudy(deps, principal.tenantId, request) }, 201)
  })

  routes.openapi(list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    return c.json(await listStudies(deps.db, principal.tenantId, c.req.valid('query')), 200)
  })

  routes.openapi(get, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { studyId } = c.req.valid('param')
    return c.json({ study: await getStudy(deps.db, principal.tenantId, studyId) }, 200)
  })

  routes.openapi(remove, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { studyId } = c.req.valid('param')
    return c.json({ study: await removeStudy(deps, principal.tenantId, studyId) }, 200)
  })

  routes.openapi(restore, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { studyId } = c.req.valid('param')
    return c.json({ study: await restoreStudy(deps, principal.tenantId, studyId) }, 200)
  })

  return routes
}
