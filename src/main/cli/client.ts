import type { EngineLog } from '../engine/engine-config.ts'
import { CommandError } from './command-error.ts'
import { resourcesDir } from './paths.ts'
import { findServer } from './server-file.ts'

/** The workbench as the command line sees it: REST, over the network or in this process. */
export type Client = {
  /** @throws CommandError with the answer's own words when it is not a success */
  json<T>(method: string, path: string, body?: unknown): Promise<T>
  text(method: string, path: string, body?: { type: string; text: string }): Promise<string>
  /** An answer as it streams. */
  open(path: string, signal?: AbortSignal): Promise<Response>
  close(): Promise<void>
}

type Send = (request: Request) => Promise<Response>

/** Talks to the engine that serves the workspace, or opens the workspace itself. */
export async function connect(workspace: string): Promise<Client> {
  const server = await findServer(workspace)
  if (server) return createClient(server)
  // Only here: what talks to a running server starts without loading an engine of its own.
  const { createEngine } = await import('../engine/index.ts')
  const engine = await createEngine({ workspaceDir: workspace, resourcesDir, log: commandLog })
  const principal = engine.principal('cli')
  return clientOf(
    'http://localhost',
    async (request) => engine.app.fetch(request, { principal }),
    () => engine.close(),
  )
}

/** Talks to a running server. */
export function createClient({ url, key }: { url: string; key: string }): Client {
  const send: Send = (request) => {
    request.headers.set('x-api-key', key)
    return fetch(request)
  }
  return clientOf(url, send, async () => {})
}

/** A command says in its own words what went wrong; the rest is for who asks. */
const debug = process.env['WORKBENCH_DEBUG'] ? console.error : () => {}
const commandLog: EngineLog = {
  info: () => {},
  warn: (details, message) => debug(message, details),
  error: (details, message) => debug(message, details),
}

function clientOf(base: string, send: Send, close: () => Promise<void>): Client {
  async function call(path: string, init: RequestInit): Promise<Response> {
    const answer = await send(new Request(base + path, init))
    if (answer.ok) return answer
    throw new CommandError(await describeFailure(answer))
  }
  return {
    async json<T>(method: string, path: string, body?: unknown) {
      const init: RequestInit = { method }
      if (body !== undefined) {
        init.body = JSON.stringify(body)
        init.headers = { 'content-type': 'application/json' }
      }
      return (await (await call(path, init)).json()) as T
    },
    async text(method, path, body) {
      const init: RequestInit = { method }
      if (body) {
        init.body = body.text
        init.headers = { 'content-type': body.type }
      }
      return (await call(path, init)).text()
    },
    open: (path, signal) => call(path, signal ? { signal } : {}),
    close,
  }
}

async function describeFailure(answer: Response): Promise<string> {
  const text = await answer.text()
  try {
    const { error, details = [] } = JSON.parse(text) as {
      error: string
      details?: { path: string; message: string }[]
    }
    const lines = details
      .slice(0, 10)
      .map(({ path, message }) => `  ${path ? `${path}: ` : ''}${message}`)
      .filter((line) => !error.includes(line.trim()))
    return [error, ...lines].join('\n')
  } catch {
    // Not the workbench's own answer: what there is of it helps more than our guess.
    return `The server answered ${answer.status}: ${text.slice(0, 200)}`
  }
}
