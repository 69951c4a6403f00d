import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Run, RunProgress } from '../../src/shared/contract/runs.ts'
import { createOpenAiChat } from '../../src/main/engine/models/openai-chat.ts'
import { memorySecrets } from '../helpers/memory-secrets.ts'
import {
  ended,
  line,
  open,
  page,
  refuse,
  said,
  startMisbehaving,
  startTlsOnPlainPort,
  stream,
  usage,
  type MisbehavingServer,
  type Misdeed,
} from '../helpers/misbehaving-server.ts'
import {
  launchSmallStudy,
  openTestEngine,
  waitForRun,
  type TestEngine,
} from '../helpers/test-engine.ts'

const BUDGET = 0.9
/** EUR for a million tokens: awkward on purpose. */
const PRICE = { inputPerMillion: 0.333333, outputPerMillion: 1.7, currency: 'EUR' }

type Scene = { server: MisbehavingServer; engine: TestEngine; launched: Run }

async function withServer<T>(
  starting: Promise<MisbehavingServer>,
  use: (scene: Scene) => Promise<T>,
  { people = 1, baseUrl = (url: string) => url } = {},
): Promise<T> {
  const server = await starting
  const endpoint = { baseUrl: baseUrl(server.baseUrl), model: 'served', stallSeconds: 1.5 }
  const model = createOpenAiChat(endpoint, { secrets: memorySecrets(), now: Date.now })
  const engine = await openTestEngine({ served: model })
  try {
    await engine.call('PUT', '/models/pricing', { model: 'served', pricing: PRICE })
    const design = { model: 'served', maxConcurrency: 1, budgetMoney: BUDGET }
    const launched = await launchSmallStudy(engine, { people, design })
    return await use({ server, engine, launched })
  } finally {
    await engine.close()
    await server.stop()
  }
}

const first = (misdeed: Misdeed) => startMisbehaving((call) => (call === 0 ? misdeed : undefined))
const always = (misdeed: Misdeed) => startMisbehaving(() => misdeed)

/** Nothing is set aside any more, and the money is that of whole tokens. */
function expectSoundMoney({ spending, tokensIn, tokensOut }: Run): void {
  const all = [tokensIn, tokensOut, spending.lostIn, spending.lostOut]
  for (const count of all) expect(Number.isSafeInteger(count) && count >= 0).toBe(true)
  expect(spending).toMatchObject({ heldIn: 0, heldOut: 0 })
  const micro =
    BigInt(tokensIn + spending.lostIn) * 333_333n +
    BigInt(tokensOut + spending.lostOut) * 1_700_000n
  const rounded = (micro + 999_999n) / 1_000_000n
  expect(Math.round(spending.money!.amount * 1e6)).toBe(Number(rounded))
  expect(spending.money!.amount).toBeLessThanOrEqual(BUDGET)
}

async function errorsOf({ engine, launched }: Scene): Promise<RunProgress['errors']> {
  const request = new Request(`http://localhost/runs/${launched.id}/events`)
  const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
  const reader = answer.body!.getReader()
  let text = ''
  while (!text.includes('\n\n')) text += new TextDecoder().decode((await reader.read()).value)
  await reader.cancel()
  return (JSON.parse(/data: (.*)/.exec(text)![1]!) as RunProgress).errors
}

const fine = [ended(), usage(20, 5)]
const inHalf = (last: (response: Parameters<Misdeed>[0]) => void): Misdeed => {
  return (response) => {
    open(response)
    response.write(line(said('Ans')))
    setTimeout(() => last(response), 10)
  }
}
const html = '<html><body><h1>502 Bad Gateway</h1></body></html>'
const inADay = () => new Date(Date.now() + 1_500).toUTCString()

