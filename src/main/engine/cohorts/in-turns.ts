import { setImmediate } from 'node:timers/promises'

/** Work without a pause that others would notice, ms. */
const TURN_MS = 5

/** Finishes work that pauses here and there, with the event loop free in between. */
export async function inTurns<T>(work: Generator<void, T>): Promise<T> {
  // A turn of its own from the start: what went before it may have been long already.
  await setImmediate()
  let since = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (performance.now() - since < TURN_MS) continue
    await setImmediate()
    since = performance.now()
  }
}
