import { EngineError } from '../../src/main/engine/errors.ts'
import type { ChatModel, ChatRequest } from '../../src/main/engine/models/chat-model.ts'

export type FakeChatModel = ChatModel & {
  /** What it was asked, oldest first. */
  readonly requests: ChatRequest[]
  /** Called when its stream is left before the end. */
  readonly abandoned: () => number
}

export type FakeBehaviour = {
  /** The answer to a request; default: repeats the question. */
  readonly answer?: (request: ChatRequest) => string
  /** Thrown after `failAfterWords` words. */
  readonly error?: Error
  readonly failAfterWords?: number
  /** Waits for the signal after this many words. */
  readonly stallAfterWords?: number
  readonly rehearsal?: boolean
}

/** A stand-in that streams word by word, the same for the same request. */
export function createFakeChatModel(behaviour: FakeBehaviour = {}): FakeChatModel {
  const requests: ChatRequest[] = []
  let abandoned = 0
  return {
    name: 'fake-1',
    rehearsal: behaviour.rehearsal ?? true,
    requests,
    abandoned: () => abandoned,
    async *stream(request, signal) {
      requests.push(request)
      const answer = behaviour.answer?.(request) ?? `You asked: ${request.context.userPrompt}`
      const words = answer.split(/(?<=\s)/)
      let finished = false
      try {
        for (const [i, text] of words.entries()) {
          if (behaviour.error && i === (behaviour.failAfterWords ?? 0)) throw behaviour.error
          if (i === behaviour.stallAfterWords) await untilAborted(signal)
          signal?.throwIfAborted()
          yield { type: 'delta', text }
        }
        if (behaviour.error) throw behaviour.error
        finished = true
        yield { type: 'done', modelName: 'fake-1', tokensIn: 10, tokensOut: words.length }
      } finally {
        if (!finished) abandoned += 1
      }
    },
  }
}

export const modelFailure = new EngineError('model_failed', 'The fake model fails on demand')

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (!signal) throw new Error('A stalling fake needs a signal')
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
