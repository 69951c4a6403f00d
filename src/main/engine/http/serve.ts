import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, RequestError } from '@hono/node-server'
import { EngineError } from '../errors.ts'
import { checkSource } from './host-check.ts'
import { answerTransportError, refuse } from './refuse.ts'
import type { Router } from './router.ts'

export const DEFAULT_PORT = 4770
const HOST = '127.0.0.1'
const PORTS_TO_TRY = 20
const HEADERS_TIMEOUT_MS = 10_000
/** Long enough for 50 MiB from a script, short enough that a stalled body frees its socket. */
const BODY_TIMEOUT_MS = 120_000
/** How often Node looks for requests that are over their time. */
const TIMEOUT_CHECK_MS = 2_000
/** What calls in hand get to finish when the server closes. */
const CLOSE_GRACE_MS = 1_000

export type RunningServer = { readonly url: string; readonly port: number; close(): Promise<void> }
export type ServerTimeouts = { readonly headersMs: number; readonly bodyMs: number }

/**
 * Serves the application on 127.0.0.1.
 *
 * @param port  absent: 4770, or the next free one; 0: any free one
 * @throws EngineError `conflict` when the port asked for is taken, `forbidden` when it may not be
 *   used
 */
export async function serve(
  app: Router,
  port?: number,
  timeouts: ServerTimeouts = { headersMs: HEADERS_TIMEOUT_MS, bodyMs: BODY_TIMEOUT_MS },
): Promise<RunningServer> {
  if (port !== undefined) return listen(app, port, timeouts)
  for (let next = DEFAULT_PORT; next < DEFAULT_PORT + PORTS_TO_TRY; next++) {
    try {
      return await listen(app, next, timeouts)
    } catch (error) {
      if (!(error instanceof EngineError) || error.code !== 'conflict') throw error
    }
  }
  throw new EngineError(
    'conflict',
    `Ports ${DEFAULT_PORT} to ${DEFAULT_PORT + PORTS_TO_TRY - 1} are all taken`,
  )
}

function listen(app: Router, wanted: number, timeouts: ServerTimeouts): Promise<RunningServer> {
  let port = wanted
  const listener = getRequestListener(
    async (request) => {
      try {
        checkSource(request, port)
      } catch (error) {
        return refuse(error)
      }
      // No bindings: nothing that came over the network can claim a principal.
      return app.fetch(request, {})
    },
    {
      errorHandler: (error) =>
        refuse(
          error instanceof RequestError
            ? new EngineError('invalid_input', `Malformed request: ${error.message}`)
            : error,
        ),
    },
  )
  const server = createServer(
    {
      headersTimeout: timeouts.headersMs,
      requestTimeout: timeouts.bodyMs,
      connectionsCheckingInterval: Math.min(TIMEOUT_CHECK_MS, timeouts.headersMs),
    },
    (incoming, outgoing) => void listener(incoming, outgoing),
  )
  server.on('clientError', answerTransportError)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(describe(error, wanted)))
    server.listen(wanted, HOST, () => {
      port = (server.address() as AddressInfo).port
      resolve({ port, url: `http://${HOST}:${port}`, close: () => closeServer(server) })
    })
  })
}

function describe(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new EngineError('conflict', `Port ${port} is taken by another program`)
  if (error.code === 'EACCES')
    return new EngineError('forbidden', `This user may not listen on port ${port}`)
  return error
}

function closeServer(server: Server): Promise<void> {
  return new Promise((closed) => {
    // Streams would keep the server open for as long as their client likes.
    const timer = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS)
    server.close(() => {
      clearTimeout(timer)
      closed()
    })
    server.closeIdleConnections()
  })
}
