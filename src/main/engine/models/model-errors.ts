import { APIError } from 'openai/error'
import { EngineError, isAbort } from '../errors.ts'

export type CallFacts = {
  /** Where the request went, without path and key. */
  readonly origin: string
  readonly model: string
  readonly apiKey: string | undefined
  /** Nothing came for so long that the call was given up; undefined where it was not. */
  readonly silentMs: number | undefined
  readonly signal: AbortSignal | undefined
  readonly now: () => number
}

/** What went wrong in a call to a model, in the engine's words. Only retrying by others follows. */
export function toModelError(error: unknown, facts: CallFacts): Error {
  const { signal, silentMs } = facts
  if (signal?.aborted) {
    return isAbort(signal.reason) ? signal.reason : new DOMException('Cancelled', 'AbortError')
  }
  if (error instanceof EngineError) return error
  const where = `${facts.model} at ${facts.origin}`
  if (silentMs !== undefined) {
    const message = `The model ${where} sent nothing for ${silentMs / 1000} s`
    return new EngineError('model_timeout', message, { cause: error })
  }
  const { code, message } = explain(error, facts)
  const retryAfterSeconds = retryAfterOf(error, facts)
  const modelStatus = error instanceof APIError ? (error.status as number | undefined) : undefined
  return new EngineError(code, `The model ${where} ${message}`, {
    cause: error,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(modelStatus !== undefined && { modelStatus }),
  })
}

type Explanation = {
  readonly code: 'model_failed' | 'rate_limited'
  readonly message: string
}

function explain(error: unknown, facts: CallFacts): Explanation {
  const status = error instanceof APIError ? (error.status as number | undefined) : undefined
  const failed = (message: string) => ({ code: 'model_failed', message }) as const
  if (status === undefined) return failed(describeBreak(error, facts))
  if (status === 429)
    return { code: 'rate_limited', message: `asks to wait: ${reasonIn(error, facts)}` }
  // The endpoint's own words on a bad key often repeat a part of it.
  if (status === 401 || status === 403) return failed(`refused the key (status ${status})`)
  if (status >= 300 && status < 400) {
    return failed(
      `redirects elsewhere (status ${status}), which is not followed: check the address`,
    )
  }
  return failed(`failed with status ${status}: ${reasonIn(error, facts)}`)
}

function describeBreak(error: unknown, facts: CallFacts): string {
  if (error instanceof SyntaxError) return 'sent something that is not JSON'
  if (error instanceof APIError && error.error !== undefined) {
    return `reported a failure in the middle: ${reasonIn(error, facts)}`
  }
  return `cannot be reached, or broke off: ${reasonIn(error, facts)}`
}

function reasonIn(error: unknown, { apiKey }: CallFacts): string {
  const messages: string[] = []
  let at: unknown = error
  while (at instanceof Error && messages.length < 4) {
    if (at.message) messages.push(at.message)
    at = at.cause
  }
  const text = [...new Set(messages)].join(': ') || 'no reason given'
  const redacted = apiKey ? text.replaceAll(apiKey, '…') : text
  return redacted.length > 300 ? `${redacted.slice(0, 299)}…` : redacted
}

/** Nobody waits longer, and times in milliseconds stay what clocks can show. */
const LONGEST_WAIT_SECONDS = 366 * 86_400

/** Of any refusal: RFC 9110 names it for 503 and 3xx too. */
function retryAfterOf(error: unknown, { now }: CallFacts): number | undefined {
  if (!(error instanceof APIError)) return undefined
  const headers = error.headers as Headers | undefined
  const inMs = headers?.get('retry-after-ms')
  // Sent by some endpoints beside it, and finer.
  if (inMs && Number(inMs) >= 0) return Math.min(LONGEST_WAIT_SECONDS, Number(inMs) / 1000)
  return parseRetryAfter(headers?.get('retry-after') ?? null, now())
}

/**
 * Seconds of a `Retry-After`, which is a number or a date (RFC 9110, 10.2.3); undefined where it is
 * neither.
 *
 * @param now  ms since the Unix epoch
 */
function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined
  const seconds = Number(header)
  if (!Number.isNaN(seconds)) return Math.min(LONGEST_WAIT_SECONDS, Math.max(0, seconds))
  const date = Date.parse(header)
  if (Number.isNaN(date)) return undefined
  return Math.min(LONGEST_WAIT_SECONDS, Math.max(0, Math.ceil((date - now) / 1000)))
}
