import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the server does with the next requests, until it is told otherwise. */
export type Behaviour =
  | {
      kind: 'answer'
      words?: readonly string[] | ((body: Record<string, unknown>) => readonly string[])
      usage?: boolean
      tokens?: readonly [tokensIn: number, tokensOut: number]
      delayMs?: number
    }
  /** Headers and `words`, then nothing. */
  | { kind: 'stall'; words?: readonly string[] }
  /** Not even headers. */
  | { kind: 'silence' }
  | {
      kind: 'status'
      status: number
      headers?: Record<string, string>
      message?: string
      param?: string
    }
  /** `words`, then the socket is destroyed. */
  | { kind: 'cut'; words?: readonly string[] }
  /** `words`, then a clean end without a finish reason. */
  | { kind: 'early-end'; words?: readonly string[] }
  | { kind: 'malformed' }
  /** `words`, then an error inside of the stream. */
  | { kind: 'error-event'; words?: readonly string[] }
  /** 400 for each of these fields that a request has. */
  | { kind: 'picky'; refuses: readonly string[] }
  | { kind: 'vectors'; vectors: (texts: readonly string[]) => readonly (readonly number[])[] }

type Seen = {
  path: string
  authorization: string | undefined
  body: Record<string, unknown>
  /** Resolves when the client has gone or got everything. */
  closed: Promise<void>
  /** When it came, ms. */
  at: number
}

/** An OpenAI-compatible server on a free port of 127.0.0.1, over real sockets. */
export async function startFakeOpenAi() {
  let behaviour: Behaviour | ((request: number) => Behaviour) = { kind: 'answer' }
  let inFlight = 0
  let mostInFlight = 0
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    const body = JSON.parse((await readBody(request)) || '{}') as Record<string, unknown>
    const closed = new Promise<void>((resolve) => response.on('close', resolve))
    const { authorization } = request.headers
    inFlight += 1
    mostInFlight = Math.max(mostInFlight, inFlight)
    void closed.then(() => (inFlight -= 1))
    seen.push({ path: request.url ?? '', authorization, body, closed, at: Date.now() })
    const next = typeof behaviour === 'function' ? behaviour(seen.length - 1) : behaviour
    await respond(next, body, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    origin: `http://127.0.0.1:${port}`,
    /** Requests so far, oldest first. */
    seen,
    /** For all that comes, or by the number of the request, 0-based. */
    behave(next: Behaviour | ((request: number) => Behaviour)) {
      behaviour = next
    },
    mostInFlight: () => mostInFlight,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

const defaultWords = ['Good ', 'morning ', 'to ', 'you.']

async function respond(
  behaviour: Behaviour,
  body: Record<string, unknown>,
  response: ServerResponse,
): Promise<void> {
  switch (behaviour.kind) {
    case 'silence':
      return
    case 'status':
      return fail(response, behaviour)
    case 'picky': {
      const param = behaviour.refuses.find((field) => field in body)
      if (param === undefined) return answer(response, { kind: 'answer' }, body)
      const message = `Unsupported parameter: '${param}'`
      return fail(response, { kind: 'status', status: 400, message, param })
    }
    case 'vectors': {
      const data = behaviour
        .vectors(body['input'] as string[])
        .map((embedding, index) => ({ index, embedding }))
      response.setHeader('content-type', 'application/json')
      // Out of order, as the protocol allows.
      response.end(JSON.stringify({ object: 'list', data: data.toReversed() }))
      return
    }
    default:
      return answer(response, behaviour, body)
  }
}

function fail(
  response: ServerResponse,
  { status, headers = {}, message = 'as asked for', param }: Extract<Behaviour, { kind: 'status' }>,
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(
    JSON.stringify({ error: { message, param: param ?? null, type: 'fake', code: null } }),
  )
}

type Streamed = Extract<
  Behaviour,
  { kind: 'answer' | 'stall' | 'cut' | 'early-end' | 'malformed' | 'error-event' }
>

async function answer(
  response: ServerResponse,
  behaviour: Streamed,
  body: Record<string, unknown>,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const given = 'words' in behaviour ? behaviour.words : undefined
  const words = (typeof given === 'function' ? given(body) : given) ?? defaultWords
  for (const word of words) {
    send(response, {
      model: 'fake-1',
      choices: [{ index: 0, delta: { content: word }, finish_reason: null }],
    })
    await pause('delayMs' in behaviour ? (behaviour.delayMs ?? 1) : 1)
  }
  switch (behaviour.kind) {
    case 'stall':
      return
    case 'cut':
      response.destroy()
      return
    case 'malformed':
      response.write('data: {"choices": [{"delta": \n\n')
      response.end()
      return
    case 'error-event':
      send(response, { error: { message: 'out of memory', type: 'server_error' } })
      response.end()
      return
    case 'early-end':
      response.end()
      return
    case 'answer':
      send(response, { model: 'fake-1', choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })
      if (behaviour.usage !== false) {
        const [prompt_tokens, completion_tokens] = behaviour.tokens ?? [11, 7]
        const usage = {
          prompt_tokens,
          completion_tokens,
          total_tokens: prompt_tokens + completion_tokens,
        }
        send(response, { model: 'fake-1', choices: [], usage })
      }
      response.end('data: [DONE]\n\n')
  }
}

function send(response: ServerResponse, chunk: unknown): void {
  response.write(`data: ${JSON.stringify(chunk)}\n\n`)
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
