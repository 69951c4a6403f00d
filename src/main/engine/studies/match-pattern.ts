import { createTurns } from '../workers/turns.ts'
import { startWorkThread, type WorkThread } from '../workers/work-thread.ts'

export type PatternWork = {
  readonly pattern: string
  readonly caseSensitive: boolean
  readonly text: string
}
/** The first match, null where there is none; or it takes too long to tell. */
export type PatternMatch = { readonly match: string | null } | 'too_slow'

/** What one look may take, ms; an honest pattern takes well under one. */
const PATIENCE_MS = 500
const TOO_SLOW = Symbol('too slow')

export type PatternMatcher = {
  match(work: PatternWork): Promise<PatternMatch>
  end(): Promise<void>
}

/**
 * Looks for patterns that users wrote in a thread of its own, which is ended when one takes too
 * long: some patterns take exponential time. Such a one is not tried again.
 */
export function createPatternMatcher(patienceMs = PATIENCE_MS): PatternMatcher {
  let thread: WorkThread<PatternWork, string | null> | undefined
  // One at a time: who waits behind a slow one must not be blamed for it.
  const takeTurn = createTurns()
  const slow = new Set<string>()

  async function look(work: PatternWork): Promise<PatternMatch> {
    const key = `${work.caseSensitive} ${work.pattern}`
    if (slow.has(key)) return 'too_slow'
    thread ??= await start()
    const match = await within(thread.ask(work), patienceMs)
    if (match !== TOO_SLOW) return { match }
    slow.add(key)
    await thread.terminate()
    thread = undefined
    return 'too_slow'
  }

  return {
    match: (work) => takeTurn(() => look(work)),
    end: () =>
      takeTurn(async () => {
        await thread?.end()
        thread = undefined
      }),
  }
}

/** A thread loads its file first: that is nobody's fault. */
async function start(): Promise<WorkThread<PatternWork, string | null>> {
  const thread = startWorkThread<PatternWork, string | null>(import.meta.url, 'match-pattern')
  await thread.ask({ pattern: 'a', caseSensitive: true, text: 'a' })
  return thread
}

function within<T>(answer: Promise<T>, ms: number): Promise<T | typeof TOO_SLOW> {
  const { promise, resolve, reject } = Promise.withResolvers<T | typeof TOO_SLOW>()
  const timer = setTimeout(() => resolve(TOO_SLOW), ms)
  answer.then(resolve, reject).finally(() => clearTimeout(timer))
  return promise
}
