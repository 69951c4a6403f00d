import { createRoute } from '@hono/zod-openapi'
import { SafetyPolicyAnswer, SafetyPolicyRequest } from '../../../shared/contract/safety.ts'
import type { WriteDb } from '../db/schema.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import type { PolicyGuard } from './policy-guard.ts'
import { getPolicy, putPolicy } from './policy.ts'

const path = '/personas/safety-policy'
const tags = ['Safety']
const responses = { 200: jsonAnswer(SafetyPolicyAnswer, 'The policy in force'), ...failures }

const get = createRoute({ method: 'get', path, tags, summary: 'Read the policy', responses })
const put = createRoute({
  method: 'put',
  path,
  tags,
  summary: 'Create or replace the policy, checked before and after every generation',
  request: { body: jsonBody(SafetyPolicyRequest) },
  responses,
})

type SafetyRouteDeps = {
  readonly db: WriteDb
  readonly now: () => number
  readonly safety: Pick<PolicyGuard, 'policyChanged'>
}

export function safetyRoutes(deps: SafetyRouteDeps): Router {
  const router = createRouter()
  router.openapi(get, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    return c.json({ policyPack: await getPolicy(deps.db, principal.tenantId) }, 200)
  })
  router.openapi(put, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'admin')
    const { tenantId, ...request } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const policyPack = await putPolicy(deps, principal.tenantId, request)
    deps.safety.policyChanged(principal.tenantId)
    return c.json({ policyPack }, 200)
  })
  return router
}