describe.concurrent('once, and then an orderly answer:', () => {
  it.each<[string, Misdeed]>([
    ['hangs', () => undefined],
    ['stops in the middle without closing', inHalf(() => undefined)],
    ['closes the socket in the middle', inHalf((response) => response.destroy())],
    ['resets the connection at once', (response) => void response.socket!.resetAndDestroy()],
    ['sends wrong JSON', inHalf((response) => response.end('data: {"choices": [{"del\n\n'))],
    ['sends JSON of another shape', stream({ foo: 1 }, { choices: 'none' }, { choices: [null] })],
    ['sends an HTML page as a success', page('text/html', html)],
    ['sends an HTML page as an error', refuse(502, { body: html })],
    ['asks to wait, in seconds', refuse(429, { headers: { 'retry-after': '1' } })],
    [
      'asks to wait, until a date',
      (r, q) => refuse(429, { headers: { 'retry-after': inADay() } })(r, q),
    ],
    ['asks to wait, nonsensically', refuse(429, { headers: { 'retry-after': 'soon, I hope' } })],
    ['asks to wait a negative time', refuse(503, { headers: { 'retry-after': '-7' } })],
    ['times out by itself', refuse(408)],
    ['fails with 500', refuse(500)],
    ['fails with 503', refuse(503)],
    ['fails with 504', refuse(504)],
    ['is overloaded', refuse(529)],
    ['answers nothing', stream(said(''), ...fine)],
    ['answers with blanks', stream(said('  \n'), ...fine)],
    [
      'has broken gzip',
      page('text/event-stream', Buffer.from('no gzip'), { 'content-encoding': 'gzip' }),
    ],
    ['fails inside of the stream', stream(said('Ans'), { error: { message: 'out of memory' } })],
    ['sends text that is no text', stream(said({ deep: ['x'] }), said(42), ...fine)],
    [
      'never stops',
      async (response) => {
        open(response)
        while (!response.destroyed) {
          response.write(line(said('and so on '.repeat(1000))))
          await sleep(1)
        }
      },
    ],
    [
      'thinks without end',
      async (response) => {
        open(response)
        const thought = { choices: [{ index: 0, delta: { reasoning_content: 'hm' } }] }
        while (!response.destroyed) {
          response.write(line(thought).repeat(2000))
          await sleep(1)
        }
      },
    ],
    ['sends a huge body', stream(said('x'.repeat(5_000_000)), ...fine)],
  ])('%s', async (_, misdeed) => {
    await withServer(first(misdeed), async ({ server, engine, launched }) => {
      const run = await waitForRun(engine, launched.id)
      expect(run).toMatchObject({ status: 'succeeded', tasks: { succeeded: 1, failed: 0 } })
      expect(server.calls()).toBe(2)
      expectSoundMoney(run)
    })
  })
})

describe.concurrent('answers all the same, once paid:', () => {
  it.each<[string, Misdeed, Partial<Run>]>([
    [
      'drips slowly',
      async (response) => {
        open(response)
        for (const letter of 'Answer: Agree') {
          response.write(line(said(letter)))
          await sleep(100)
        }
        for (const chunk of fine) response.write(line(chunk))
        response.end('data: [DONE]\n\n')
      },
      { tokensIn: 20, tokensOut: 5 },
    ],
    [
      'does not close after it has finished',
      (response) => {
        open(response)
        for (const chunk of [said('Answer: Agree'), ...fine]) response.write(line(chunk))
      },
      { tokensIn: 20, tokensOut: 5 },
    ],
    ['sends no usage', stream(said('Answer: Agree'), ended()), { tokensOut: 4 }],
    [
      'sends negative usage',
      stream(said('Answer: Agree'), ended(), usage(-20, -5)),
      { tokensOut: 4 },
    ],
    [
      'sends enormous usage',
      stream(said('Answer: Agree'), ended(), usage(1e15, 9e18)),
      { tokensOut: 4 },
    ],
    [
      'sends broken usage',
      stream(said('Answer: Agree'), ended(), usage('11', 4.5)),
      { tokensOut: 4 },
    ],
    [
      'sends usage of nothing',
      stream(said('Answer: Agree'), ended(), usage(0, 0)),
      { tokensOut: 4 },
    ],
    [
      'sends several choices',
      stream(
        { choices: [{ index: 1, delta: { content: 'Answer: Disagree' } }] },
        said('Answer: Agree'),
        { choices: [{ index: 1, delta: {}, finish_reason: 'stop' }] },
        ...fine,
      ),
      { tokensOut: 5 },
    ],
    [
      'says that it is another model',
      stream(said('Answer: Agree', { model: 'other-9' }), ...fine),
      { tokensOut: 5 },
    ],
  ])('%s', async (name, misdeed, expected) => {
    await withServer(always(misdeed), async ({ server, engine, launched }) => {
      const run = await waitForRun(engine, launched.id)
      expect(run).toMatchObject({ status: 'succeeded', ...expected })
      expect(run.tokensIn).toBeGreaterThanOrEqual(20)
      expect(server.calls()).toBe(1)
      expectSoundMoney(run)
      const { tasks } = await engine.call<{ tasks: { id: string }[] }>(
        'GET',
        `/runs/${run.id}/tasks`,
      )
      const { results } = await engine.call<{ results: { value: unknown }[] }>(
        'GET',
        `/tasks/${tasks[0]!.id}/results`,
      )
      expect(results).toMatchObject([{ status: 'valid', value: 4 }])
      const { turns } = await engine.call<{ turns: { modelName: string; response: string }[] }>(
        'GET',
        `/tasks/${tasks[0]!.id}/turns`,
      )
      const modelName = name.includes('another model') ? 'other-9' : 'fake-1'
      expect(turns).toMatchObject([{ modelName, response: 'Answer: Agree' }])
    })
  })
})

