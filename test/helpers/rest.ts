import { createEngine, type Engine } from '../../src/main/engine/index.ts'
import type { EngineConfig } from '../../src/main/engine/engine-config.ts'
import type { KeyProfile } from '../../src/shared/contract/tenancy.ts'

export type Call = {
  method?: string
  key?: string | null
  headers?: Readonly<Record<string, string>>
  /** An object goes as JSON, a text as it is. */
  body?: unknown
}
// oxlint-disable-next-line typescript/no-explicit-any -- tests reach into bodies of many shapes
export type Answer = { status: number; headers: Headers; text: string; body: any }

export type Rest = {
  readonly engine: Engine
  /** What was logged as a bug. */
  readonly bugs: { error: unknown; message: string }[]
  /** Asks as a client of the network does: with a key (default: an admin's), never a principal. */
  ask(path: string, call?: Call): Promise<Answer>
  /** Asks and gives the body; throws what is not a success. */
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  get(path: string, call?: Call): Promise<any>
  newKey(profile: KeyProfile, more?: object): Promise<string>
  /** Lets the clock run. */
  pass(ms: number): void
  close(): Promise<void>
}

/** The whole engine in memory with a clock to move, asked by key. */
export async function openRest(config: Partial<EngineConfig> = {}): Promise<Rest> {
  let passed = 0
  const bugs: Rest['bugs'] = []
  const engine = await createEngine({
    workspaceDir: ':memory:',
    resourcesDir: 'resources',
    vectorIndex: 'exact',
    now: () => Date.now() + passed,
    rateLimit: { perMinute: 1e6, burst: 1e6 },
    log: {
      info() {},
      warn() {},
      error: (details, message) =>
        void bugs.push({ error: (details as { err: unknown }).err, message }),
    },
    ...config,
  })

  async function send(
    path: string,
    init: RequestInit,
    principal?: ReturnType<Engine['principal']>,
  ) {
    const request = new Request(`http://localhost${path}`, init)
    const answer = await engine.app.fetch(request, principal ? { principal } : {})
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('application/json')
    const body = isJson && text ? JSON.parse(text) : undefined
    return { status: answer.status, headers: answer.headers, text, body }
  }

  async function newKey(profile: KeyProfile, more: object = {}): Promise<string> {
    const init = json('POST', { profile, name: 'test', ...more })
    return (await send('/keys', init, engine.principal('cli'))).body.key
  }
  const admin = await newKey('admin')

  async function ask(path: string, { method, key = admin, headers, body }: Call = {}) {
    const verb = method ?? (body === undefined ? 'GET' : 'POST')
    const init: RequestInit = typeof body === 'object' ? json(verb, body) : { method: verb }
    if (typeof body === 'string') init.body = body
    const credential = key === null ? {} : { 'x-api-key': key }
    return send(path, { ...init, headers: { ...init.headers, ...credential, ...headers } })
  }

  return {
    engine,
    bugs,
    ask,
    newKey,
    pass: (ms) => void (passed += ms),
    close: () => engine.close(),
    async get(path, call) {
      const answer = await ask(path, call)
      if (answer.status >= 300)
        throw new Error(`${call?.method ?? ''} ${path}: ${answer.status} ${answer.text}`)
      return answer.body ?? answer.text
    },
  }
}

function json(method: string, body: unknown) {
  return {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  }
}

export const seed = (firstName = 'Maya', more: object = {}) => ({
  firstName,
  lastName: 'Chen',
  age: 32,
  location: 'Lyon',
  baseOccupation: 'Nurse',
  ...more,
})
