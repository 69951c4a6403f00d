import { expect, it } from 'vitest'
import { hashingEmbedding } from '../domain/text/hashing-embedding.ts'
import { createOfflineEmbedding } from './offline-embedding.ts'

const model = createOfflineEmbedding()

it('gives one vector per text, in order', async () => {
  const texts = ['apple pie', 'zebra', 'apple pie']
  expect(await model.embed(texts)).toEqual(texts.map(hashingEmbedding))
  expect(await model.embed([])).toEqual([])
})

it('lets other work pass while it embeds many texts', async () => {
  let turns = 0
  const timer = setInterval(() => (turns += 1), 1)
  await model.embed(Array.from({ length: 3000 }, (_, i) => `memory ${i} of a summer by the sea`))
  clearInterval(timer)
  expect(turns).toBeGreaterThan(1)
})

it('stops when it is told to', async () => {
  await expect(model.embed(['a'], AbortSignal.abort())).rejects.toMatchObject({
    name: 'AbortError',
  })
})
