import type { Answered, Asked } from './answer-each.ts'
import { endThread, startThread } from './thread.ts'
import { unpackError } from './thread-error.ts'

/** A thread that answers many messages of one kind; ended by whoever started it. */
export type WorkThread<Input, Output, Progress = never> = {
  /**
   * Rejects when the computation throws, the thread ends or nobody waits for the answer any more.
   *
   * @param onProgress  told how far the computation is, where it tells
   * @param signal      aborted when the answer is not wanted any more
   */
  ask(input: Input, asking?: Asking<Progress>): Promise<Output>
  /** It crashed or was ended, and answers nothing more. */
  hasEnded(): boolean
  /** Gives up what it has in hand as soon as that notices; waits until the thread is gone. */
  end(): Promise<void>
  /** Breaks off whatever it computes. Only for a thread that loads no native module: `endThread`. */
  terminate(): Promise<void>
}

type Asking<Progress> = {
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}
type Asker<Output, Progress> = PromiseWithResolvers<Output> & Pick<Asking<Progress>, 'onProgress'>

/**
 * Starts a thread whose file answers with `answerEach` of `answer-each.ts`.
 *
 * @param module  the caller's `import.meta.url`; a worker lies beside the file that starts it
 * @param name    its file name without `.worker` and extension
 * @param data    what the file finds as `workerData`
 */
export function startWorkThread<Input, Output, Progress = never>(
  module: string,
  name: string,
  data?: unknown,
): WorkThread<Input, Output, Progress> {
  const worker = startThread(module, name, { workerData: data })
  const waiting = new Map<number, Asker<Output, Progress>>()
  let asked = 0
  let ended: Error | undefined

  worker.on('message', (answer: Answered<Output>) => {
    const asker = waiting.get(answer.id)
    if ('progress' in answer) return asker?.onProgress?.(answer.progress as Progress)
    waiting.delete(answer.id)
    if ('output' in answer) asker?.resolve(answer.output)
    else asker?.reject(unpackError(answer.error))
  })
  const fail = (error: Error) => {
    ended ??= error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.once('error', fail)
  worker.once('exit', () => fail(new Error(`The thread ${name} ended`)))

  return {
    ask(input, { onProgress, signal } = {}) {
      if (ended) return Promise.reject(ended)
      if (signal?.aborted) return Promise.reject(signal.reason)
      const id = ++asked
      const asker = { ...Promise.withResolvers<Output>(), onProgress }
      const cancel = () => {
        waiting.delete(id)
        worker.postMessage({ id, cancelled: true } satisfies Asked<Input>)
        asker.reject(signal!.reason)
      }
      waiting.set(id, asker)
      signal?.addEventListener('abort', cancel, { once: true })
      worker.postMessage({ id, input } satisfies Asked<Input>)
      return asker.promise.finally(() => signal?.removeEventListener('abort', cancel))
    },
    hasEnded: () => ended !== undefined,
    end() {
      ended ??= new Error(`The thread ${name} was ended`)
      return endThread(worker)
    },
    async terminate() {
      await worker.terminate()
    },
  }
}
