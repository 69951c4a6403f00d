import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import type { AnsweredPiece } from './answer-pieces.ts'
import { endThread, startThread } from './thread.ts'
import { unpackError } from './thread-error.ts'

type Pieces = AsyncGenerator<Uint8Array<ArrayBuffer>>

/** Threads that make pieces, ended together by whoever closes what they read. */
export type PieceThreads = {
  /**
   * Pieces that a worker thread makes, each when it is asked for. The worker's file answers with
   * `answerPieces` of `answer-pieces.ts`; its thread ends with the pieces, or when they are given up.
   *
   * @param module  the caller's `import.meta.url`; a worker lies beside the file that starts it
   * @param name    its file name without `.worker` and extension
   * @param data    what the file finds as `workerData`
   */
  pieces(module: string, name: string, data: unknown): Pieces
  /** Breaks off what is being made, waits until the threads are gone, and starts no more. */
  end(): Promise<void>
}

export function createPieceThreads(): PieceThreads {
  const running = new Set<Worker>()
  let hasEnded = false
  return {
    async *pieces(module, name, data) {
      if (hasEnded) throw new Error(`The thread ${name} was ended`)
      const worker = startThread(module, name, { workerData: data })
      running.add(worker)
      try {
        yield* piecesOf(worker, name)
      } finally {
        await endThread(worker)
        running.delete(worker)
      }
    },
    async end() {
      hasEnded = true
      await Promise.all([...running].map((worker) => endThread(worker)))
    },
  }
}

async function* piecesOf(worker: Worker, name: string): Pieces {
  const gone = new Promise<never>((_, reject) =>
    worker.once('exit', () => reject(new Error(`The thread ${name} ended`))),
  )
  gone.catch(() => {})
  for (;;) {
    const answered = once(worker, 'message')
    worker.postMessage('more')
    const [answer] = (await Promise.race([answered, gone])) as [AnsweredPiece]
    if ('done' in answer) return
    if ('error' in answer) throw unpackError(answer.error)
    yield answer.piece
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
