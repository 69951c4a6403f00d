import { workerData } from 'node:worker_threads'
import { setTimeout } from 'node:timers/promises'
import { EngineError } from '../../src/main/engine/errors.ts'
import { answerEach } from '../../src/main/engine/workers/answer-each.ts'

/** Does what it is told, for tests of threads. */
export type Order = {
  readonly do: 'count' | 'refuse' | 'stumble' | 'crash' | 'sleep' | 'wait' | 'given-up'
}

let counted = 0
let givenUp = 0

answerEach<Order, number>(
  async (order, { signal }) => {
    switch (order.do) {
      case 'count':
        return ++counted
      case 'refuse':
        throw new EngineError('conflict', 'Not now', {
          details: [{ path: 'when', message: 'must be later' }],
          retryAfterSeconds: 7,
        })
      case 'stumble':
        throw new TypeError('A bug')
      case 'crash':
        process.nextTick(() => {
          throw new Error('Out of order')
        })
        return new Promise<number>(() => {})
      case 'sleep':
        return setTimeout(50, 0)
      case 'wait':
        return new Promise<number>((_, reject) =>
          signal.addEventListener('abort', () => {
            givenUp += 1
            reject(signal.reason as Error)
          }),
        )
      case 'given-up':
        return givenUp
    }
  },
  { atOnce: workerData === 'at once' },
)
