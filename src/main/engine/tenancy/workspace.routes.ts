import { createRoute } from '@hono/zod-openapi'
import { sql } from 'kysely'
import type { TenantId } from '../../../shared/contract/ids.ts'
import { WorkspaceAnswer } from '../../../shared/contract/workspace.ts'
import type { ReadDb } from '../db/schema.ts'
import { createRouter, failures, jsonAnswer, type Router } from '../http/router.ts'
import { requireScope } from './principal.ts'

export type WorkspaceDeps = {
  db: ReadDb
  name: string
  /** Where REST listens now; null without a server. */
  url: () => string | null
  models: () => WorkspaceAnswer['models']
  vectorIndex: () => Promise<WorkspaceAnswer['vectorIndex']>
}

const route = createRoute({
  method: 'get',
  path: '/workspace',
  tags: ['Workspace'],
  summary: 'What is in the workspace, at a glance',
  responses: { 200: jsonAnswer(WorkspaceAnswer, 'The workspace'), ...failures },
})

export function workspaceRoutes(deps: WorkspaceDeps): Router {
  const router = createRouter()
  router.openapi(route, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId } = principal
    return c.json(
      {
        tenantId,
        name: deps.name,
        url: deps.url(),
        models: deps.models(),
        vectorIndex: await deps.vectorIndex(),
        counts: await countAll(deps.db, tenantId),
      },
      200,
    )
  })
  return router
}

const countable = ['persona', 'cohort', 'population', 'skill', 'study'] as const

async function countAll(db: ReadDb, tenantId: TenantId): Promise<WorkspaceAnswer['counts']> {
  const counts = await Promise.all(
    countable.map(async (table) => {
      const row = await db
        .selectFrom(table)
        .where('tenant_id', '=', tenantId)
        .where('deleted_at', 'is', null)
        .select(sql<number>`count(*)`.as('count'))
        .executeTakeFirstOrThrow()
      return row.count
    }),
  )
  const [personas, cohorts, populations, skills, studies] = counts as [
    number,
    number,
    number,
    number,
    number,
  ]
  const { active } = await db
    .selectFrom('run')
    .where('tenant_id', '=', tenantId)
    .where('status', 'in', ['queued', 'running'])
    .select(sql<number>`count(*)`.as('active'))
    .executeTakeFirstOrThrow()
  return { personas, cohorts, populations, skills, studies, runsActive: active }
}
