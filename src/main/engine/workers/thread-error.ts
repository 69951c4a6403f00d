import type { ErrorCode } from '../../../shared/contract/errors.ts'
import { EngineError, type EngineErrorOptions } from '../errors.ts'

/** An error as it crosses from one thread to another: plain data. */
export type ThreadError = {
  readonly message: string
  readonly name: string
  readonly stack?: string | undefined
  /** Of a failure that was expected. */
  readonly expected?: { readonly code: ErrorCode; readonly options: EngineErrorOptions }
}

export function packError(thrown: unknown): ThreadError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const { message, name, stack } = error
  if (!(error instanceof EngineError)) return { message, name, stack }
  const { code, details, fields, retryAfterSeconds, modelStatus } = error
  const options = Object.entries({ details, fields, retryAfterSeconds, modelStatus })
  const given = Object.fromEntries(options.filter(([, value]) => value !== undefined))
  return { message, name, stack, expected: { code, options: given } }
}

/** The error as it was thrown: expected ones are expected here too, cancelled work is cancelled. */
export function unpackError({ message, name, stack, expected }: ThreadError): Error {
  if (name === 'AbortError') return new DOMException(message, name)
  const error = expected
    ? new EngineError(expected.code, message, expected.options)
    : new Error(message)
  if (stack) error.stack = stack
  return error
}
