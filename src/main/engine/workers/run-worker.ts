import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'

type WorkerAnswer<Output> = { output: Output } | { error: { message: string; stack?: string } }

/**
 * Runs one computation in a worker thread and ends the thread. The worker's file listens for one
 * message and answers with `answerOnce` of `answer-once.ts`.
 *
 * @param module  the caller's `import.meta.url`; a worker lies beside the file that starts it
 * @param name    its file name without `.worker` and extension
 */
export function runWorker<Input, Output>(
  module: string,
  name: string,
  input: Input,
  signal?: AbortSignal,
): Promise<Output> {
  // Source and build differ in the extension only.
  const file = new URL(`./${name}.worker${extname(new URL(module).pathname)}`, module)
  return new Promise((resolve, reject) => {
    // Flags of the process (an inspector, --eval) are not meant for its workers.
    const worker = new Worker(file, { execArgv: [] })
    const stop = () => {
      void worker.terminate()
      reject(new DOMException('The computation was cancelled', 'AbortError'))
    }
    signal?.addEventListener('abort', stop, { once: true })
    const settle = (finish: () => void) => {
      signal?.removeEventListener('abort', stop)
      void worker.terminate()
      finish()
    }
    worker.once('message', (answer: WorkerAnswer<Output>) =>
      settle(() => {
        if ('output' in answer) return resolve(answer.output)
        const error = new Error(answer.error.message)
        if (answer.error.stack) error.stack = answer.error.stack
        reject(error)
      }),
    )
    worker.once('error', (error) => settle(() => reject(error)))
    worker.postMessage(input)
  })
}
