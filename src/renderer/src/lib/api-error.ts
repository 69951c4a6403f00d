import { ErrorBody, type ErrorCode, type ErrorDetail } from '../../../shared/contract/errors.ts'

/** An answer of the API that is not a success, or no answer at all (`status` 0). */
export class ApiError extends Error {
  readonly status: number
  readonly code: ErrorCode | 'unreachable' | 'unexpected_answer'
  readonly details: readonly ErrorDetail[]
  /** `POST /skills`: what was asked for. */
  readonly call: string

  constructor(
    message: string,
    facts: {
      status: number
      code: ApiError['code']
      call: string
      details?: readonly ErrorDetail[]
      cause?: unknown
    },
  ) {
    super(message, { cause: facts.cause })
    this.name = 'ApiError'
    this.status = facts.status
    this.code = facts.code
    this.details = facts.details ?? []
    this.call = facts.call
  }
}

export async function toApiError(response: Response, call: string): Promise<ApiError> {
  const text = await response.text().catch(() => '')
  const body = ErrorBody.safeParse(parseJson(text))
  if (!body.success)
    return new ApiError(`The server answered ${response.status} without saying why`, {
      status: response.status,
      code: 'unexpected_answer',
      call,
      cause: text.slice(0, 500),
    })
  return new ApiError(body.data.error, {
    status: response.status,
    code: body.data.code,
    details: body.data.details ?? [],
    call,
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: the caller's schema refuses undefined.
    return undefined
  }
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
