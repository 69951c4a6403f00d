import { OpenAPIHono } from '@hono/zod-openapi'
import { openDatabase } from '../../src/main/engine/db/open.ts'
import { toHttpError, isAbort, EngineError } from '../../src/main/engine/errors.ts'
import type { AppEnv } from '../../src/main/engine/http/router.ts'
import { checkExchange, readClaimsAhead } from '../../src/main/engine/consistency/check-exchange.ts'
import { checkWritten } from '../../src/main/engine/consistency/check-written.ts'
import { createClaimCache } from '../../src/main/engine/consistency/claim-cache.ts'
import { createKeeping, type ExchangeCheck } from '../../src/main/engine/consolidation/keeping.ts'
import { createJobQueue } from '../../src/main/engine/jobs/job-queue.ts'
import { insertPrepared, prepareEntries } from '../../src/main/engine/memory/append-entries.ts'
import { memoryRoutes } from '../../src/main/engine/memory/memory.routes.ts'
import { createTimelineCache } from '../../src/main/engine/memory/timeline-cache.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { registerPromptJobs } from '../../src/main/engine/prompting/prompt-jobs.ts'
import { promptingRoutes } from '../../src/main/engine/prompting/prompting.routes.ts'
import { createSessionLocks } from '../../src/main/engine/prompting/session-locks.ts'
import type { SafetyGuard } from '../../src/main/engine/safety/safety-guard.ts'
import type { Limits } from '../../src/main/engine/tenancy/limits.ts'
import { openVectors } from '../../src/main/engine/vectors/open-vectors.ts'
import type { KeyProfile } from '../../src/shared/contract/tenancy.ts'
import type { NewTimelineEntry } from '../../src/shared/contract/timeline.ts'
import type { Persona } from '../../src/shared/contract/personas.ts'
import { createFakeChatModel, type FakeBehaviour } from './fake-chat-model.ts'
import { anEntry, insertPersona } from './seeded-persona.ts'

const PROMPT_NOW = Date.parse('2026-03-01T12:00:00.000Z')

type Options = FakeBehaviour & { credits?: number }

/** Memory and prompting on a bare app, a database in memory, the real recall, a fake model. */
export async function startPromptApp(options: Options = {}) {
  const open = await openDatabase(':memory:')
  const { db } = open
  const embedding = createOfflineEmbedding()
  const vectors = await openVectors({ db, embedding, folder: null, log: () => {} })
  const ada = await insertPersona(db)
  const usage: { type: string; data: Record<string, unknown> }[] = []
  const settled: number[] = []
  const logged: unknown[] = []
  let model = createFakeChatModel(options)
  let clock = PROMPT_NOW
  const now = () => (clock += 1)
  const jobs = createJobQueue({ db, now, owner: 'test', logError: (error) => logged.push(error) })
  const base = {
    db,
    now,
    embedding,
    vectors,
    timelines: createTimelineCache({ reader: open.reader, embedding }),
    safety: wordGuard,
    limits: limitsOf(options.credits ?? Infinity, settled),
    usage: {
      record: (_: unknown, type: string, data: Record<string, unknown>) =>
        void usage.push({ type, data }),
    },
    chatModels: { get: () => model },
    locks: createSessionLocks(),
    jobs,
    logError: (error: unknown) => void logged.push(error),
  }
  const judge = () => (model.rehearsal ? undefined : model)
  const checking = { ...base, claims: createClaimCache(), judge }
  const check: ExchangeCheck = (...args) => checkExchange(checking, ...args)
  const notify = () => vectors.notify()
  const keeping = createKeeping({
    ...base,
    checkExchange: check,
    readAhead: (persona, settings) => readClaimsAhead(checking, persona, settings),
    judge,
    notify,
  })
  const deps = { ...base, keeping }
  registerPromptJobs(deps)
  await jobs.start()

  let profile: KeyProfile = 'research'
  let tenantId = ada.tenantId
  const app = new OpenAPIHono<AppEnv>()
  app.use(async (c, next) => {
    c.set('principal', { tenantId, profile, kind: 'cli', keyId: null })
    await next()
  })
  app.route('/', promptingRoutes(deps))
  app.route(
    '/',
    memoryRoutes({
      ...deps,
      checkWritten: (owner, written) => checkWritten(checking, owner, written),
    }),
  )
  app.onError((error, c) => {
    if (isAbort(error)) return c.body(null, 499 as never)
    const { status, body } = toHttpError(error)
    if (status === 500) logged.push(error)
    return c.json(body, status)
  })

  function request(method: string, path: string, body?: unknown, signal?: AbortSignal) {
    return app.request(path, {
      method,
      signal: signal ?? null,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
  }

  return {
    db,
    deps,
    ada,
    usage,
    settled,
    logged,
    request,
    model: () => model,
    behave: (next: FakeBehaviour) => {
      model = createFakeChatModel(next)
    },
    as: (next: { profile?: KeyProfile; tenantId?: Persona['tenantId'] }) => {
      profile = next.profile ?? profile
      tenantId = next.tenantId ?? tenantId
    },
    async send(method: string, path: string, body?: unknown) {
      const response = await request(method, path, body)
      return { status: response.status, body: (await response.json()) as never }
    },
    async remember(...entries: readonly Partial<NewTimelineEntry>[]) {
      const { id: personaId } = ada
      const prepared = await prepareEntries({ embedding }, [
        { personaId, tenantId: ada.tenantId, entries: entries.map(anEntry), source: 'user' },
      ])
      return db.transaction().execute((trx) => insertPrepared(trx, prepared, PROMPT_NOW))
    },
    async close() {
      await jobs.stop()
      await vectors.close()
      await open.close()
    },
  }
}

export type SentEvent = { event: string; data: Record<string, unknown> }

/** Server-sent events of a whole body; comment lines are left out. */
export function parseEvents(text: string): SentEvent[] {
  return text
    .split('\n\n')
    .filter((block) => block.startsWith('event: '))
    .map((block) => {
      const [event, data] = block.split('\n')
      return { event: event!.slice(7), data: JSON.parse(data!.slice(6)) }
    })
}

/** Blocks "forbidden" going in and "classified file" coming out; "crisis" escalates. */
const wordGuard: SafetyGuard = {
  async checkInbound(_, text) {
    if (text.includes('forbidden')) {
      throw new EngineError('blocked_by_policy', 'Blocked by the safety policy: blockedTerms')
    }
    return { escalations: text.includes('crisis') ? ['crisis'] : [] }
  },
  async checkOutbound(_, text) {
    if (text.includes('classified, file')) {
      throw new EngineError('blocked_by_policy', 'Blocked by the safety policy: blockedTerms')
    }
  },
}

function limitsOf(credits: number, settled: number[]): Limits {
  return {
    requireRoom: async () => {},
    requireCredits: async (_, asked) => {
      if (asked > credits) throw new EngineError('insufficient_credits', 'Insufficient credits')
    },
    settle: async (_, used) => void settled.push(used),
  }
}
