import { createRoute, z } from '@hono/zod-openapi'
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { streamSSE } from 'hono/streaming'
import { openDatabase } from '../../src/main/engine/db/open.ts'
import { createApp, type AppDeps } from '../../src/main/engine/http/app.ts'
import { createDownloadTickets } from '../../src/main/engine/http/downloads.ts'
import type { RequestEntry } from '../../src/main/engine/http/request-log.ts'
import {
  createRouter,
  jsonAnswer,
  jsonBody,
  type Router,
} from '../../src/main/engine/http/router.ts'
import { createSessionKeys } from '../../src/main/engine/http/session-keys.ts'
import { createKey } from '../../src/main/engine/tenancy/keys.ts'
import { requireScope, type Principal } from '../../src/main/engine/tenancy/principal.ts'
import { tenancyRoutes } from '../../src/main/engine/tenancy/tenancy.routes.ts'
import { ensureTenant } from '../../src/main/engine/tenancy/tenant.ts'
import { createUsageLog } from '../../src/main/engine/tenancy/usage-log.ts'
import type { KeyProfile } from '../../src/shared/contract/tenancy.ts'

export type Sent = {
  method?: string
  key?: string
  headers?: HeadersInit
  body?: BodyInit | object
}

/** The whole application over a database in memory, a clock to move, and routes to try things on. */
export async function startHttpApp(overrides: Partial<AppDeps> = {}) {
  const { db, close } = await openDatabase(':memory:')
  let time = Date.parse('2026-11-24T09:00:00.000Z')
  const now = () => time
  const tenantId = await ensureTenant(db, now())
  const logged: unknown[] = []
  const requests: RequestEntry[] = []
  const things: string[] = []
  const gate = createGate()
  const sessionKeys = createSessionKeys(now)
  const usage = createUsageLog(db, now, (error) => logged.push(error))
  const rendererDir = aRenderer()
  const app = createApp({
    db,
    now,
    version: '1.2.3',
    sessionKeys,
    downloads: createDownloadTickets(now),
    features: [thingRoutes(things, gate), tenancyRoutes({ db, now, usage })],
    resourcesDir: 'resources',
    rendererDir,
    usage,
    logRequest: (entry) => void requests.push(entry),
    logError: (error) => void logged.push(error),
    ...overrides,
  })

  async function send(path: string, { method, key, headers, body }: Sent = {}, as?: Principal) {
    const isPlain = body !== undefined && Object.getPrototypeOf(body) === Object.prototype
    const init: RequestInit = {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(key === undefined ? {} : { 'x-api-key': key }),
        ...(isPlain ? { 'content-type': 'application/json' } : {}),
        ...(headers as Record<string, string>),
      },
    }
    if (body !== undefined) init.body = isPlain ? JSON.stringify(body) : (body as BodyInit)
    const answer = await app.request(path, init, as ? { principal: as } : {})
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('application/json')
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: (isJson && text ? JSON.parse(text) : undefined) as Record<string, never>,
    }
  }

  return {
    app,
    db,
    tenantId,
    sessionKeys,
    usage,
    rendererDir,
    things,
    logged,
    requests,
    gate,
    send,
    close,
    pass: (ms: number) => void (time += ms),
    principal: (profile: KeyProfile = 'admin'): Principal => ({
      tenantId,
      profile,
      kind: 'desktop',
      keyId: null,
    }),
    key: async (profile: KeyProfile = 'admin', expiresAt?: string) =>
      (await createKey({ db, now }, tenantId, { name: 'test', profile, expiresAt })).key,
  }
}

export type HttpApp = Awaited<ReturnType<typeof startHttpApp>>

/** Work that waits until the test lets it go on. */
function createGate() {
  let { promise, resolve } = Promise.withResolvers<void>()
  resolve()
  return {
    wait: () => promise,
    shut: () => void ({ promise, resolve } = Promise.withResolvers<void>()),
    open: () => resolve(),
  }
}

const Thing = z.strictObject({ name: z.string(), size: z.int().min(1).optional() })

function thingRoutes(things: string[], gate: { wait(): Promise<void> }): Router {
  const router = createRouter()
  const post = createRoute({
    method: 'post',
    path: '/things',
    tags: ['Things'],
    summary: 'Make a thing',
    request: { body: jsonBody(Thing) },
    responses: { 201: jsonAnswer(z.object({ made: z.int() }), 'Made') },
  })
  router.openapi(post, async (c) => {
    requireScope(c.get('principal'), 'prompt')
    const { name } = c.req.valid('json')
    await gate.wait()
    if (name === 'bug') throw new Error('a bug with a secret in it')
    things.push(name)
    return c.json({ made: things.length }, 201)
  })
  router.get('/things', (c) => {
    requireScope(c.get('principal'), 'read')
    return c.json({ things, caller: c.get('principal').kind })
  })
  router.get('/things/report', (c) => c.html('<p>report</p>'))
  router.post('/things/stream', (c) =>
    streamSSE(c, async (stream) => {
      things.push('streamed')
      await stream.writeSSE({ event: 'done', data: '{}' })
    }),
  )
  router.get('/things/slow', async (c) => {
    await gate.wait()
    return c.json({ slow: true })
  })
  router.post('/personas/import', async (c) => c.json({ length: (await c.req.text()).length }))
  return router
}

function aRenderer(): string {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-renderer-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Workbench</title>')
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(folder, 'assets/main-4f2a.js'), 'export {}')
  return folder
}
