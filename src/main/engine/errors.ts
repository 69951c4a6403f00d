import type { ErrorBody, ErrorCode, ErrorDetail } from '../../shared/contract/errors.ts'

export type EngineErrorOptions = ErrorOptions & {
  details?: readonly ErrorDetail[]
  /** Fields the contract adds to the body for this code, e.g. the credits of a 402. */
  fields?: Readonly<Record<string, unknown>>
  /** Seconds after which trying again makes sense; becomes `Retry-After`. */
  retryAfterSeconds?: number
  /** HTTP status a model's endpoint refused with; absent where it gave none. */
  modelStatus?: number
}

/** A failure we expect and can name. Anything else that is thrown is a bug. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
  readonly code: ErrorCode
  readonly details: readonly ErrorDetail[] | undefined
  readonly fields: Readonly<Record<string, unknown>>
  readonly retryAfterSeconds: number | undefined
  readonly modelStatus: number | undefined

  constructor(code: ErrorCode, message: string, options: EngineErrorOptions = {}) {
    super(message, options)
    this.code = code
    this.details = options.details
    this.fields = options.fields ?? {}
    this.retryAfterSeconds = options.retryAfterSeconds
    this.modelStatus = options.modelStatus
  }
}

const statusByCode = {
  invalid_input: 400,
  unauthorized: 401,
  insufficient_credits: 402,
  usage_limit_exceeded: 403,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported_media_type: 415,
  blocked_by_policy: 422,
  rate_limited: 429,
  cancelled: 409,
  model_failed: 502,
  unavailable: 503,
  model_timeout: 504,
  internal: 500,
} as const satisfies Record<ErrorCode, number>

/** The one place where an error becomes an HTTP answer. */
export function toHttpError(error: unknown) {
  if (!(error instanceof EngineError)) {
    const body: ErrorBody = { error: 'Something went wrong in the workbench', code: 'internal' }
    return { status: statusByCode.internal, body, retryAfterSeconds: undefined }
  }
  const body: ErrorBody = {
    error: error.message,
    code: error.code,
    ...(error.details ? { details: [...error.details] } : {}),
    ...error.fields,
  }
  return { status: statusByCode[error.code], body, retryAfterSeconds: error.retryAfterSeconds }
}

/** Cancelled work: never logged, never answered with a failure of ours. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
