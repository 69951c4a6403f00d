import { extname } from 'node:path'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** The message that asks a thread to end; see `endThread`. */
export const END = 'end'

/** What a thread may take to finish what it has in hand, ms. */
const PATIENCE_MS = 10_000
/** What Node says of the `threadId` of one that is gone. */
const HAS_EXITED = -1

const running = new Set<Worker>()

/**
 * @param module  the caller's `import.meta.url`; a worker lies beside the file that starts it
 * @param name    its file name without `.worker` and extension
 */
export function startThread(
  module: string,
  name: string,
  options: Pick<WorkerOptions, 'resourceLimits' | 'workerData'> = {},
): Worker {
  // Source and build differ in the extension only.
  const file = new URL(`./${name}.worker${extname(new URL(module).pathname)}`, module)
  // Flags of the process (an inspector, --eval) are not meant for its workers.
  const worker = new Worker(file, { execArgv: [], ...options })
  running.add(worker)
  worker.once('exit', () => running.delete(worker))
  return worker
}

/**
 * Ends every thread of the process, for whoever is about to leave it: `process.exit` terminates
 * threads, which may not happen to one that loads a native module.
 */
export async function endThreads(): Promise<void> {
  await Promise.all([...running].map((worker) => endThread(worker)))
}

/**
 * Asks a thread to end and waits until it has. Its file listens for `END`; what it has in hand is
 * finished first. It is not terminated: a native module that is being loaded or called at that
 * moment cannot even make an error then, and ends the whole process. Only a thread that does not
 * come back is.
 */
export async function endThread(worker: Worker): Promise<void> {
  if (worker.threadId === HAS_EXITED) return
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  worker.ref()
  worker.postMessage(END)
  const timer = setTimeout(() => void worker.terminate(), PATIENCE_MS)
  await exited
  clearTimeout(timer)
}
