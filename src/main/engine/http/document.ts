import { join } from 'node:path'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { EngineError } from '../errors.ts'
import { jsonAnswer, type AppEnv, type Router } from './router.ts'
import { readStatic } from './static-files.ts'

export type DocumentDeps = { version: string; resourcesDir: string }

const health = createRoute({
  method: 'get',
  path: '/healthz',
  tags: ['Workspace'],
  summary: 'Whether the workbench answers',
  security: [],
  responses: {
    200: jsonAnswer(z.object({ status: z.literal('ok'), version: z.string() }), 'It does'),
  },
})

/** /healthz, /openapi.json from the schemas that validate, and /docs that reads it offline. */
export function serveDocument(app: Router, { version, resourcesDir }: DocumentDeps): void {
  app.openapi(health, (c) => c.json({ status: 'ok' as const, version }, 200))
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'apiKey',
    in: 'header',
    name: 'x-api-key',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
  })
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Persona Workbench',
      version,
      description: 'The localhost API of the workbench, call for call that of person.run.',
    },
    security: [{ apiKey: [] }, { bearer: [] }],
  })
  const docs = join(resourcesDir, 'docs')
  app.get('/docs', (c) => serveDocsFile(c, docs, 'index.html'))
  app.get('/docs/:file', (c) => serveDocsFile(c, docs, c.req.path.slice('/docs/'.length)))
}

async function serveDocsFile(c: Context<AppEnv>, folder: string, name: string): Promise<Response> {
  const file = await readStatic(folder, name)
  if (!file) throw new EngineError('not_found', `No file ${c.req.path}`)
  return c.body(file.body, 200, { 'content-type': file.type, 'cache-control': 'no-cache' })
}
