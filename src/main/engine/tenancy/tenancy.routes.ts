import { createRoute, z } from '@hono/zod-openapi'
import { KeyId } from '../../../shared/contract/ids.ts'
import { PageQuery } from '../../../shared/contract/paging.ts'
import {
  CreateKeyAnswer,
  CreateKeyRequest,
  KeyList,
  UpdatePlanRequest,
  Usage,
  UsageEventList,
  UsageEventType,
} from '../../../shared/contract/tenancy.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { toTextStream } from '../http/text-stream.ts'
import { createKey, listKeys, revokeKey, type KeyDeps } from './keys.ts'
import { requireScope, requireTenant } from './principal.ts'
import { exportUsageEvents, listUsageEvents } from './usage-events.ts'
import type { BufferedUsageLog } from './usage-log.ts'
import { getUsage, updatePlan } from './usage.ts'

export type TenancyDeps = KeyDeps & { usage: BufferedUsageLog }

const EventQuery = PageQuery.extend({ type: UsageEventType.optional() })

const routes = {
  createKey: createRoute({
    method: 'post',
    path: '/keys',
    tags: ['Keys'],
    summary: 'Create a key; the answer is the only place that shows it',
    request: { body: jsonBody(CreateKeyRequest) },
    responses: { 201: jsonAnswer(CreateKeyAnswer, 'The key'), ...failures },
  }),
  listKeys: createRoute({
    method: 'get',
    path: '/keys',
    tags: ['Keys'],
    summary: 'List keys, newest first',
    request: { query: PageQuery },
    responses: { 200: jsonAnswer(KeyList, 'Keys without their secret'), ...failures },
  }),
  revokeKey: createRoute({
    method: 'delete',
    path: '/keys/{keyId}',
    tags: ['Keys'],
    summary: 'Revoke a key',
    request: { params: z.object({ keyId: KeyId }) },
    responses: { 204: { description: 'Revoked' }, ...failures },
  }),
  usage: createRoute({
    method: 'get',
    path: '/usage',
    tags: ['Usage'],
    summary: 'What the tenant has used, against its plan',
    responses: { 200: jsonAnswer(Usage, 'Usage'), ...failures },
  }),
  updatePlan: createRoute({
    method: 'patch',
    path: '/usage',
    tags: ['Usage'],
    summary: 'Rehearse another plan, or top up credits',
    request: { body: jsonBody(UpdatePlanRequest) },
    responses: { 200: jsonAnswer(Usage, 'Usage after the change'), ...failures },
  }),
  exportEvents: createRoute({
    method: 'get',
    path: '/usage/events/export',
    tags: ['Usage'],
    summary: 'Usage events as a file, newest first',
    request: { query: z.object({ format: z.enum(['jsonl', 'csv']).default('jsonl') }) },
    responses: {
      200: {
        description: 'The file',
        content: {
          'application/x-ndjson': { schema: z.string() },
          'text/csv': { schema: z.string() },
        },
      },
      ...failures,
    },
  }),
  events: createRoute({
    method: 'get',
    path: '/usage/events',
    tags: ['Usage'],
    summary: 'Usage events, newest first',
    request: { query: EventQuery },
    responses: { 200: jsonAnswer(UsageEventList, 'Events'), ...failures },
  }),
}

export function tenancyRoutes(deps: TenancyDeps): Router {
  const router = createRouter()

  router.openapi(routes.createKey, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'admin')
    const { tenantId, ...request } = c.req.valid('json')
    requireTenant(principal, tenantId)
    return c.json(await createKey(deps, principal.tenantId, request), 201)
  })
  router.openapi(routes.listKeys, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'admin')
    return c.json(await listKeys(deps.db, principal.tenantId, c.req.valid('query')), 200)
  })
  router.openapi(routes.revokeKey, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'admin')
    await revokeKey(deps, principal.tenantId, c.req.valid('param').keyId)
    return c.body(null, 204)
  })
  router.openapi(routes.usage, async (c) => {
    requireScope(c.get('principal'), 'read')
    return c.json(await getUsage(deps.db, c.get('principal').tenantId), 200)
  })
  router.openapi(routes.updatePlan, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'admin')
    return c.json(await updatePlan(deps.db, principal.tenantId, c.req.valid('json')), 200)
  })
  router.openapi(routes.exportEvents, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    await deps.usage.flush()
    const { format } = c.req.valid('query')
    const text = exportUsageEvents(deps.db, principal.tenantId, format)
    return c.body(toTextStream(text), 200, {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
      'content-disposition': `attachment; filename="usage-events.${format}"`,
    })
  })
  router.openapi(routes.events, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    await deps.usage.flush()
    return c.json(await listUsageEvents(deps.db, principal.tenantId, c.req.valid('query')), 200)
  })
  return router
}
