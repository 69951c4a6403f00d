import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Answered } from './answer-each.ts'

/** A thread that answers many messages of one kind; ended by whoever started it. */
export type WorkThread<Input, Output, Progress = never> = {
  /**
   * Answered in the order asked. Rejects when the computation throws or the thread ends.
   *
   * @param onProgress  told how far the computation is, where it tells
   */
  ask(input: Input, onProgress?: (progress: Progress) => void): Promise<Output>
  end(): Promise<void>
}

type Asker<Output, Progress> = PromiseWithResolvers<Output> & {
  readonly onProgress: ((progress: Progress) => void) | undefined
}

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
  // Source and build differ in the extension only.
  const file = new URL(`./${name}.worker${extname(new URL(module).pathname)}`, module)
  // Flags of the process (an inspector, --eval) are not meant for its workers.
  const worker = new Worker(file, { execArgv: [], workerData: data })
  const waiting = new Map<number, Asker<Output, Progress>>()
  let asked = 0
  let ended: Error | undefined

  worker.on('message', (answer: Answered<Output>) => {
    const asker = waiting.get(answer.id)
    if ('progress' in answer) return asker?.onProgress?.(answer.progress as Progress)
    waiting.delete(answer.id)
    if ('output' in answer) return asker?.resolve(answer.output)
    const error = new Error(answer.error.message)
    if (answer.error.stack) error.stack = answer.error.stack
    asker?.reject(error)
  })
  const fail = (error: Error) => {
    ended ??= error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.once('error', fail)
  worker.once('exit', () => fail(new Error(`The thread ${name} ended`)))

  return {
    ask(input, onProgress) {
      if (ended) return Promise.reject(ended)
      const asker = { ...Promise.withResolvers<Output>(), onProgress }
      waiting.set(++asked, asker)
      worker.postMessage({ id: asked, input })
      return asker.promise
    },
    async end() {
      await worker.terminate()
    },
  }
}
