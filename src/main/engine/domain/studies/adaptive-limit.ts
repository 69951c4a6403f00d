/**
 * How many calls one endpoint is given at the same time. Additive increase and multiplicative
 * decrease (Chiu & Jain 1989) with a slow start and one decrease for all that was lost together
 * (Jacobson 1988), on refusals and timeouts; and a decrease where answers take much longer than they
 * used to, as a queue in front of the model shows (TCP Vegas, Brakmo & Peterson 1995).
 */
export type AdaptiveLimit = {
  /** Calls at the same time, ≥ 1; its whole part counts. */
  readonly limit: number
  /** Doubling from answer to answer, until the first decrease. */
  readonly isSlowStart: boolean
  /** ms: what was sent before belongs to a decrease that was made already. */
  readonly loweredAt: number
  readonly cause: LimitCause
  /** What an answer takes when nothing is wrong, ms; null before there is one. */
  readonly usualMs: number | null
  /** Times of the answers since the last look, ms. */
  readonly window: readonly number[]
}

export type LimitCause = 'full' | 'growing' | 'rate_limited' | 'overloaded' | 'slower'

/** As CUBIC has it (Ha, Rhee & Xu 2008): half is more than is needed. */
const DECREASE = 0.7
/** Medians differ from one look to the next; a queue makes them a multiple. */
const MUCH_SLOWER = 2
const LEAST_WINDOW = 10
/** How fast what is usual follows slower answers, from look to look; quicker ones count at once. */
const DRIFT = 0.1
/** A limit that is not used says nothing about what the endpoint could take (RFC 7661). */
const USED = 0.5

/**
 * Where nothing is known of an endpoint, what its user asked for counts.
 *
 * @param ceiling  the most calls anybody asks for
 */
export function firstLimit(ceiling: number): AdaptiveLimit {
  return {
    limit: Math.max(1, ceiling),
    isSlowStart: true,
    loweredAt: Number.NEGATIVE_INFINITY,
    cause: 'full',
    usualMs: null,
    window: [],
  }
}

export type Answered = {
  readonly sentAt: number
  readonly now: number
  /** With this one. */
  readonly inFlight: number
  readonly ceiling: number
}

/** After an answer: one more, or one more a round once there was a decrease. */
export function afterAnswer(
  state: AdaptiveLimit,
  { sentAt, now, inFlight, ceiling }: Answered,
): AdaptiveLimit {
  const looked = look({ ...state, window: [...state.window, now - sentAt] }, now)
  if (looked.loweredAt === now && looked.cause === 'slower') return looked
  if (inFlight < Math.floor(looked.limit) * USED) return looked
  const limit = Math.min(ceiling, looked.limit + (looked.isSlowStart ? 1 : 1 / looked.limit))
  if (limit >= ceiling) return { ...looked, limit: Math.max(1, ceiling), cause: 'full' }
  // Why it was lowered stays the reason until it has grown for a while.
  const isBack = now - looked.loweredAt > 10 * (looked.usualMs ?? 0)
  return { ...looked, limit, cause: looked.isSlowStart || isBack ? 'growing' : looked.cause }
}

/** After a refusal or a timeout: less, once for all that was sent before. */
export function afterOverload(
  state: AdaptiveLimit,
  { sentAt, now, inFlight }: Omit<Answered, 'ceiling'>,
  cause: 'rate_limited' | 'overloaded',
): AdaptiveLimit {
  if (sentAt < state.loweredAt) return state
  const limit = Math.max(1, Math.min(state.limit, inFlight) * DECREASE)
  return { ...state, limit, isSlowStart: false, loweredAt: now, cause, window: [] }
}

/** Every so many answers: whether they take much longer than usual. */
function look(state: AdaptiveLimit, now: number): AdaptiveLimit {
  const { window, usualMs, limit } = state
  if (window.length < Math.max(LEAST_WINDOW, Math.floor(limit))) return state
  const median = window.toSorted((a, b) => a - b)[Math.floor(window.length / 2)]!
  if (usualMs === null || median <= usualMs)
    return { ...state, window: [], usualMs: Math.max(1, median) }
  const next = { ...state, window: [], usualMs: usualMs + DRIFT * (median - usualMs) }
  if (median <= MUCH_SLOWER * usualMs) return next
  const lowered = Math.max(1, limit * Math.max(0.5, (MUCH_SLOWER * usualMs) / median))
  return { ...next, limit: lowered, isSlowStart: false, loweredAt: now, cause: 'slower' }
}
