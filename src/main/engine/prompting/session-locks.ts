/** Lets one at a time into each session: two prompts to one session answer one after the other. */
export type SessionLocks = {
  /** Waits its turn. @returns what lets the next one in */
  enter(sessionId: string, signal?: AbortSignal): Promise<() => void>
}

export function createSessionLocks(): SessionLocks {
  const tails = new Map<string, Promise<void>>()

  return {
    async enter(sessionId, signal) {
      const { promise: left, resolve: leave } = Promise.withResolvers<void>()
      const before = tails.get(sessionId) ?? Promise.resolve()
      const tail = before.then(() => left)
      tails.set(sessionId, tail)
      void tail.then(() => {
        if (tails.get(sessionId) === tail) tails.delete(sessionId)
      })
      try {
        await untilAborted(before, signal)
      } catch (error) {
        leave()
        throw error
      }
      return leave
    },
  }
}

async function untilAborted(promise: Promise<void>, signal?: AbortSignal): Promise<void> {
  if (!signal) return promise
  signal.throwIfAborted()
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const onAbort = () => reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
