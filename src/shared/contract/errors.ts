import { z } from 'zod'

export const ErrorCode = z.enum([
  'invalid_input',
  'unauthorized',
  'insufficient_credits',
  'usage_limit_exceeded',
  'forbidden',
  'not_found',
  'conflict',
  'too_large',
  'unsupported_media_type',
  'blocked_by_policy',
  'rate_limited',
  'cancelled',
  'model_failed',
  'model_timeout',
  'unavailable',
  'internal',
])
export type ErrorCode = z.infer<typeof ErrorCode>

export const ErrorDetail = z.object({
  /** Dotted path of the field, e.g. `seed.age`; empty for the body as a whole. */
  path: z.string(),
  message: z.string(),
})
export type ErrorDetail = z.infer<typeof ErrorDetail>

/** Body of every answer that is not a success. Some codes add fields (402: credits). */
export const ErrorBody = z
  .looseObject({
    error: z.string(),
    code: ErrorCode,
    details: z.array(ErrorDetail).optional(),
  })
  .meta({ id: 'Error' })
export type ErrorBody = z.infer<typeof ErrorBody>
