import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aChatRequest } from '../../../../test/helpers/chat-request.ts'
import { collectAnswer } from '../../../../test/helpers/collect-answer.ts'
import { startFakeOpenAi, type Behaviour } from '../../../../test/helpers/fake-openai-server.ts'
import { memorySecrets } from '../../../../test/helpers/memory-secrets.ts'
import { createOpenAiChat } from './openai-chat.ts'
import type { Endpoint } from './openai-endpoint.ts'

const now = () => Date.UTC(2026, 0, 1, 12, 0, 0)
const request = aChatRequest()
let server: Awaited<ReturnType<typeof startFakeOpenAi>>
let secrets: ReturnType<typeof memorySecrets>

beforeEach(async () => {
  server = await startFakeOpenAi()
  secrets = memorySecrets()
})
afterEach(() => server.stop())

function aModel(overrides: Partial<Endpoint> = {}) {
  const endpoint = { baseUrl: server.baseUrl, model: 'small', ...overrides }
  return createOpenAiChat(endpoint, { secrets, now })
}

/** The answer to one request while the server behaves like that. */
function answerTo(behaviour: Behaviour, overrides: Partial<Endpoint> = {}) {
  server.behave(behaviour)
  return collectAnswer(aModel(overrides).stream(request))
}

describe('an answer', () => {
  it('comes in pieces, with the counts of the endpoint', async () => {
    expect(await answerTo({ kind: 'answer' })).toEqual({
      text: 'Good morning to you.',
      deltas: ['Good ', 'morning ', 'to ', 'you.'],
      done: { type: 'done', modelName: 'fake-1', tokensIn: 11, tokensOut: 7 },
    })
  })

  it('is counted by its characters where the endpoint gives no counts', async () => {
    const { done } = await answerTo({ kind: 'answer', usage: false })
    expect(done).toMatchObject({ tokensIn: 7, tokensOut: 5 })
  })

  it('is asked for with seed, temperature and limit, and without anything of the context', async () => {
    await answerTo({ kind: 'answer' })
    expect(server.seen.map(({ path, body }) => ({ path, body }))).toEqual([
      {
        path: '/v1/chat/completions',
        body: {
          model: 'small',
          messages: request.messages,
          seed: 42,
          temperature: 0.3,
          max_tokens: 77,
          stream: true,
          stream_options: { include_usage: true },
        },
      },
    ])
  })

  it('is asked for without fields the endpoint refuses, and not offered them again', async () => {
    const model = aModel()
    server.behave({ kind: 'picky', refuses: ['stream_options', 'max_tokens', 'seed'] })
    expect((await collectAnswer(model.stream(request))).text).toBe('Good morning to you.')
    expect(server.seen).toHaveLength(4)
    await collectAnswer(model.stream(request))
    expect(server.seen).toHaveLength(5)
    expect(server.seen.at(-1)!.body).toEqual({
      model: 'small',
      messages: request.messages,
      temperature: 0.3,
      max_completion_tokens: 77,
      stream: true,
    })
  })
})

describe('the key', () => {
  it('is sent to the origin it was stored for', async () => {
    await secrets.set('mine', server.origin, 'sk-1')
    await answerTo({ kind: 'answer' }, { apiKeyRef: 'mine' })
    expect(server.seen[0]!.authorization).toBe('Bearer sk-1')
  })

  it('is not sent anywhere else', async () => {
    await secrets.set('mine', 'https://api.example.com', 'sk-1')
    await expect(answerTo({ kind: 'answer' }, { apiKeyRef: 'mine' })).rejects.toMatchObject({
      code: 'model_failed',
      message: expect.stringMatching(/No key is stored/),
    })
    expect(server.seen).toEqual([])
  })

  it('is not sent at all where none is set up, whatever the environment holds', async () => {
    const before = process.env['OPENAI_API_KEY']
    process.env['OPENAI_API_KEY'] = 'sk-environment'
    try {
      await answerTo({ kind: 'answer' })
    } finally {
      if (before === undefined) delete process.env['OPENAI_API_KEY']
      else process.env['OPENAI_API_KEY'] = before
    }
    expect(server.seen[0]!.authorization).toBeUndefined()
  })

  it('is not repeated in a message', async () => {
    await secrets.set('mine', server.origin, 'sk-secret-1')
    const message = 'Bad request with sk-secret-1'
    const failing = answerTo({ kind: 'status', status: 500, message }, { apiKeyRef: 'mine' })
    await expect(failing).rejects.toThrow(/^(?!.*sk-secret)/)
  })
})

