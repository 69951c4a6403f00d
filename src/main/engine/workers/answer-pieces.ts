import { parentPort } from 'node:worker_threads'
import { END } from './thread.ts'
import { packError, type ThreadError } from './thread-error.ts'

export type AnsweredPiece =
  | { readonly piece: Uint8Array<ArrayBuffer> }
  | { readonly done: true }
  | { readonly error: ThreadError }

/** Called by a worker's file: hands over one piece of a result for each message it gets, until it is to end. */
export function answerPieces(pieces: AsyncIterator<Uint8Array<ArrayBuffer>>): void {
  if (!parentPort) throw new Error('This file runs in a worker thread only')
  const port = parentPort
  port.on('message', async (asked: 'more' | typeof END) => {
    if (asked === END) return port.close()
    try {
      const { value, done } = await pieces.next()
      if (done) port.postMessage({ done: true } satisfies AnsweredPiece)
      else port.postMessage({ piece: value } satisfies AnsweredPiece, [value.buffer])
    } catch (error) {
      port.postMessage({ error: packError(error) } satisfies AnsweredPiece)
    }
  })
}
