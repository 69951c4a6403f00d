import { createRoute, z } from '@hono/zod-openapi'
import { PersonaId } from '../../../shared/contract/ids.ts'
import {
  CreatePersonaRequest,
  ImportReport,
  ListPersonasQuery,
  PersonaAnswer,
  PersonaList,
  PersonaVersionAnswer,
  PersonaVersionList,
  UpdatePersonaRequest,
} from '../../../shared/contract/personas.ts'
import { EngineError } from '../errors.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant, type Principal, type Scope } from '../tenancy/principal.ts'
import { createPersona } from './create-persona.ts'
import type { CreateDeps } from './create-personas.ts'
import { exportPersonas } from './export-personas.ts'
import { getPersona } from './find-personas.ts'
import { forkPersona } from './fork-persona.ts'
import type { ImportFormat } from './import-lines.ts'
import { importPersonas } from './import-personas.ts'
import { listPersonas } from './list-personas.ts'
import {
  getPersonaVersion,
  listPersonaVersions,
  restorePersonaVersion,
} from './persona-versions.ts'
import { streamOf } from './text-stream.ts'
import { removePersona, restorePersona } from './trash-persona.ts'
import { updatePersona } from './update-persona.ts'

export type PersonasDeps = CreateDeps

// Only a uuid: anything else under /personas is somebody else's path, or an error here.
const params = z.object({ personaId: PersonaId })
const versionParams = params.extend({ version: z.coerce.number().int().min(1) })
const tags = ['Personas']
const file = z.string().meta({ description: 'The file as it is' })

const routes = {
  create: createRoute({
    method: 'post',
    path: '/personas',
    tags,
    summary: 'Create a persona from a seed; its memories exist when this returns',
    request: { body: jsonBody(CreatePersonaRequest) },
    responses: { 201: jsonAnswer(PersonaAnswer, 'The persona'), ...failures },
  }),
  list: createRoute({
    method: 'get',
    path: '/personas',
    tags,
    summary: 'Filter, search, sort and page personas',
    request: { query: ListPersonasQuery },
    responses: { 200: jsonAnswer(PersonaList, 'One page, and how many match'), ...failures },
  }),
  import: createRoute({
    method: 'post',
    path: '/personas/import',
    tags,
    summary: 'Create personas from CSV or JSONL; bad lines are reported, the rest goes in',
    request: {
      query: z.object({ randomSeed: z.coerce.number().int().min(0).optional() }),
      body: {
        required: true,
        content: { 'text/csv': { schema: file }, 'application/x-ndjson': { schema: file } },
      },
    },
    responses: { 200: jsonAnswer(ImportReport, 'What went in and what did not'), ...failures },
  }),
  export: createRoute({
    method: 'get',
    path: '/personas/export',
    tags,
    summary: 'Every persona as a file that import reads back',
    request: { query: z.object({ format: z.enum(['csv', 'jsonl']).default('csv') }) },
    responses: {
      200: {
        description: 'The file',
        content: { 'text/csv': { schema: file }, 'application/x-ndjson': { schema: file } },
      },
      ...failures,
    },
  }),
  get: createRoute({
    method: 'get',
    path: '/personas/{personaId}',
    tags,
    summary: 'Read a persona with its profile',
    request: { params },
    responses: { 200: jsonAnswer(PersonaAnswer, 'The persona'), ...failures },
  }),
  update: createRoute({
    method: 'patch',
    path: '/personas/{personaId}',
    tags,
    summary: 'Correct identity or summary; the generated profile stays',
    request: { params, body: jsonBody(UpdatePersonaRequest) },
    responses: { 200: jsonAnswer(PersonaAnswer, 'The persona'), ...failures },
  }),
  remove: createRoute({
    method: 'delete',
    path: '/personas/{personaId}',
    tags,
    summary: 'Move a persona to the trash',
    request: { params },
    responses: { 200: jsonAnswer(PersonaAnswer, 'The persona as it was'), ...failures },
  }),
  restore: createRoute({
    method: 'post',
    path: '/personas/{personaId}/restore',
    tags,
    summary: 'Take a persona out of the trash',
    request: { params },
    responses: { 200: jsonAnswer(PersonaAnswer, 'The persona'), ...failures },
  }),
  fork: createRoute({
    method: 'post',
    path: '/personas/{personaId}/fork',
    tags,
    summary: 'Copy a persona with its timeline',
    request: { params },
    responses: { 201: jsonAnswer(PersonaAnswer, 'The copy'), ...failures },
  }),
  versions: createRoute({
    method: 'get',
    path: '/personas/{personaId}/versions',
    tags,
    summary: 'List the profiles a persona has had, newest first',
    request: { params },
    responses: { 200: jsonAnswer(PersonaVersionList, 'Every version'), ...failures },
  }),
  version: createRoute({
    method: 'get',
    path: '/personas/{personaId}/versions/{version}',
    tags,
    summary: 'Read a persona as it was in one version',
    request: { params: versionParams },
    responses: { 200: jsonAnswer(PersonaVersionAnswer, 'The version'), ...failures },
  }),
  restoreVersion: createRoute({
    method: 'post',
    path: '/personas/{personaId}/versions/{version}/restore',
    tags,
    summary: 'Make an earlier profile the newest version',
    request: { params: versionParams },
    responses: { 200: jsonAnswer(PersonaAnswer, 'The persona'), ...failures },
  }),
}

