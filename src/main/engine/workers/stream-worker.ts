import { once } from 'node:events'
import type { AnsweredPiece } from './answer-pieces.ts'
import { endThread, startThread } from './thread.ts'
import { unpackError } from './thread-error.ts'

type Pieces = AsyncGenerator<Uint8Array<ArrayBuffer>>

/**
 * Pieces that a worker thread makes, each when it is asked for. The worker's file answers with
 * `answerPieces` of `answer-pieces.ts`; its thread ends with the pieces, or when they are given up.
 *
 * @param module  the caller's `import.meta.url`; a worker lies beside the file that starts it
 * @param name    its file name without `.worker` and extension
 * @param data    what the file finds as `workerData`
 */
export async function* workerPieces(module: string, name: string, data: unknown): Pieces {
  const worker = startThread(module, name, { workerData: data })
  try {
    for (;;) {
      const answered = once(worker, 'message')
      worker.postMessage('more')
      const [answer] = (await answered) as [AnsweredPiece]
      if ('done' in answer) return
      if ('error' in answer) throw unpackError(answer.error)
      yield answer.piece
    }
  } finally {
    await endThread(worker)
  }
}

/** The pieces as a stream, once the first of them is there: what fails before is thrown here. */
export async function streamOf(pieces: Pieces): Promise<ReadableStream<Uint8Array>> {
  const first = await pieces.next()
  let begun = false
  return new ReadableStream(
    {
      async pull(controller) {
        const { value, done } = begun ? await pieces.next() : first
        begun = true
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}
