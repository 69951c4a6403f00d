import { expect, it } from 'vitest'
import { endThreads, startThread } from './thread.ts'

const module = new URL('../studies/match-pattern.ts', import.meta.url).href

it('ends all threads there are, also those that have only been started', async () => {
  const loaded = startThread(module, 'match-pattern')
  await new Promise((resolve) => loaded.once('online', resolve))
  const started = startThread(module, 'match-pattern')
  expect([loaded, started].map(({ threadId }) => threadId > 0)).toEqual([true, true])
  await endThreads()
  expect([loaded, started].map(({ threadId }) => threadId)).toEqual([-1, -1])
  await endThreads()
})
