import type { ChatChunk } from '../../src/main/engine/models/chat-model.ts'

/** A streamed answer as a whole; `done` is undefined when the stream ended without one. */
export async function collectAnswer(stream: AsyncIterable<ChatChunk>) {
  const deltas: string[] = []
  let done: Extract<ChatChunk, { type: 'done' }> | undefined
  for await (const chunk of stream) {
    if (chunk.type === 'delta') deltas.push(chunk.text)
    else done = chunk
  }
  return { text: deltas.join(''), deltas, done }
}
