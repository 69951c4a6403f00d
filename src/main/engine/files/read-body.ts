import { EngineError } from '../errors.ts'

const PART_BYTES = 1024 * 1024

export type ReadBody = { readonly parts: SharedArrayBuffer[]; readonly sizeBytes: number }

/**
 * A request's body in memory that another thread can read, piece by piece as it arrives: no step of
 * it is long. How large it may be has been seen to before.
 */
export async function readBody(request: Request): Promise<ReadBody> {
  const parts: SharedArrayBuffer[] = []
  let sizeBytes = 0
  for await (const chunk of piecesOf(request)) {
    for (let at = 0; at < chunk.length;) {
      const used = sizeBytes % PART_BYTES
      if (used === 0) parts.push(new SharedArrayBuffer(PART_BYTES))
      const piece = chunk.subarray(at, at + PART_BYTES - used)
      new Uint8Array(parts.at(-1)!).set(piece, used)
      at += piece.length
      sizeBytes += piece.length
    }
  }
  return { parts, sizeBytes }
}

async function* piecesOf({ body }: Request): AsyncGenerator<Uint8Array> {
  if (body === null) throw new EngineError('invalid_input', 'The body is empty: it takes a form')
  yield* body as AsyncIterable<Uint8Array>
}