describe('a failure', () => {
  it.each([
    { header: '7', seconds: 7 },
    { header: '0.5', seconds: 0.5 },
    { header: 'Thu, 01 Jan 2026 12:00:30 GMT', seconds: 30 },
    { header: 'Thu, 01 Jan 2026 11:00:00 GMT', seconds: 0 },
    { header: 'soon', seconds: undefined },
  ])('429 with Retry-After $header means waiting $seconds s', async ({ header, seconds }) => {
    const headers = { 'retry-after': header }
    await expect(answerTo({ kind: 'status', status: 429, headers })).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfterSeconds: seconds,
    })
    // Trying again belongs to the queue.
    expect(server.seen).toHaveLength(1)
  })

  it.each<{ name: string; behaviour: Behaviour; message: RegExp }>([
    { name: 'status 500', behaviour: { kind: 'status', status: 500 }, message: /status 500/ },
    { name: 'status 404', behaviour: { kind: 'status', status: 404 }, message: /status 404/ },
    { name: 'status 401', behaviour: { kind: 'status', status: 401 }, message: /refused the key/ },
    { name: 'status 403', behaviour: { kind: 'status', status: 403 }, message: /refused the key/ },
    { name: 'a cut stream', behaviour: { kind: 'cut' }, message: /broke off/ },
    { name: 'a stream that ends early', behaviour: { kind: 'early-end' }, message: /broke off/ },
    { name: 'malformed JSON', behaviour: { kind: 'malformed' }, message: /not JSON/ },
    {
      name: 'an error in the stream',
      behaviour: { kind: 'error-event' },
      message: /out of memory/,
    },
    { name: 'an empty answer', behaviour: { kind: 'answer', words: [] }, message: /nothing/ },
  ])('$name is the model failing', async ({ behaviour, message }) => {
    await expect(answerTo(behaviour)).rejects.toMatchObject({
      code: 'model_failed',
      message: expect.stringMatching(message),
    })
    expect(server.seen).toHaveLength(1)
  })

  it('a redirect is not followed', async () => {
    const headers = { location: `${server.origin}/elsewhere` }
    await expect(answerTo({ kind: 'status', status: 307, headers })).rejects.toMatchObject({
      code: 'model_failed',
      message: expect.stringMatching(/redirects elsewhere/),
    })
    expect(server.seen.map(({ path }) => path)).toEqual(['/v1/chat/completions'])
  })

  it.each<Behaviour>([{ kind: 'stall' }, { kind: 'silence' }])(
    '$kind is a timeout',
    async (behaviour) => {
      await expect(answerTo(behaviour, { stallSeconds: 0.1 })).rejects.toMatchObject({
        code: 'model_timeout',
        message: expect.stringMatching(/nothing for 0.1 s/),
      })
    },
  )

  it('is no timeout while words keep coming, or while nobody takes them', async () => {
    server.behave({ kind: 'answer', words: Array.from({ length: 8 }, () => 'a '), delayMs: 25 })
    const words: string[] = []
    for await (const chunk of aModel({ stallSeconds: 0.1 }).stream(request)) {
      if (words.length === 0) await new Promise((resolve) => setTimeout(resolve, 150))
      if (chunk.type === 'delta') words.push(chunk.text)
    }
    expect(words).toHaveLength(8)
  })

  it('no server at all is the model failing', async () => {
    await server.stop()
    const failing = collectAnswer(aModel().stream(request))
    await expect(failing).rejects.toMatchObject({
      code: 'model_failed',
      message: expect.stringMatching(/cannot be reached/),
    })
  })
})

describe('cancelling', () => {
  it('ends the request with an AbortError', async () => {
    server.behave({ kind: 'stall' })
    const controller = new AbortController()
    const listening = (async () => {
      for await (const chunk of aModel().stream(request, controller.signal)) {
        if (chunk.type === 'delta') controller.abort()
      }
    })()
    await expect(listening).rejects.toMatchObject({ name: 'AbortError' })
    await server.seen[0]!.closed
  })

  it('before the start sends nothing', async () => {
    const stopped = collectAnswer(aModel().stream(request, AbortSignal.abort()))
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' })
    expect(server.seen).toEqual([])
  })

  it('by leaving the loop ends the request, too', async () => {
    server.behave({ kind: 'stall' })
    for await (const chunk of aModel().stream(request)) if (chunk.type === 'delta') break
    await server.seen[0]!.closed
    expect(server.seen).toHaveLength(1)
  })
})

it('refuses an address it must not talk to', () => {
  expect(() => aModel({ baseUrl: 'http://169.254.169.254/v1' })).toThrow(/link-local/)
})
