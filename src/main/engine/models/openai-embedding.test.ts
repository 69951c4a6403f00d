import { afterEach, beforeEach, expect, it } from 'vitest'
import { startFakeOpenAi } from '../../../../test/helpers/fake-openai-server.ts'
import { memorySecrets } from '../../../../test/helpers/memory-secrets.ts'
import { createOpenAiEmbedding, discoverDimensions } from './openai-embedding.ts'

const deps = { secrets: memorySecrets(), now: () => 0 }
let server: Awaited<ReturnType<typeof startFakeOpenAi>>
beforeEach(async () => {
  server = await startFakeOpenAi()
})
afterEach(() => server.stop())

const aModel = (overrides: { dimensions?: number; stallSeconds?: number } = {}) =>
  createOpenAiEmbedding({ baseUrl: server.baseUrl, model: 'e', dimensions: 3, ...overrides }, deps)

it('gives unit vectors in the order of the texts, over several requests', async () => {
  server.behave({
    kind: 'vectors',
    vectors: (texts) => texts.map((text) => [Number(text) + 1, 0, Number(text)]),
  })
  const texts = Array.from({ length: 300 }, (_, i) => String(i))
  const vectors = await aModel().embed(texts)
  expect(server.seen.map(({ body }) => (body['input'] as string[]).length)).toEqual([128, 128, 44])
  for (const [i, vector] of vectors.entries()) {
    const length = Math.hypot(i + 1, i)
    expect(vector).toEqual(Float32Array.of((i + 1) / length, 0, i / length))
  }
})

it('names model, host and dimensions, since vectors of others cannot be compared', () => {
  expect(aModel().id).toBe(`e@${new URL(server.baseUrl).host}:3`)
})

it('finds out how long the vectors of a model are', async () => {
  server.behave({ kind: 'vectors', vectors: () => [[1, 2, 3, 4, 5]] })
  expect(await discoverDimensions({ baseUrl: server.baseUrl, model: 'e' }, deps)).toBe(5)
})

it.each([
  { name: 'too few vectors', vectors: () => [[1, 2, 3]], message: /1 vectors for 2 texts/ },
  {
    name: 'other dimensions',
    vectors: () => [
      [1, 2],
      [1, 2],
    ],
    message: /not one of 3 numbers/,
  },
  {
    name: 'a vector of zeros',
    vectors: () => [
      [0, 0, 0],
      [0, 0, 0],
    ],
    message: /length 0/,
  },
])('reports $name as a failure', async ({ vectors, message }) => {
  server.behave({ kind: 'vectors', vectors })
  await expect(aModel().embed(['a', 'b'])).rejects.toMatchObject({
    code: 'model_failed',
    message: expect.stringMatching(message),
  })
})

it.each([
  { status: 429, code: 'rate_limited' },
  { status: 500, code: 'model_failed' },
])('reports status $status as $code', async ({ status, code }) => {
  server.behave({ kind: 'status', status })
  await expect(aModel().embed(['a'])).rejects.toMatchObject({ code })
})

it('reports silence as a timeout', async () => {
  server.behave({ kind: 'silence' })
  const waiting = aModel({ stallSeconds: 0.1 }).embed(['a'])
  await expect(waiting).rejects.toMatchObject({ code: 'model_timeout' })
})

it('stops when it is told to', async () => {
  server.behave({ kind: 'silence' })
  const waiting = aModel().embed(['a'], AbortSignal.timeout(50))
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
})
