import { parentPort } from 'node:worker_threads'
import { END } from './thread.ts'
import { packError, type ThreadError } from './thread-error.ts'
import { createTurns } from './turns.ts'

export type Asked<Input> =
  { readonly id: number; readonly input: Input } | { readonly id: number; readonly cancelled: true }
export type Answered<Output> =
  | { readonly id: number; readonly output: Output }
  | { readonly id: number; readonly progress: unknown }
  | { readonly id: number; readonly error: ThreadError }

type Asking<Progress> = {
  readonly report: (progress: Progress) => void
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal
}

type EachOptions = {
  /** Whether the next one is begun while one waits for another thread; else one after the other. */
  readonly atOnce?: boolean
  /** Ends what keeps this thread alive besides its messages, as a thread of its own does. */
  readonly onEnd?: () => Promise<void>
}

/** Called by the file of a work thread: computes an answer to every message, until it is to end. */
export function answerEach<Input, Output, Progress = never>(
  compute: (input: Input, asking: Asking<Progress>) => Promise<Output>,
  { atOnce = false, onEnd }: EachOptions = {},
): void {
  if (!parentPort) throw new Error('This file runs in a worker thread only')
  const port = parentPort
  const inHand = new Map<number, AbortController>()
  const takeTurn = createTurns()

  async function answer(id: number, input: Input, signal: AbortSignal): Promise<void> {
    try {
      signal.throwIfAborted()
      const report = (progress: Progress) =>
        port.postMessage({ id, progress } satisfies Answered<Output>)
      const output = await compute(input, { report, signal })
      port.postMessage({ id, output } satisfies Answered<Output>)
    } catch (error) {
      port.postMessage({ id, error: packError(error) } satisfies Answered<Output>)
    } finally {
      inHand.delete(id)
    }
  }

  async function end(): Promise<void> {
    for (const cancelling of inHand.values()) cancelling.abort()
    await onEnd?.()
    port.close()
  }

  port.on('message', (asked: Asked<Input> | typeof END) => {
    if (asked === END) return void end()
    if ('cancelled' in asked) return inHand.get(asked.id)?.abort()
    const { id, input } = asked
    const cancelling = new AbortController()
    inHand.set(id, cancelling)
    const begin = () => answer(id, input, cancelling.signal)
    void (atOnce ? begin() : takeTurn(begin))
  })
}
