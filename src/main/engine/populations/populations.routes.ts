import { createRoute, z } from '@hono/zod-openapi'
import { PopulationId } from '../../../shared/contract/ids.ts'
import { PageQuery } from '../../../shared/contract/paging.ts'
import {
  BalanceAnswer,
  CreatePopulationRequest,
  PopulationAnswer,
  PopulationList,
  UpdatePopulationRequest,
} from '../../../shared/contract/populations.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import {
  changePopulation,
  createPopulation,
  getPopulation,
  listPopulations,
  listVersions,
  previewBalance,
  removePopulation,
  restorePopulation,
  type PopulationDeps,
} from './populations.ts'

const params = z.object({ populationId: PopulationId })
const tags = ['Populations']
const one = { 200: jsonAnswer(PopulationAnswer, 'The population'), ...failures }

const routes = {
  create: createRoute({
    method: 'post',
    path: '/populations',
    tags,
    summary: 'Balance cohorts into a panel and freeze version 1',
    request: { body: jsonBody(CreatePopulationRequest) },
    responses: { 201: jsonAnswer(PopulationAnswer, 'The population'), ...failures },
  }),
  list: createRoute({
    method: 'get',
    path: '/populations',
    tags,
    summary: 'List populations at their newest version, newest first',
    request: { query: PageQuery },
    responses: { 200: jsonAnswer(PopulationList, 'One page of populations'), ...failures },
  }),
  get: createRoute({
    method: 'get',
    path: '/populations/{populationId}',
    tags,
    summary: 'Read a population at its newest version',
    request: { params },
    responses: one,
  }),
  change: createRoute({
    method: 'patch',
    path: '/populations/{populationId}',
    tags,
    summary: 'Freeze a change, and today’s members, as a new version',
    request: { params, body: jsonBody(UpdatePopulationRequest) },
    responses: one,
  }),
  balance: createRoute({
    method: 'post',
    path: '/populations/{populationId}/balance',
    tags,
    summary: 'What a change would amount to, stored nowhere',
    request: { params, body: jsonBody(UpdatePopulationRequest) },
    responses: { 200: jsonAnswer(BalanceAnswer, 'The balance'), ...failures },
  }),
  versions: createRoute({
    method: 'get',
    path: '/populations/{populationId}/versions',
    tags,
    summary: 'Every version of a population, newest first',
    request: { params },
    responses: { 200: jsonAnswer(PopulationList, 'Versions'), ...failures },
  }),
  remove: createRoute({
    method: 'delete',
    path: '/populations/{populationId}',
    tags,
    summary: 'Move a population to the trash',
    request: { params },
    responses: one,
  }),
  restore: createRoute({
    method: 'post',
    path: '/populations/{populationId}/restore',
    tags,
    summary: 'Take a population out of the trash',
    request: { params },
    responses: one,
  }),
}

export function populationRoutes(deps: PopulationDeps): Router {
  const router = createRouter()

  router.openapi(routes.create, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { tenantId, ...body } = c.req.valid('json')
    requireTenant(principal, tenantId)
    return c.json({ population: await createPopulation(deps, principal.tenantId, body) }, 201)
  })
  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    return c.json(await listPopulations(deps.db, principal.tenantId, c.req.valid('query')), 200)
  })
  router.openapi(routes.get, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { populationId } = c.req.valid('param')
    return c.json(
      { population: await getPopulation(deps.db, principal.tenantId, populationId) },
      200,
    )
  })
  router.openapi(routes.change, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { populationId } = c.req.valid('param')
    const change = c.req.valid('json')
    const population = await changePopulation(deps, principal.tenantId, populationId, change)
    return c.json({ population }, 200)
  })
  router.openapi(routes.balance, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { populationId } = c.req.valid('param')
    const change = c.req.valid('json')
    const balance = await previewBalance(deps, principal.tenantId, populationId, change)
    return c.json({ balance }, 200)
  })
  router.openapi(routes.versions, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { populationId } = c.req.valid('param')
    const populations = await listVersions(deps.db, principal.tenantId, populationId)
    return c.json({ populations, nextCursor: null }, 200)
  })
  router.openapi(routes.remove, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { populationId } = c.req.valid('param')
    return c.json(
      { population: await removePopulation(deps, principal.tenantId, populationId) },
      200,
    )
  })
  router.openapi(routes.restore, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { populationId } = c.req.valid('param')
    return c.json(
      { population: await restorePopulation(deps, principal.tenantId, populationId) },
      200,
    )
  })
  return router
}