/** To be mounted after every feature with static paths under /personas. */
export function personaRoutes(deps: PersonasDeps): Router {
  const router = createRouter()
  addCollectionRoutes(router, deps)
  addFileRoutes(router, deps)
  addPersonaRoutes(router, deps)
  addVersionRoutes(router, deps)
  return router
}

function addCollectionRoutes(router: Router, deps: PersonasDeps): void {
  router.openapi(routes.create, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { tenantId, seed, randomSeed } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const wanted = { seed, randomSeed }
    const persona = await createPersona(deps, principal.tenantId, wanted, c.req.raw.signal)
    return c.json({ persona }, 201)
  })
  router.openapi(routes.list, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const query = c.req.valid('query')
    requireTenant(principal, query.tenantId)
    return c.json(await listPersonas(deps, principal.tenantId, query), 200)
  })
}

function addFileRoutes(router: Router, deps: PersonasDeps): void {
  router.openapi(routes.import, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const format = formatOf(c.req.header('content-type'))
    const { randomSeed } = c.req.valid('query')
    const request = { source: await c.req.text(), format, randomSeed }
    const { signal } = c.req.raw
    return c.json(await importPersonas(deps, principal.tenantId, request, { signal }), 200)
  })
  router.openapi(routes.export, (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { format } = c.req.valid('query')
    const text = exportPersonas(deps.db, principal.tenantId, format)
    return c.body(streamOf(text), 200, {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
      'content-disposition': `attachment; filename="personas.${format}"`,
    })
  })
}

function addPersonaRoutes(router: Router, deps: PersonasDeps): void {
  router.openapi(routes.get, async (c) => {
    const { tenantId } = allowed(c.get('principal'), 'read')
    const persona = await getPersona(deps.db, tenantId, c.req.valid('param').personaId)
    return c.json({ persona }, 200)
  })
  router.openapi(routes.update, async (c) => {
    const { tenantId } = allowed(c.get('principal'), 'research')
    const { personaId } = c.req.valid('param')
    const { persona } = await updatePersona(deps, tenantId, personaId, c.req.valid('json'))
    return c.json({ persona }, 200)
  })
  router.openapi(routes.remove, async (c) => {
    const { tenantId } = allowed(c.get('principal'), 'research')
    const persona = await removePersona(deps, tenantId, c.req.valid('param').personaId)
    return c.json({ persona }, 200)
  })
  router.openapi(routes.restore, async (c) => {
    const { tenantId } = allowed(c.get('principal'), 'research')
    const persona = await restorePersona(deps, tenantId, c.req.valid('param').personaId)
    return c.json({ persona }, 200)
  })
  router.openapi(routes.fork, async (c) => {
    const { tenantId } = allowed(c.get('principal'), 'research')
    const persona = await forkPersona(deps, tenantId, c.req.valid('param').personaId)
    return c.json({ persona }, 201)
  })
}

function addVersionRoutes(router: Router, deps: PersonasDeps): void {
  router.openapi(routes.versions, async (c) => {
    const { tenantId } = allowed(c.get('principal'), 'read')
    const { personaId } = c.req.valid('param')
    const versions = await listPersonaVersions(deps.db, tenantId, personaId)
    return c.json({ versions, nextCursor: null }, 200)
  })
  router.openapi(routes.version, async (c) => {
    const { tenantId } = allowed(c.get('principal'), 'read')
    const { personaId, version } = c.req.valid('param')
    return c.json({ version: await getPersonaVersion(deps.db, tenantId, personaId, version) }, 200)
  })
  router.openapi(routes.restoreVersion, async (c) => {
    const { tenantId } = allowed(c.get('principal'), 'research')
    const { personaId, version } = c.req.valid('param')
    const persona = await restorePersonaVersion(deps, tenantId, personaId, version)
    return c.json({ persona }, 200)
  })
}

function allowed(principal: Principal, scope: Scope): Principal {
  requireScope(principal, scope)
  return principal
}

const formats: Readonly<Record<string, ImportFormat>> = {
  'text/csv': 'csv',
  'application/csv': 'csv',
  'application/x-ndjson': 'jsonl',
  'application/ndjson': 'jsonl',
  'application/jsonl': 'jsonl',
  'application/x-jsonlines': 'jsonl',
  'application/json': 'json',
}

function formatOf(contentType = ''): ImportFormat {
  const format = formats[contentType.split(';')[0]!.trim().toLowerCase()]
  if (format) return format
  throw new EngineError(
    'unsupported_media_type',
    `Personas are imported from text/csv, application/x-ndjson or application/json, not from ${contentType || 'a body without Content-Type'}`,
  )
}
