import { OpenAPIHono } from '@hono/zod-openapi'
import type { ErrorDetail } from '../../../shared/contract/errors.ts'
import { ErrorBody } from '../../../shared/contract/errors.ts'
import { EngineError } from '../errors.ts'
import type { Principal } from '../tenancy/principal.ts'
import { withoutUnions, type Issue } from './issues.ts'

export type AppEnv = {
  /** Handed in by the process that serves (desktop window, CLI): no header can claim it. */
  Bindings: { principal?: Principal }
  Variables: { principal: Principal; requestId: string }
}
export type Router = OpenAPIHono<AppEnv>

/** A router whose invalid requests become one kind of error. Every feature starts from it. */
export function createRouter(): Router {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalidInput(result.error.issues, result.target)
    },
  })
}

/** An `invalid_input` error that names each field at fault and what it wants. */
export function invalidInput(issues: readonly unknown[], where = 'json'): EngineError {
  const details: ErrorDetail[] = withoutUnions(issues as readonly Issue[]).map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }))
  const first = details[0]
  const place = where === 'json' ? 'body' : where
  const summary = first
    ? `Invalid ${place}: ${first.path ? `${first.path}: ` : ''}${first.message}`
    : `Invalid ${place}`
  return new EngineError('invalid_input', summary, { details })
}

/** JSON answer of a route, for `responses` in createRoute. */
export function jsonAnswer<S>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } }
}
export function jsonBody<S>(schema: S) {
  return { required: true as const, content: { 'application/json': { schema } } }
}
/** What any call may answer when it fails. */
export const failures = {
  default: jsonAnswer(ErrorBody, 'The call failed: what was wanted, what was found'),
}
