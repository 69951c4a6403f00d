import { uniform } from '../random.ts'

/** Times a unit of work is begun before it counts as failed. */
export const MAX_ATTEMPTS = 3
const FIRST_MS = 1_000

/**
 * Milliseconds to wait before trying again: doubling, between half and one and a half times, so
 * that what failed together does not come back together; never sooner than the other side asked.
 *
 * @param attempt  1 after the first failure
 */
export function retryDelayMs(
  unitKey: string,
  attempt: number,
  retryAfterSeconds: number | undefined,
): number {
  const backoff = FIRST_MS * 2 ** (attempt - 1) * (0.5 + uniform('retry', unitKey, attempt))
  return Math.ceil(Math.max(backoff, (retryAfterSeconds ?? 0) * 1_000))
}
