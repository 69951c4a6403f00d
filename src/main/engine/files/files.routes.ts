import { createRoute, z } from '@hono/zod-openapi'
import { PersonaId } from '../../../shared/contract/ids.ts'
import {
  KeepMemoriesAnswer,
  KeepMemoriesRequest,
  MemoryFileAnswer,
  MemoryFileId,
  MemoryFileList,
} from '../../../shared/contract/memory-files.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { getPersona } from '../personas/find-personas.ts'
import { requireScope, type Principal } from '../tenancy/principal.ts'
import {
  discardFile,
  getFile,
  keepMemories,
  listMemoryFiles,
  uploadFile,
  type MemoryFilesDeps,
} from './memory-files.ts'
import type { MemoryDeps } from '../memory/memory.routes.ts'
import type { TimelineDeps } from '../memory/timeline.ts'
import { createFileReader } from './file-reader.ts'
import { readBody } from './read-body.ts'

const params = z.object({ personaId: PersonaId })
const fileParams = params.extend({ fileId: MemoryFileId })
const tags = ['Memory']
const PATH = '/personas/{personaId}/files'
const upload = z.object({
  file: z.string().meta({ format: 'binary', description: 'txt, md, csv or pdf, at most 50 MiB' }),
})

const routes = {
  upload: createRoute({
    method: 'post',
    path: PATH,
    tags,
    summary: 'Read a file into proposed memories, to be edited before they are kept',
    request: {
      params,
      body: { required: true, content: { 'multipart/form-data': { schema: upload } } },
    },
    responses: { 201: jsonAnswer(MemoryFileAnswer, 'What it proposes'), ...failures },
  }),
  list: createRoute({
    method: 'get',
    path: PATH,
    tags,
    summary: 'Files brought for a persona, newest first, without their proposals',
    request: { params },
    responses: { 200: jsonAnswer(MemoryFileList, 'The latest 200'), ...failures },
  }),
  get: createRoute({
    method: 'get',
    path: `${PATH}/{fileId}`,
    tags,
    summary: 'A file with what it proposes',
    request: { params: fileParams },
    responses: { 200: jsonAnswer(MemoryFileAnswer, 'The file'), ...failures },
  }),
  keep: createRoute({
    method: 'post',
    path: `${PATH}/{fileId}/keep`,
    tags,
    summary: 'Add memories of a file to the timeline as they were edited: all or none, once',
    request: { params: fileParams, body: jsonBody(KeepMemoriesRequest) },
    responses: { 201: jsonAnswer(KeepMemoriesAnswer, 'The entries, in order'), ...failures },
  }),
  discard: createRoute({
    method: 'delete',
    path: `${PATH}/{fileId}`,
    tags,
    summary: 'Discard a file and its proposals; what was kept of it stays',
    request: { params: fileParams },
    responses: { 200: jsonAnswer(MemoryFileAnswer, 'The file as it was'), ...failures },
  }),
}

export function fileRoutes(base: TimelineDeps & Pick<MemoryDeps, 'checkWritten'>): Router {
  const router = createRouter()
  const deps = { ...base, readFile: createFileReader() }
  addUpload(router, deps)

  router.openapi(routes.list, async (c) => {
    const owner = { tenantId: allowed(c.get('principal'), 'read'), ...c.req.valid('param') }
    return c.json({ files: await listMemoryFiles(deps.db, owner) }, 200)
  })
  router.openapi(routes.get, async (c) => {
    const { personaId, fileId } = c.req.valid('param')
    const owner = { tenantId: allowed(c.get('principal'), 'read'), personaId }
    return c.json({ file: await getFile(deps.db, owner, fileId) }, 200)
  })
  router.openapi(routes.keep, async (c) => {
    const { personaId, fileId } = c.req.valid('param')
    const owner = { tenantId: allowed(c.get('principal'), 'research'), personaId }
    const { entries } = c.req.valid('json')
    const kept = await keepMemories(deps, owner, fileId, entries)
    const warnings = await deps.checkWritten(owner, { entries: kept })
    return c.json({ entries: kept, warnings }, 201)
  })
  router.openapi(routes.discard, async (c) => {
    const { personaId, fileId } = c.req.valid('param')
    const owner = { tenantId: allowed(c.get('principal'), 'research'), personaId }
    return c.json({ file: await discardFile(deps, owner, fileId) }, 200)
  })
  return router
}

/** Documented like the others, but its form is read by another thread: parsing 50 MiB takes long. */
function addUpload(router: Router, deps: MemoryFilesDeps): void {
  router.openAPIRegistry.registerPath(routes.upload)
  router.post(routes.upload.getRoutingPath(), async (c) => {
    const tenantId = allowed(c.get('principal'), 'research')
    const valid = params.safeParse(c.req.param())
    if (!valid.success) throw invalidInput(valid.error.issues, 'param')
    const owner = { tenantId, ...valid.data }
    await getPersona(deps.db, tenantId, owner.personaId)
    const contentType = c.req.header('content-type') ?? ''
    if (!/^multipart\/form-data\s*;/i.test(contentType))
      throw new EngineError(
        'unsupported_media_type',
        `This call takes multipart/form-data, not ${contentType || 'a body without content-type'}`,
      )
    // Read already where an Idempotency-Key had it hashed.
    const request = c.req.raw.bodyUsed
      ? new Request(c.req.url, { method: 'POST', body: await c.req.arrayBuffer() })
      : c.req.raw
    const body = { ...(await readBody(request)), contentType }
    return c.json({ file: await uploadFile(deps, owner, body, c.req.raw.signal) }, 201)
  })
}

function allowed(principal: Principal, scope: 'read' | 'research'): Principal['tenantId'] {
  requireScope(principal, scope)
  return principal.tenantId
}
