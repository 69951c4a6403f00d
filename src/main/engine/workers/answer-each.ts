import { parentPort } from 'node:worker_threads'

export type Asked<Input> = { readonly id: number; readonly input: Input }
export type Answered<Output> =
  | { readonly id: number; readonly output: Output }
  | { readonly id: number; readonly progress: unknown }
  | { readonly id: number; readonly error: { message: string; stack?: string | undefined } }

/** Called by the file of a work thread: computes an answer to every message, one after the other. */
export function answerEach<Input, Output, Progress = never>(
  compute: (input: Input, report: (progress: Progress) => void) => Promise<Output>,
): void {
  if (!parentPort) throw new Error('This file runs in a worker thread only')
  const port = parentPort
  let last: Promise<void> = Promise.resolve()
  port.on('message', ({ id, input }: Asked<Input>) => {
    last = last.then(async () => {
      try {
        const report = (progress: Progress) =>
          port.postMessage({ id, progress } satisfies Answered<Output>)
        port.postMessage({ id, output: await compute(input, report) } satisfies Answered<Output>)
      } catch (error) {
        const { message, stack } = error instanceof Error ? error : new Error(String(error))
        port.postMessage({ id, error: { message, stack } } satisfies Answered<Output>)
      }
    })
  })
}
