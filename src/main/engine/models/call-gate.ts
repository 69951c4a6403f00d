import type { RunConcurrency } from '../../../shared/contract/runs.ts'
import {
  afterAnswer,
  afterOverload,
  firstLimit,
  type AdaptiveLimit,
} from '../domain/studies/adaptive-limit.ts'
import { uniform } from '../domain/random.ts'

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000
/** Tasks in hand beyond the places, as a part of them: some are made ready, some are being stored. */
const AHEAD = 0.5
const MOST_AHEAD = 64

/** How a call went, for the endpoint's sake. */
export type CallOutcome =
  | { readonly kind: 'answered' }
  /** 429; `retryAfterMs` where the endpoint named a time. */
  | { readonly kind: 'rate_limited'; readonly retryAfterMs: number | undefined }
  /** 503, a timeout: too much, or `retryAfterMs` says when. */
  | { readonly kind: 'overloaded'; readonly retryAfterMs: number | undefined }
  /** Says nothing about how much the endpoint takes. */
  | { readonly kind: 'other' }

/** A place among the calls in flight; handed back once. */
export type Slot = { leave(outcome: CallOutcome): void }

/** Lets calls of several users through to one endpoint, a fair share each. */
export type CallGate = {
  /** A user that may call, and how much at once at most; again to change it. */
  admit(user: string, most: number): void
  dismiss(user: string): void
  /** Waits for a place. An aborted signal throws its reason. */
  enter(user: string, signal: AbortSignal): Promise<Slot>
  /** Calls it makes sense to have in hand for this user now: those in flight, and the next ones. */
  roomFor(user: string): number
  describe(user: string): RunConcurrency
}

type Waiter = { readonly enter: () => void }
type User = { most: number; inFlight: number; readonly waiting: Set<Waiter>; servedAt: number }

/**
 * One 429 holds back everybody: nothing is sent before the endpoint's own `Retry-After`, or a pause
 * that doubles with jitter where it names none (as AWS's "full jitter", Brooker 2015, but never less
 * than half of it, since the endpoint has just refused).
 *
 * @param isAdaptive  false keeps to what the users ask for, as the built-in model does
 */
export function createCallGate({
  now,
  name,
  isAdaptive = true,
}: {
  now: () => number
  name: string
  isAdaptive?: boolean
}): CallGate {
  const users = new Map<string, User>()
  let state: AdaptiveLimit = firstLimit(1)
  let isFresh = true
  let inFlight = 0
  let turn = 0
  let pausedUntil = 0
  let refusals = 0
  let timer: NodeJS.Timeout | undefined

  // The endpoint is one: what the most demanding user asks for is shared, not added up.
  const ceiling = () => Math.max(1, ...[...users.values()].map(({ most }) => most))
  const limit = () => (isAdaptive ? Math.min(ceiling(), Math.floor(state.limit)) : ceiling())

  /** Whoever has the least in flight, then whoever was served longest ago. */
  function next(): User | undefined {
    let best: User | undefined
    for (const user of users.values()) {
      if (user.waiting.size === 0 || user.inFlight >= user.most) continue
      const isBetter =
        !best ||
        user.inFlight < best.inFlight ||
        (user.inFlight === best.inFlight && user.servedAt < best.servedAt)
      if (isBetter) best = user
    }
    return best
  }

  function admitWaiting(): void {
    clearTimeout(timer)
    const wait = pausedUntil - now()
    if (wait > 0) {
      // Nothing keeps the process alive for it: the run goes on with the next start.
      timer = setTimeout(admitWaiting, Math.min(wait, 2 ** 31 - 1)).unref()
      return
    }
    while (inFlight < limit()) {
      const user = next()
      if (!user) return
      const [waiter] = user.waiting
      user.waiting.delete(waiter!)
      waiter!.enter()
    }
  }

  function pause(retryAfterMs: number | undefined): void {
    const most = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (refusals - 1))
    const jittered = most * (0.5 + 0.5 * uniform('pause', name, refusals, now()))
    pausedUntil = Math.max(pausedUntil, now() + Math.ceil(retryAfterMs ?? jittered))
  }

  function learn(outcome: CallOutcome, sentAt: number): void {
    if (outcome.kind === 'other') return
    const call = { sentAt, now: now(), inFlight }
    if (outcome.kind === 'answered') {
      refusals = 0
      state = afterAnswer(state, { ...call, ceiling: ceiling() })
      return
    }
    // All that was refused together is one refusal.
    const isNew = sentAt >= state.loweredAt
    state = afterOverload(state, call, outcome.kind)
    if (isNew) refusals += 1
    if (isNew && outcome.kind === 'rate_limited') pause(outcome.retryAfterMs)
    else if (outcome.retryAfterMs !== undefined) pause(outcome.retryAfterMs)
  }

  function take(user: User): Slot {
    const sentAt = now()
    inFlight += 1
    user.inFlight += 1
    user.servedAt = ++turn
    let isOver = false
    return {
      leave(outcome) {
        if (isOver) return
        isOver = true
        if (isAdaptive) learn(outcome, sentAt)
        inFlight -= 1
        user.inFlight -= 1
        admitWaiting()
      },
    }
  }

  const userOf = (name: string): User => {
    const known = users.get(name)
    if (known) return known
    throw new Error(`${name} was not admitted to the endpoint`)
  }

  return {
    admit(name, most) {
      const known = users.get(name)
      if (known) known.most = most
      else users.set(name, { most, inFlight: 0, waiting: new Set(), servedAt: 0 })
      if (isFresh) state = firstLimit(ceiling())
      admitWaiting()
    },
    dismiss(name) {
      users.delete(name)
      // What was learnt stays: the next run begins with it.
      admitWaiting()
    },
    async enter(name, signal) {
      signal.throwIfAborted()
      isFresh = false
      const user = userOf(name)
      return new Promise<Slot>((resolve, reject) => {
        const cancel = () => {
          user.waiting.delete(waiter)
          reject(signal.reason as Error)
        }
        const waiter = {
          enter: () => {
            signal.removeEventListener('abort', cancel)
            resolve(take(user))
          },
        }
        signal.addEventListener('abort', cancel, { once: true })
        user.waiting.add(waiter)
        admitWaiting()
      })
    },
    roomFor(name) {
      const { most, waiting } = userOf(name)
      const places = Math.min(most, limit())
      const ahead = isAdaptive ? Math.min(MOST_AHEAD, Math.ceil(places * AHEAD)) : 0
      // Half of them must be gone before more are made ready: a few at a time are claimed in one go.
      return waiting.size > ahead / 2 ? 0 : places + ahead
    },
    describe(name) {
      const user = userOf(name)
      const sharedBy = users.size
      const isShared = sharedBy > 1 && user.waiting.size > 0
      const cause = limit() >= user.most || !isAdaptive ? 'full' : state.cause
      return {
        inFlight: user.inFlight,
        limit: limit(),
        max: user.most,
        sharedBy,
        cause: isShared && cause === 'full' ? 'shared' : cause,
        pausedUntil: pausedUntil > now() ? new Date(pausedUntil).toISOString() : null,
      }
    },
  }
}
