import { createRoute, z } from '@hono/zod-openapi'
import { RunId } from '../../../shared/contract/ids.ts'
import { RunMemories } from '../../../shared/contract/runs.ts'
import type { ReadDb } from '../db/schema.ts'
import { createRouter, failures, jsonAnswer, type Router } from '../http/router.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import { requireScope } from '../tenancy/principal.ts'
import { getRunMemories } from './remember-run.ts'

const memories = createRoute({
  method: 'get',
  path: '/runs/{runId}/memories',
  tags: ['Runs'],
  summary: 'Whether its personas remember a run, and how many memories were written',
  request: { params: z.object({ runId: RunId }) },
  responses: { 200: jsonAnswer(RunMemories, 'The memories'), ...failures },
})

type Deps = { readonly db: ReadDb; readonly jobs: Pick<JobQueue, 'list'> }

export function runMemoriesRoutes(deps: Deps): Router {
  const router = createRouter()
  router.openapi(memories, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { runId } = c.req.valid('param')
    return c.json(await getRunMemories(deps, principal.tenantId, runId), 200)
  })
  return router
}
