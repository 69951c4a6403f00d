import { createRoute, z } from '@hono/zod-openapi'
import {
  CoderAgreement,
  CodingSampleAnswer,
  CodingSampleList,
  SaveCodes,
  StartCodingSample,
} from '../../../shared/contract/coding-samples.ts'
import { RunId } from '../../../shared/contract/ids.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope } from '../tenancy/principal.ts'
import type { ThemesDeps } from './codebooks.ts'
import {
  getAgreement,
  getSample,
  listCodingSamples,
  saveCodes,
  startSample,
} from './coding-samples.ts'

const tags = ['Codebooks']
const path = '/runs/{runId}/codebooks/{questionId}/samples'
const params = z.object({ runId: RunId, questionId: z.string() })
const sampleParams = params.extend({ sampleId: z.uuid() })
const answers = { 200: jsonAnswer(CodingSampleAnswer, 'The sample'), ...failures }

const routes = {
  list: createRoute({
    method: 'get',
    path,
    tags,
    summary: 'Samples coded by hand, newest first',
    request: { params },
    responses: { 200: jsonAnswer(CodingSampleList, 'The samples'), ...failures },
  }),
  start: createRoute({
    method: 'post',
    path,
    tags,
    summary: 'Draw answers to be coded by hand, blind to the built-in coding',
    request: { params, body: jsonBody(StartCodingSample) },
    responses: answers,
  }),
  get: createRoute({
    method: 'get',
    path: `${path}/{sampleId}`,
    tags,
    summary: 'The answers to code, with what was coded so far',
    request: { params: sampleParams },
    responses: answers,
  }),
  save: createRoute({
    method: 'put',
    path: `${path}/{sampleId}/codes`,
    tags,
    summary: 'Keep codes of the sample',
    request: { params: sampleParams, body: jsonBody(SaveCodes) },
    responses: answers,
  }),
  agreement: createRoute({
    method: 'get',
    path: `${path}/{sampleId}/agreement`,
    tags,
    summary: 'Krippendorff’s α and Cohen’s κ between the user and the workbench',
    request: { params: sampleParams },
    responses: { 200: jsonAnswer(CoderAgreement, 'The agreement'), ...failures },
  }),
}

export function codingSampleRoutes(deps: ThemesDeps): Router {
  const router = createRouter()

  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const place = c.req.valid('param')
    return c.json({ samples: await listCodingSamples(deps.db, principal.tenantId, place) }, 200)
  })
  router.openapi(routes.start, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const place = c.req.valid('param')
    const sample = await startSample(deps, principal.tenantId, place, c.req.valid('json'))
    return c.json({ sample }, 200)
  })
  router.openapi(routes.get, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const sample = await getSample(deps.db, principal.tenantId, c.req.valid('param'))
    return c.json({ sample }, 200)
  })
  router.openapi(routes.save, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { codes } = c.req.valid('json')
    const sample = await saveCodes(deps, principal.tenantId, c.req.valid('param'), codes)
    return c.json({ sample }, 200)
  })
  router.openapi(routes.agreement, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    return c.json(await getAgreement(deps.db, principal.tenantId, c.req.valid('param')), 200)
  })
  return router
}
