import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createRawServer, type AddressInfo, type Socket } from 'node:net'

export type Misdeed = (response: ServerResponse, request: IncomingMessage) => void | Promise<void>

export type MisbehavingServer = {
  readonly baseUrl: string
  readonly calls: () => number
  stop(): Promise<void>
}

/**
 * A model server whose calls go wrong as told: the misdeed by the number of the call, 0-based, or
 * undefined for an orderly answer.
 */
export async function startMisbehaving(
  misdeedOf: (call: number) => Misdeed | undefined,
): Promise<MisbehavingServer> {
  let calls = 0
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    response.on('error', () => undefined)
    const misdeed = misdeedOf(calls++) ?? orderly
    await misdeed(response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls: () => calls,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A port that answers what no HTTP client expects: a TLS alert. */
export async function startTlsOnPlainPort(): Promise<MisbehavingServer> {
  let calls = 0
  const sockets = new Set<Socket>()
  const server = createRawServer((socket) => {
    calls += 1
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.end(Buffer.from([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46]))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls: () => calls,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const usage = (tokensIn: unknown, tokensOut: unknown) => ({
  choices: [],
  usage: { prompt_tokens: tokensIn, completion_tokens: tokensOut },
})
export const said = (content: unknown, more: object = {}) => ({
  model: 'fake-1',
  choices: [{ index: 0, delta: { content }, finish_reason: null }],
  ...more,
})
export const ended = (finish_reason = 'stop') => ({
  choices: [{ index: 0, delta: {}, finish_reason }],
})

const orderly: Misdeed = stream(said('Answer: Agree'), ended(), usage(20, 5))

/** Sends chunks as a stream that ends well. */
export function stream(...chunks: unknown[]): Misdeed {
  return (response) => {
    open(response)
    for (const chunk of chunks) response.write(line(chunk))
    response.end('data: [DONE]\n\n')
  }
}

export function open(response: ServerResponse, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', ...headers })
}

export const line = (chunk: unknown) => `data: ${JSON.stringify(chunk)}\n\n`

/** Refuses with a status. */
export function refuse(
  status: number,
  { headers = {}, body }: { headers?: Record<string, string>; body?: object | string } = {},
): Misdeed {
  return (response) => {
    const isText = typeof body === 'string'
    response.writeHead(status, {
      'content-type': isText ? 'text/html' : 'application/json',
      ...headers,
    })
    response.end(isText ? body : JSON.stringify(body ?? { error: { message: 'as asked for' } }))
  }
}

/** Answers 200 with a body of another type. */
export function page(
  type: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Misdeed {
  return (response) => {
    response.writeHead(200, { 'content-type': type, ...headers })
    response.end(body)
  }
}
