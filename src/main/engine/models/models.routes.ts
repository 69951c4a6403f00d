import { createRoute } from '@hono/zod-openapi'
import { ModelAnswer, ModelList, PutPricingRequest } from '../../../shared/contract/models.ts'
import type { WriteDb } from '../db/schema.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope } from '../tenancy/principal.ts'
import { listModels, putPricing, type PricingDeps } from './pricing.ts'

const tags = ['Models']

const list = createRoute({
  method: 'get',
  path: '/models',
  tags,
  summary: 'Models that studies and interviews can ask, with their prices',
  responses: { 200: jsonAnswer(ModelList, 'The models'), ...failures },
})
const price = createRoute({
  method: 'put',
  path: '/models/pricing',
  tags,
  summary: 'Set what a model charges; null where it is free',
  request: { body: jsonBody(PutPricingRequest) },
  responses: { 200: jsonAnswer(ModelAnswer, 'The model'), ...failures },
})

export function modelRoutes(deps: PricingDeps & { readonly db: WriteDb }): Router {
  const routes = createRouter()
  routes.openapi(list, async (c) => {
    requireScope(c.get('principal'), 'read')
    return c.json({ models: await listModels(deps) }, 200)
  })
  routes.openapi(price, async (c) => {
    requireScope(c.get('principal'), 'admin')
    const { model: name, pricing } = c.req.valid('json')
    const model = await putPricing(deps, name, pricing)
    return c.json({ model }, 200)
  })
  return routes
}
