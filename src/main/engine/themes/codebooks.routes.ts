import { createRoute, z } from '@hono/zod-openapi'
import {
  CodebookAnswer,
  CodebookProposals,
  EditCodebook,
  MaybeCodebookAnswer,
  StartCodebook,
} from '../../../shared/contract/codebooks.ts'
import { RunId } from '../../../shared/contract/ids.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope } from '../tenancy/principal.ts'
import { editCodebook, findCodebook, startCodebook, stepCodebook, toCodebook } from './codebooks.ts'
import { proposeEdits, type ProposalDeps } from './propose-edits.ts'

const tags = ['Codebooks']
const path = '/runs/{runId}/codebooks/{questionId}'
const params = z.object({ runId: RunId, questionId: z.string() })
const answers = { 200: jsonAnswer(CodebookAnswer, 'The codebook'), ...failures }

const find = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'The codebook of an open question with its history; null where none was begun',
  request: { params },
  responses: { 200: jsonAnswer(MaybeCodebookAnswer, 'The codebook'), ...failures },
})
const start = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Begin a codebook with the themes found, or with those of another run of the study',
  request: { params, body: jsonBody(StartCodebook) },
  responses: answers,
})
const edit = createRoute({
  method: 'post',
  path: `${path}/edits`,
  tags,
  summary: 'Rename, merge, split, add, delete or order themes, or move answers',
  request: { params, body: jsonBody(EditCodebook) },
  responses: answers,
})
const steps = (
  [
    ['undo', 'Take back the last edit that holds'],
    ['redo', 'Make the edit again that was taken back last'],
    ['freeze', 'Fix the themes, so that segments can be compared'],
    ['unfreeze', 'Open the themes again: comparisons are exploratory from then on'],
  ] as const
).map(([type, summary]) => ({
  type,
  route: createRoute({
    method: 'post',
    path: `${path}/${type}` as const,
    tags,
    summary,
    request: { params },
    responses: answers,
  }),
}))
const propose = createRoute({
  method: 'post',
  path: `${path}/proposals`,
  tags,
  summary: 'Ask the language model for names and merges; nothing is applied',
  request: { params },
  responses: { 200: jsonAnswer(CodebookProposals, 'The proposals'), ...failures },
})

export function codebookRoutes(deps: ProposalDeps): Router {
  const router = createRouter()

  router.openapi(find, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const place = c.req.valid('param')
    const stored = await findCodebook(deps.db, principal.tenantId, place)
    return c.json({ codebook: stored ? toCodebook(stored, place) : null }, 200)
  })
  router.openapi(start, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const place = c.req.valid('param')
    const { carryFrom } = c.req.valid('json')
    const stored = await startCodebook(deps, principal.tenantId, place, carryFrom)
    return c.json({ codebook: toCodebook(stored, place) }, 200)
  })
  router.openapi(edit, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const place = c.req.valid('param')
    const stored = await editCodebook(deps, principal.tenantId, place, c.req.valid('json'))
    return c.json({ codebook: toCodebook(stored, place) }, 200)
  })
  for (const { type, route } of steps) {
    router.openapi(route, async (c) => {
      const principal = c.get('principal')
      requireScope(principal, 'research')
      const place = c.req.valid('param')
      const stored = await stepCodebook(deps, principal.tenantId, place, type)
      return c.json({ codebook: toCodebook(stored, place) }, 200)
    })
  }
  router.openapi(propose, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const place = c.req.valid('param')
    const found = await proposeEdits(deps, principal.tenantId, place, c.req.raw.signal)
    return c.json(found, 200)
  })
  return router
}
