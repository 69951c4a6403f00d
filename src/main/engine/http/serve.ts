import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { EngineError, toHttpError } from '../errors.ts'
import { checkSource } from './host-check.ts'
import type { Router } from './router.ts'

export const DEFAULT_PORT = 4770
const HOST = '127.0.0.1'
const PORTS_TO_TRY = 20
const HEADERS_TIMEOUT_MS = 10_000
/** Long enough for 50 MiB from a script, short enough that a stalled body frees its socket. */
const BODY_TIMEOUT_MS = 120_000

export type RunningServer = { readonly url: string; readonly port: number; close(): Promise<void> }

/**
 * Serves the application on 127.0.0.1.
 *
 * @param port  absent: 4770, or the next free one; 0: any free one
 * @throws EngineError `conflict` when the port asked for is taken
 */
export async function serve(app: Router, port?: number): Promise<RunningServer> {
  if (port !== undefined) return listen(app, port)
  for (let next = DEFAULT_PORT; next < DEFAULT_PORT + PORTS_TO_TRY; next++) {
    try {
      return await listen(app, next)
    } catch (error) {
      if (!(error instanceof EngineError) || error.code !== 'conflict') throw error
    }
  }
  throw new EngineError(
    'conflict',
    `Ports ${DEFAULT_PORT} to ${DEFAULT_PORT + PORTS_TO_TRY - 1} are all taken`,
  )
}

function listen(app: Router, wanted: number): Promise<RunningServer> {
  let port = wanted
  const listener = getRequestListener(
    async (request) => {
      try {
        checkSource(request, port)
      } catch (error) {
        const { status, body } = toHttpError(error)
        return Response.json(body, { status })
      }
      // No bindings: nothing that came over the network can claim a principal.
      return app.fetch(request, {})
    },
    { overrideGlobalObjects: false },
  )
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: BODY_TIMEOUT_MS },
    (incoming, outgoing) => void listener(incoming, outgoing),
  )
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new EngineError('conflict', `Port ${wanted} is taken by another program`)
          : error,
      ),
    )
    server.listen(wanted, HOST, () => {
      port = (server.address() as AddressInfo).port
      resolve({
        port,
        url: `http://${HOST}:${port}`,
        close: () =>
          new Promise<void>((closed) => {
            server.close(() => closed())
            // Streams would keep the server open for as long as their client likes.
            server.closeAllConnections()
          }),
      })
    })
  })
}
