import type { z } from 'zod'
import { ApiError, isAbort, toApiError } from './api-error.ts'
import { currentKey, forgetKey } from './session.ts'

type QueryValue = string | number | boolean | undefined | null
/** A list is sent as one parameter per item. */
type QueryParameters = Record<string, QueryValue | readonly string[]>
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type SendOptions = {
  query?: QueryParameters
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is, with its content type. */
  raw?: { data: Blob | string; type: string }
  /** Sent as multipart/form-data. */
  form?: FormData
  signal?: AbortSignal
}

/** One call, its answer parsed by the contract's schema. */
export async function request<Schema extends z.ZodType>(
  method: Method,
  path: string,
  options: SendOptions & { answer: Schema },
): Promise<z.output<Schema>> {
  const response = await send(method, path, options)
  const call = `${method} ${path}`
  const body: unknown = await response.json().catch((cause: unknown) => {
    if (isAbort(cause)) throw cause
    throw new ApiError('The answer was cut short', {
      status: response.status,
      code: 'unexpected_answer',
      call,
      cause,
    })
  })
  const parsed = options.answer.safeParse(body)
  if (parsed.success) return parsed.data
  throw new ApiError('The server answered in a form this page does not know', {
    status: response.status,
    code: 'unexpected_answer',
    call,
    details: parsed.error.issues
      .slice(0, 10)
      .map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  })
}

/** One call whose answer is not read. */
export async function perform(
  method: Method,
  path: string,
  options: SendOptions = {},
): Promise<void> {
  const response = await send(method, path, options)
  await response.body?.cancel()
}

/** The successful response itself, for streams. */
export async function send(
  method: Method,
  path: string,
  { query, body, raw, form, signal }: SendOptions = {},
): Promise<Response> {
  const headers = new Headers({ accept: 'application/json' })
  const key = currentKey()
  if (key) headers.set('x-api-key', key)
  if (raw) headers.set('content-type', raw.type)
  else if (body !== undefined) headers.set('content-type', 'application/json')
  if (method === 'POST') headers.set('idempotency-key', crypto.randomUUID())

  const call = `${method} ${path}`
  const response = await fetch(path + toQueryString(query), {
    method,
    headers,
    body: form ?? raw?.data ?? (body === undefined ? null : JSON.stringify(body)),
    signal: signal ?? null,
  }).catch((cause: unknown) => {
    if (isAbort(cause)) throw cause
    throw new ApiError('The workbench does not answer', {
      status: 0,
      code: 'unreachable',
      call,
      cause,
    })
  })
  if (response.status === 401) forgetKey()
  if (!response.ok) throw await toApiError(response, call)
  return response
}

function toQueryString(query: QueryParameters | undefined): string {
  const parameters = new URLSearchParams()
  for (const [name, values] of Object.entries(query ?? {}))
    for (const value of [values].flat())
      if (value !== undefined && value !== null && value !== '')
        parameters.append(name, String(value))
  const text = parameters.toString()
  return text ? `?${text}` : ''
}
