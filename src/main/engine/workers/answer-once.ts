import { parentPort } from 'node:worker_threads'
import { packError } from './thread-error.ts'

/** Called by a worker's file: computes one answer from one message. */
export function answerOnce<Input, Output>(
  compute: (input: Input) => Output | Promise<Output>,
): void {
  if (!parentPort) throw new Error('This file runs in a worker thread only')
  const port = parentPort
  port.once('message', async (input: Input) => {
    try {
      port.postMessage({ output: await compute(input) })
    } catch (error) {
      port.postMessage({ error: packError(error) })
    }
  })
}
