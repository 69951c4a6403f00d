import { createRoute, z } from '@hono/zod-openapi'
import { RunId } from '../../../shared/contract/ids.ts'
import { PeoplePlan, PeoplePlanRequest } from '../../../shared/contract/people-plan.ts'
import { PageQuery } from '../../../shared/contract/paging.ts'
import {
  MatchProposals,
  ProposeMatchesRequest,
} from '../../../shared/contract/validation-matches.ts'
import {
  CompareSurveysRequest,
  StoredValidationAnswer,
  ValidateRunRequest,
  ValidationAnswer,
  ValidationId,
  ValidationList,
} from '../../../shared/contract/validation.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import { askAboutRun } from '../evidence/ask-about-run.ts'
import { peoplePlan } from './people-plan.ts'
import { compareSurveys } from './validate.ts'
import {
  getValidation,
  keepValidation,
  listRunValidations,
  listValidations,
  removeValidation,
  restoreValidation,
  type ValidationDeps,
} from './validations.ts'

const tags = ['Evidence']
const ofRun = z.object({ runId: RunId })
const params = z.object({ validationId: ValidationId })
const one = { 200: jsonAnswer(StoredValidationAnswer, 'The report'), ...failures }
const list = { 200: jsonAnswer(ValidationList, 'One page, without the items'), ...failures }

const routes = {
  matches: createRoute({
    method: 'post',
    path: '/runs/{runId}/validation/matches',
    tags,
    summary: 'Which item of a survey asked what the run asked, answer by answer; a proposal',
    request: { params: ofRun, body: jsonBody(ProposeMatchesRequest) },
    responses: { 200: jsonAnswer(MatchProposals, 'The proposals'), ...failures },
  }),
  run: createRoute({
    method: 'post',
    path: '/runs/{runId}/validation',
    tags,
    summary: 'A run beside what people answered: differs, equivalent or inconclusive; kept',
    request: { params: ofRun, body: jsonBody(ValidateRunRequest) },
    responses: { 201: jsonAnswer(StoredValidationAnswer, 'The report as kept'), ...failures },
  }),
  ofRun: createRoute({
    method: 'get',
    path: '/runs/{runId}/validations',
    tags,
    summary: 'Validations of a run, newest first',
    request: { params: ofRun, query: PageQuery },
    responses: list,
  }),
  list: createRoute({
    method: 'get',
    path: '/validations',
    tags,
    summary: 'Validations of all runs, newest first',
    request: { query: PageQuery },
    responses: list,
  }),
  get: createRoute({
    method: 'get',
    path: '/validations/{validationId}',
    tags,
    summary: 'A validation as it was kept',
    request: { params },
    responses: one,
  }),
  remove: createRoute({
    method: 'delete',
    path: '/validations/{validationId}',
    tags,
    summary: 'Move a validation to the trash: no total error rests on it then',
    request: { params },
    responses: one,
  }),
  restore: createRoute({
    method: 'post',
    path: '/validations/{validationId}/restore',
    tags,
    summary: 'Take a validation out of the trash',
    request: { params },
    responses: one,
  }),
  plan: createRoute({
    method: 'post',
    path: '/validations/{validationId}/people-plan',
    tags,
    summary: 'Which inconclusive items more people would settle, under a budget; kept nowhere',
    request: { params, body: jsonBody(PeoplePlanRequest) },
    responses: { 200: jsonAnswer(PeoplePlan, 'The plan, most useful first'), ...failures },
  }),
  compare: createRoute({
    method: 'post',
    path: '/validation/compare',
    tags,
    summary: 'Answers of personas beside answers of people, without a run; kept nowhere',
    request: { body: jsonBody(CompareSurveysRequest) },
    responses: { 200: jsonAnswer(ValidationAnswer, 'The validation'), ...failures },
  }),
}

export function validationRoutes(deps: ValidationDeps): Router {
  const router = createRouter()

  router.openapi(routes.matches, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, ...asked } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const request = { tenantId: principal.tenantId, ...c.req.valid('param'), ...asked }
    return c.json(await askAboutRun(deps, 'matches', request, c.req.raw.signal), 200)
  })
  router.openapi(routes.run, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { tenantId, ...request } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const which = { tenantId: principal.tenantId, ...c.req.valid('param') }
    return c.json({ validation: await keepValidation(deps, which, request, c.req.raw.signal) }, 201)
  })
  router.openapi(routes.ofRun, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const which = { tenantId: principal.tenantId, ...c.req.valid('param') }
    return c.json(await listRunValidations(deps.db, which, c.req.valid('query')), 200)
  })
  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    return c.json(await listValidations(deps.db, principal.tenantId, c.req.valid('query')), 200)
  })
  router.openapi(routes.get, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { validationId } = c.req.valid('param')
    return c.json(
      { validation: await getValidation(deps.db, principal.tenantId, validationId) },
      200,
    )
  })
  router.openapi(routes.remove, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { validationId } = c.req.valid('param')
    const validation = await removeValidation(deps, principal.tenantId, validationId)
    return c.json({ validation }, 200)
  })
  router.openapi(routes.restore, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { validationId } = c.req.valid('param')
    const validation = await restoreValidation(deps, principal.tenantId, validationId)
    return c.json({ validation }, 200)
  })
  router.openapi(routes.plan, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, ...request } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const which = { tenantId: principal.tenantId, id: c.req.valid('param').validationId }
    return c.json(await peoplePlan(deps.db, which, request), 200)
  })
  router.openapi(routes.compare, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, ...request } = c.req.valid('json')
    requireTenant(principal, tenantId)
    return c.json({ validation: await compareSurveys(request, c.req.raw.signal) }, 200)
  })
  return router
}