const tooLong = {
  error: {
    message:
      "This model's maximum context length is 4096 tokens, and max_tokens asks for more. Please reduce the length of the messages.",
    code: 'context_length_exceeded',
    param: 'messages',
  },
}

describe.concurrent('is refused, without asking again, in words that say what to do:', () => {
  it.each<[string, Misdeed, RegExp]>([
    [
      'redirects elsewhere',
      refuse(302, { headers: { location: 'http://localhost:1/' } }),
      /check the address/,
    ],
    ['redirects for good', refuse(308, { headers: { location: '/v2' } }), /check the address/],
    ['has no such page', refuse(404, { body: html }), /status 404/],
    ['refuses the key', refuse(401), /refused the key/],
    ['cannot take so much', refuse(400, { body: tooLong }), /maximum context length is 4096/],
    [
      'withholds the answer',
      stream(said('I'), ended('content_filter'), usage(20, 1)),
      /content filter/,
    ],
  ])('%s', async (_, misdeed, words) => {
    await withServer(always(misdeed), async (scene) => {
      const run = await waitForRun(scene.engine, scene.launched.id)
      expect(run).toMatchObject({ status: 'failed', tasks: { succeeded: 0, failed: 1 } })
      expect(scene.server.calls()).toBe(1)
      expectSoundMoney(run)
      const [cause, ...others] = await errorsOf(scene)
      expect(others).toEqual([])
      expect(cause!.message).toMatch(words)
      expect(cause).toMatchObject({ count: 1, retrying: 0 })
      expect(cause!.action).not.toBe('report')
    })
  })
})

describe.concurrent('goes on being wrong', () => {
  it.each<[string, () => Promise<MisbehavingServer>, (url: string) => string, RegExp]>([
    ['with TLS on a plain port', startTlsOnPlainPort, (url) => url, /cannot be reached|broke off/],
    [
      'with plain text on a TLS port',
      () => startMisbehaving(() => undefined),
      (url) => url.replace('http:', 'https:'),
      /cannot be reached/,
    ],
    [
      'with a web page',
      () => always(page('text/html', html)),
      (url) => url,
      /a web page.*check the address/,
    ],
  ])(
    '%s: is given up after five attempts',
    async (_, start, baseUrl, words) => {
      await withServer(
        start(),
        async (scene) => {
          const run = await waitForRun(scene.engine, scene.launched.id)
          expect(run).toMatchObject({ status: 'failed', tasks: { failed: 1 } })
          expectSoundMoney(run)
          const [cause] = await errorsOf(scene)
          expect(cause).toMatchObject({ code: 'model_failed', count: 1, action: 'check_model' })
          expect(cause!.message).toMatch(words)
        },
        { baseUrl },
      )
    },
    40_000,
  )
})

it('with the key refused in the middle of a run: what was answered stays, the rest can be retried', async () => {
  let isRevoked = true
  const start = startMisbehaving((call) => (call >= 3 && isRevoked ? refuse(401) : undefined))
  await withServer(
    start,
    async (scene) => {
      const { engine, launched, server } = scene
      const stopped = await waitForRun(engine, launched.id)
      expect(stopped.tasks).toMatchObject({ succeeded: 3, failed: 5 })
      const errors = await errorsOf(scene)
      expect(errors).toMatchObject([{ count: 5, action: 'check_model' }])
      expectSoundMoney(stopped)
      const before = server.calls()
      isRevoked = false
      await engine.call('POST', `/runs/${launched.id}/retry-failed`)
      const run = await waitForRun(engine, launched.id, ({ tasks }) => tasks.succeeded === 8)
      expect(server.calls()).toBe(before + 5)
      expectSoundMoney(run)
    },
    { people: 8 },
  )
})

it.each(['3000000', '1e300', 'Fri, 31 Dec 9999 23:59:59 GMT'])(
  'asked to wait for %s: waits without spinning, says until when, and can be cancelled',
  async (header) => {
    const start = always(refuse(429, { headers: { 'retry-after': header } }))
    await withServer(start, async ({ server, engine, launched }) => {
      await waitForRun(engine, launched.id, () => server.calls() > 0)
      await sleep(300)
      expect(server.calls()).toBe(1)
      const { run } = await engine.call<{ run: Run }>('GET', `/runs/${launched.id}`)
      expect(run.status).toBe('running')
      await engine.call('POST', `/runs/${launched.id}/cancel`)
      const ended = await waitForRun(engine, launched.id)
      expect(ended.status).toBe('cancelled')
      expectSoundMoney(ended)
    })
  },
)
