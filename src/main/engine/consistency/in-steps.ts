import { setImmediate } from 'node:timers/promises'

/** Work between two turns of the event loop, ms. */
const SLICE_MS = 4

/** Runs a generator to its end, letting others run every few milliseconds. */
export async function inSteps<Y, R>(
  steps: Generator<Y, R, void>,
  onStep: (yielded: Y) => void = () => {},
  signal?: AbortSignal,
): Promise<R> {
  let sliceStart = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    onStep(step.value)
    if (performance.now() - sliceStart < SLICE_MS) continue
    await setImmediate()
    signal?.throwIfAborted()
    sliceStart = performance.now()
  }
}
