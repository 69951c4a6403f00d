import { endThread, startThread } from './thread.ts'
import { unpackError, type ThreadError } from './thread-error.ts'

type WorkerAnswer<Output> = { output: Output } | { error: ThreadError }

/** What a computation over somebody's file may take before it is ended. */
export type WorkerLimits = {
  readonly timeoutMs: number
  /** Of JavaScript objects; and, beyond what the process had before, of all memory. */
  readonly heapBytes: number
  readonly processBytes: number
}

/** The computation was ended for what it took. */
export class WorkerLimitError extends Error {
  override readonly name = 'WorkerLimitError'
  readonly limit: 'time' | 'memory'
  constructor(limit: 'time' | 'memory') {
    super(`The computation took too much ${limit}`)
    this.limit = limit
  }
}

const MIB = 1024 * 1024
/** Memory outside of a worker's heap is bounded by nothing but looking at it. */
const LOOK_EVERY_MS = 50

/**
 * Runs one computation in a worker thread and ends the thread. The worker's file listens for one
 * message, answers with `answerOnce` of `answer-once.ts` and loads no native module: see `endThread`.
 *
 * @param module  the caller's `import.meta.url`; a worker lies beside the file that starts it
 * @param name    its file name without `.worker` and extension
 * @throws WorkerLimitError when it took more than its limits allow
 */
export function runWorker<Input, Output>(
  module: string,
  name: string,
  input: Input,
  { signal, limits }: { signal?: AbortSignal | undefined; limits?: WorkerLimits } = {},
): Promise<Output> {
  return new Promise((resolve, reject) => {
    const worker = startThread(
      module,
      name,
      limits && { resourceLimits: { maxOldGenerationSizeMb: Math.ceil(limits.heapBytes / MIB) } },
    )
    const stopWatching = limits ? watch(limits, breakOff) : () => {}
    const cancel = () => breakOff(new DOMException('The computation was cancelled', 'AbortError'))
    signal?.addEventListener('abort', cancel, { once: true })
    function settle(finish: () => void): void {
      signal?.removeEventListener('abort', cancel)
      stopWatching()
      finish()
    }
    function breakOff(error: Error): void {
      void worker.terminate()
      settle(() => reject(error))
    }
    worker.once('message', (answer: WorkerAnswer<Output>) => {
      void endThread(worker)
      settle(() =>
        'output' in answer ? resolve(answer.output) : reject(unpackError(answer.error)),
      )
    })
    worker.once('error', (error) =>
      settle(() => reject(isOutOfMemory(error) ? new WorkerLimitError('memory') : error)),
    )
    worker.postMessage(input)
  })
}

function watch(
  { timeoutMs, processBytes }: WorkerLimits,
  end: (error: WorkerLimitError) => void,
): () => void {
  const before = process.memoryUsage.rss()
  const timer = setTimeout(() => end(new WorkerLimitError('time')), timeoutMs)
  const looking = setInterval(() => {
    if (process.memoryUsage.rss() - before > processBytes) end(new WorkerLimitError('memory'))
  }, LOOK_EVERY_MS)
  return () => {
    clearTimeout(timer)
    clearInterval(looking)
  }
}

function isOutOfMemory(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
