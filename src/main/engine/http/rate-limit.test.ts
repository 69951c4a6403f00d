import { afterEach, beforeEach, expect, it } from 'vitest'
import { startHttpApp, type HttpApp } from '../../../../test/helpers/http-app.ts'

let http: HttpApp
beforeEach(async () => {
  http = await startHttpApp()
})
afterEach(() => http.close())

async function ask(key: string, times: number) {
  const answers = []
  for (let i = 0; i < times; i++) answers.push(await http.send('/things', { key }))
  return answers
}

it('lets 30 requests through at once, then says how long to wait', async () => {
  const answers = await ask(await http.key(), 31)
  expect(answers.map(({ status }) => status)).toEqual([...Array(30).fill(200), 429])
  expect(answers[0]!.headers.get('ratelimit')).toBe('"default";r=29;t=0')
  const { headers, body } = answers[30]!
  expect(body['code']).toBe('rate_limited')
  expect({
    retryAfter: headers.get('retry-after'),
    limit: headers.get('ratelimit'),
    policy: headers.get('ratelimit-policy'),
  }).toEqual({ retryAfter: '1', limit: '"default";r=0;t=1', policy: '"default";q=30;w=15' })
})

it('gives two requests a second back, never more than the burst', async () => {
  const key = await http.key()
  await ask(key, 30)
  http.pass(1000)
  expect((await ask(key, 3)).map(({ status }) => status)).toEqual([200, 200, 429])
  http.pass(3_600_000)
  expect((await ask(key, 31)).map(({ status }) => status)).toEqual([...Array(30).fill(200), 429])
})

it('counts each key apart', async () => {
  await ask(await http.key(), 31)
  expect((await ask(await http.key(), 1))[0]!.status).toBe(200)
})

it('does not count the interface, the desktop or the command line', async () => {
  const token = http.sessionKeys.issueToken({ ...http.principal(), kind: 'ui' })
  const { body } = await http.send('/ui/session', { body: { token } })
  const answers = await ask(body['key']!, 40)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
})

it('still holds when the clock is put back', async () => {
  const key = await http.key()
  await ask(key, 30)
  http.pass(-3_600_000)
  expect((await ask(key, 1))[0]!.status).toBe(429)
  http.pass(1000)
  expect((await ask(key, 1))[0]!.status).toBe(200)
})
