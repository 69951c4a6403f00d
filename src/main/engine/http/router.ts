import { OpenAPIHono } from '@hono/zod-openapi'
import { ErrorBody } from '../../../shared/contract/errors.ts'
import type { Principal } from '../tenancy/principal.ts'
import { invalidInput } from './invalid-input.ts'

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
