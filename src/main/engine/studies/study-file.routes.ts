import { createRoute, z } from '@hono/zod-openapi'
import { StudyId } from '../../../shared/contract/ids.ts'
import { ImportStudyRequest } from '../../../shared/contract/study-file.ts'
import { StudyAnswer } from '../../../shared/contract/studies.ts'
import { EngineError } from '../errors.ts'
import { createRouter, failures, jsonAnswer, jsonBody, type Router } from '../http/router.ts'
import { requireScope, requireTenant } from '../tenancy/principal.ts'
import { exportStudyFile } from './export-study.ts'
import { importStudyFile, type StudyFileDeps } from './import-study.ts'
import { checkStudyFile, readStudyFile, SCHEMA_NAME, studyFileSchema } from './study-file.ts'

const tags = ['Studies']
const importFile = createRoute({
  method: 'post',
  path: '/study-files',
  tags,
  summary: 'Make people, cohorts, population, skill and study from a study file',
  request: { body: jsonBody(ImportStudyRequest) },
  responses: { 201: jsonAnswer(StudyAnswer, 'The study'), ...failures },
})
const exportFile = createRoute({
  method: 'get',
  path: '/studies/{studyId}/file',
  tags,
  summary: 'A study as one YAML file',
  request: { params: z.object({ studyId: StudyId }) },
  responses: {
    200: { description: 'The file', content: { 'application/yaml': { schema: z.string() } } },
    ...failures,
  },
})
const readSchema = createRoute({
  method: 'get',
  path: `/${SCHEMA_NAME}`,
  tags,
  security: [],
  summary: 'JSON Schema of study files, for editors; needs no key',
  responses: {
    200: jsonAnswer(z.record(z.string(), z.unknown()), 'JSON Schema, draft 7'),
    ...failures,
  },
})

export function studyFileRoutes(deps: StudyFileDeps): Router {
  const router = createRouter()

  router.openapi(importFile, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'research')
    const { tenantId, file, files } = c.req.valid('json')
    requireTenant(principal, tenantId)
    const { signal } = c.req.raw
    const study = await importStudyFile(
      deps,
      principal.tenantId,
      typeof file === 'string' ? await readStudyFile(file, signal) : checkStudyFile(file),
      { readFile: async (name) => sentFile(files, name), signal },
    )
    return c.json({ study }, 201)
  })

  router.openapi(exportFile, async (c) => {
    const principal = c.get('principal')
    requireScope(principal, 'read')
    const { studyId } = c.req.valid('param')
    const text = await exportStudyFile(deps, principal.tenantId, studyId)
    return c.body(text, 200, {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': 'attachment; filename="study.yaml"',
    })
  })
  const schema = studyFileSchema()
  router.openapi(readSchema, (c) => c.json(schema, 200))
  return router
}

// What is named was sent along: a study file cannot make the server read its disk.
function sentFile(files: Readonly<Record<string, string>>, name: string): string {
  const found = Object.hasOwn(files, name) ? files[name] : undefined
  if (found !== undefined) return found
  throw new EngineError(
    'invalid_input',
    `The study file names "${name}", which was not sent along`,
    {
      details: [{ path: `files.${name}`, message: 'must hold the text of the file' }],
    },
  )
}
