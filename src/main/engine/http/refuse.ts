import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ErrorBody } from '../../../shared/contract/errors.ts'
import { toHttpError } from '../errors.ts'

/** An error as an answer of the contract, before the application has seen the request. */
export function refuse(error: unknown): Response {
  const { status, body } = toHttpError(error)
  return Response.json(body, { status, headers: { 'x-content-type-options': 'nosniff' } })
}

/** Answers what Node's parser gave up on in the contract's shape, then closes the connection. */
export function answerTransportError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, message] = describe(error.code)
  const body = JSON.stringify({ error: message, code: 'invalid_input' } satisfies ErrorBody)
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Connection: close',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  )
}

function describe(code: string | undefined): [status: number, message: string] {
  if (code === 'HPE_HEADER_OVERFLOW') return [431, 'The headers are too large']
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'The request took too long to arrive']
  return [400, 'Malformed HTTP request']
}
