import { randomUUID } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { TenantId } from '../../src/shared/contract/ids.ts'
import type { KeyProfile, UsageEventType } from '../../src/shared/contract/tenancy.ts'
import { openDatabase } from '../../src/main/engine/db/open.ts'
import { EngineError, toHttpError } from '../../src/main/engine/errors.ts'
import type { AppEnv } from '../../src/main/engine/http/router.ts'
import { personaRoutes } from '../../src/main/engine/personas/personas.routes.ts'
import type { Limits, UsageLog } from '../../src/main/engine/tenancy/limits.ts'
import { wordEmbedding } from './word-embedding.ts'

export type Recorded = { type: UsageEventType; data: Record<string, unknown> }

/** 24 November 2026, before noon UTC. */
export const testNow = Date.UTC(2026, 10, 24, 9)

/** The routes of personas on a bare app and a database in memory, asked by a principal. */
export async function startPersonaApp({ room = Infinity }: { room?: number } = {}) {
  const { db, close } = await openDatabase(':memory:')
  const tenantId = await addTenant(db)
  const recorded: Recorded[] = []
  const usage: UsageLog = { record: (_, type, data) => void recorded.push({ type, data }) }
  const deps = { db, embedding: wordEmbedding, limits: roomFor(room), usage, now: () => testNow }
  const app = new OpenAPIHono<AppEnv>()
  let profile: KeyProfile = 'research'
  let asking = tenantId
  app.use(async (c, next) => {
    c.set('principal', { tenantId: asking, profile, kind: 'cli', keyId: null })
    await next()
  })
  app.route('/', personaRoutes(deps))
  app.onError((error, c) => {
    const { status, body } = toHttpError(error)
    return c.json(body, status)
  })

  const send = async (method: string, path: string, body?: unknown, type?: string) => {
    const response = await app.request(path, {
      method,
      ...(body === undefined
        ? {}
        : {
            headers: { 'content-type': type ?? 'application/json' },
            body: typeof body === 'string' ? body : JSON.stringify(body),
          }),
    })
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('application/json')
    return { status: response.status, text, body: (json ? JSON.parse(text) : undefined) as never }
  }
  return {
    db,
    deps,
    tenantId,
    recorded,
    close,
    send,
    as: (next: { profile?: KeyProfile; tenantId?: TenantId }) => {
      profile = next.profile ?? profile
      asking = next.tenantId ?? asking
    },
    addTenant: () => addTenant(db),
  }
}

async function addTenant(db: Awaited<ReturnType<typeof openDatabase>>['db']): Promise<TenantId> {
  const id = randomUUID() as TenantId
  const row = { id, name: 'Test', plan: 'local', credits: 0, credits_used: 0, created_at: 0 }
  await db.insertInto('tenant').values(row).execute()
  return id
}

function roomFor(room: number): Limits {
  return {
    requireRoom: async (_, what, adding) => {
      if (adding > room)
        throw new EngineError('usage_limit_exceeded', `No room for ${adding} ${what}`)
    },
    requireCredits: async () => {},
    settle: async () => {},
  }
}
