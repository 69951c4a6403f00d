import { createRoute, z } from '@hono/zod-openapi'
import {
  CreateSurveyRequest,
  HumanSurveyAnswer,
  HumanSurveyId,
  HumanSurveyList,
  PreviewSurveyRequest,
  SurveyPreview,
  UpdateSurveyRequest,
} from '../../../shared/contract/human-surveys.ts'
import { PageQuery } from '../../../shared/contract/paging.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import {
  changeSurvey,
  createSurvey,
  getSurvey,
  listSurveys,
  previewSurvey,
  removeSurvey,
  restoreSurvey,
  type SurveyDeps,
} from './surveys.ts'

const params = z.object({ surveyId: HumanSurveyId })
const tags = ['Evidence']
const one = { 200: jsonAnswer(HumanSurveyAnswer, 'The survey with its items'), ...failures }

const routes = {
  preview: createRoute({
    method: 'post',
    path: '/human-surveys/preview',
    tags,
    summary: 'What a table of answers or counts of people would become; stores nothing',
    request: { body: jsonBody(PreviewSurveyRequest) },
    responses: { 200: jsonAnswer(SurveyPreview, 'Columns, items and bad lines'), ...failures },
  }),
  create: createRoute({
    method: 'post',
    path: '/human-surveys',
    tags,
    summary: 'Keep what people answered, as the preview showed it',
    request: { body: jsonBody(CreateSurveyRequest) },
    responses: { 201: jsonAnswer(HumanSurveyAnswer, 'The survey'), ...failures },
  }),
  list: createRoute({
    method: 'get',
    path: '/human-surveys',
    tags,
    summary: 'Surveys of people, newest first',
    request: { query: PageQuery },
    responses: { 200: jsonAnswer(HumanSurveyList, 'One page of surveys'), ...failures },
  }),
  get: createRoute({
    method: 'get',
    path: '/human-surveys/{surveyId}',
    tags,
    summary: 'A survey with its items and what was answered',
    request: { params },
    responses: one,
  }),
  change: createRoute({
    method: 'patch',
    path: '/human-surveys/{surveyId}',
    tags,
    summary: 'Change what is said about a survey; answers never change',
    request: { params, body: jsonBody(UpdateSurveyRequest) },
    responses: one,
  }),
  remove: createRoute({
    method: 'delete',
    path: '/human-surveys/{surveyId}',
    tags,
    summary: 'Move a survey to the trash; reports that rest on it stay',
    request: { params },
    responses: one,
  }),
  restore: createRoute({
    method: 'post',
    path: '/human-surveys/{surveyId}/restore',
    tags,
    summary: 'Take a survey out of the trash',
    request: { params },
    responses: one,
  }),
}

export function surveyRoutes(deps: SurveyDeps): Router {
  const router = createRouter()

  router.openapi(routes.preview, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const request = c.req.valid('json')
    requireTenant(principal, request.tenantId)
    return c.json(await previewSurvey(request), 200)
  })
  router.openapi(routes.create, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const request = c.req.valid('json')
    requireTenant(principal, request.tenantId)
    return c.json(await createSurvey(deps, principal.tenantId, request), 201)
  })
  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    return c.json(await listSurveys(deps, principal.tenantId, c.req.valid('query')), 200)
  })
  router.openapi(routes.get, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { surveyId } = c.req.valid('param')
    return c.json(await getSurvey(deps, principal.tenantId, surveyId), 200)
  })
  router.openapi(routes.change, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { surveyId } = c.req.valid('param')
    const { tenantId, ...change } = c.req.valid('json')
    requireTenant(principal, tenantId)
    return c.json(await changeSurvey(deps, principal.tenantId, surveyId, change), 200)
  })
  router.openapi(routes.remove, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { surveyId } = c.req.valid('param')
    return c.json(await removeSurvey(deps, principal.tenantId, surveyId), 200)
  })
  router.openapi(routes.restore, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { surveyId } = c.req.valid('param')
    return c.json(await restoreSurvey(deps, principal.tenantId, surveyId), 200)
  })
  return router
}
