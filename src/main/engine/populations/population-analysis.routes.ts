import { createRoute, z } from '@hono/zod-openapi'
import { PopulationId } from '../../../shared/contract/ids.ts'
import { PageQuery } from '../../../shared/contract/paging.ts'
import {
  CoverageAnswer,
  DriftAnswer,
  MarginsTable,
  PopulationGaps,
  ReadMarginsRequest,
  VersionMembers,
} from '../../../shared/contract/population-analysis.ts'
import {
  PopulationAnswer,
  PopulationDraft,
  PopulationPreview,
} from '../../../shared/contract/populations.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import { previewDraft } from './balance-draft.ts'
import { measureVersion } from './coverage.ts'
import { measureDrift } from './drift.ts'
import { listGaps } from './gaps.ts'
import { getPopulation, type PopulationDeps } from './populations.ts'
import { readMarginsFor } from './read-margins.ts'
import { getVersion, listVersionMembers } from './versions.ts'

const params = z.object({ populationId: PopulationId })
const versionNumber = z.coerce.number().int().min(1).max(1_000_000)
const versionParams = params.extend({ version: versionNumber })
const tags = ['Populations']

const routes = {
  margins: createRoute({
    method: 'post',
    path: '/populations/margins',
    tags,
    summary: 'Read margins from a table of shares, per cent or counts; nothing is stored',
    request: { body: jsonBody(ReadMarginsRequest) },
    responses: { 200: jsonAnswer(MarginsTable, 'Margins, and what was understood'), ...failures },
  }),
  preview: createRoute({
    method: 'post',
    path: '/populations/preview',
    tags,
    summary: 'Balance a population that is not stored, or say what keeps it from being balanced',
    request: { body: jsonBody(PopulationDraft) },
    responses: { 200: jsonAnswer(PopulationPreview, 'The balance or the problems'), ...failures },
  }),
  gaps: createRoute({
    method: 'post',
    path: '/populations/gaps',
    tags,
    summary:
      'Under-represented crossings by what they cost, with requests to generate what is missing',
    request: { body: jsonBody(PopulationDraft) },
    responses: { 200: jsonAnswer(PopulationGaps, 'The gaps, the most costly first'), ...failures },
  }),
  version: createRoute({
    method: 'get',
    path: '/populations/{populationId}/versions/{version}',
    tags,
    summary: 'Read one frozen version',
    request: { params: versionParams },
    responses: { 200: jsonAnswer(PopulationAnswer, 'The population at that version'), ...failures },
  }),
  members: createRoute({
    method: 'get',
    path: '/populations/{populationId}/versions/{version}/members',
    tags,
    summary: 'List the members and weights a version has frozen',
    request: { params: versionParams, query: PageQuery },
    responses: { 200: jsonAnswer(VersionMembers, 'One page of members'), ...failures },
  }),
  drift: createRoute({
    method: 'get',
    path: '/populations/{populationId}/drift',
    tags,
    summary: 'Compare a frozen version with the cohorts as they are now, or with another version',
    request: {
      params,
      query: z.object({
        version: versionNumber.optional(),
        against: z.union([z.literal('now'), versionNumber]).default('now'),
      }),
    },
    responses: {
      200: jsonAnswer(DriftAnswer, 'Members, margins and effective n on both sides'),
      ...failures,
    },
  }),
  coverage: createRoute({
    method: 'get',
    path: '/populations/{populationId}/coverage',
    tags,
    summary: 'Coverage and uniformity of the attribute space, beside random samples of the target',
    request: { params, query: z.object({ version: versionNumber.optional() }) },
    responses: {
      200: jsonAnswer(CoverageAnswer, 'Each measure beside its random reference'),
      ...failures,
    },
  }),
}

/** What is known of a population beyond its balance. */
export function populationAnalysisRoutes(deps: PopulationDeps): Router {
  const router = createRouter()
  addDraftRoutes(router, deps)
  addVersionRoutes(router, deps)
  return router
}

function addDraftRoutes(router: Router, deps: PopulationDeps): void {
  router.openapi(routes.margins, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, table } = c.req.valid('json')
    requireTenant(principal, tenantId)
    return c.json(await readMarginsFor(deps, principal.tenantId, table), 200)
  })
  router.openapi(routes.preview, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, ...draft } = c.req.valid('json')
    requireTenant(principal, tenantId)
    return c.json(await previewDraft(deps, principal.tenantId, draft), 200)
  })
  router.openapi(routes.gaps, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { tenantId, ...draft } = c.req.valid('json')
    requireTenant(principal, tenantId)
    return c.json(await listGaps(deps, principal.tenantId, draft), 200)
  })
}

function addVersionRoutes(router: Router, deps: PopulationDeps): void {
  router.openapi(routes.version, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { populationId: id, version } = c.req.valid('param')
    const population = await getVersion(deps.db, principal.tenantId, { id, version })
    return c.json({ population }, 200)
  })
  router.openapi(routes.members, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { populationId: id, version } = c.req.valid('param')
    const place = { id, version, ...c.req.valid('query') }
    return c.json(await listVersionMembers(deps.db, principal.tenantId, place), 200)
  })
  router.openapi(routes.drift, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { populationId: id } = c.req.valid('param')
    const { version: asked, against } = c.req.valid('query')
    const version = asked ?? (await getPopulation(deps.db, principal.tenantId, id)).version
    const place = { id, version, ...(against === 'now' ? {} : { against }) }
    return c.json({ drift: await measureDrift(deps, principal.tenantId, place) }, 200)
  })
  router.openapi(routes.coverage, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { populationId: id } = c.req.valid('param')
    const { version: asked } = c.req.valid('query')
    const version = asked ?? (await getPopulation(deps.db, principal.tenantId, id)).version
    const coverage = await measureVersion(deps, principal.tenantId, { id, version })
    return c.json({ coverage }, 200)
  })
}
