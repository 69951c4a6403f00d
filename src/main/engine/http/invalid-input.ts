import type { ErrorDetail } from '../../../shared/contract/errors.ts'
import { EngineError } from '../errors.ts'
import { withoutUnions, type Issue } from './issues.ts'

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
