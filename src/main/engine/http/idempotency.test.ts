import { afterEach, beforeEach, expect, it } from 'vitest'
import { startHttpApp, type HttpApp, type Sent } from '../../../../test/helpers/http-app.ts'

const DAY_MS = 24 * 3_600_000

let http: HttpApp
beforeEach(async () => {
  http = await startHttpApp()
})
afterEach(() => http.close())

function post(name: string, key = 'k1', path = '/things', more: Sent = {}) {
  return http.send(
    path,
    { body: { name }, headers: { 'idempotency-key': key }, ...more },
    http.principal(),
  )
}

it('answers a repetition as the first time, without doing it again', async () => {
  const first = await post('a')
  const again = await post('a')
  expect([first, again].map(({ status, body }) => ({ status, body }))).toEqual([
    { status: 201, body: { made: 1 } },
    { status: 201, body: { made: 1 } },
  ])
  expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([
    null,
    'true',
  ])
  expect(http.things).toEqual(['a'])
})

it('refuses another request with a key that was used', async () => {
  await post('a')
  expect(await post('b')).toMatchObject({ status: 409, body: { code: 'conflict' } })
  expect(await post('a', 'k1', '/things?x=1')).toMatchObject({ status: 409 })
  expect(http.things).toEqual(['a'])
})

it('lets duplicates that come together wait for the first', async () => {
  http.gate.shut()
  const sent = Array.from({ length: 5 }, () => post('a'))
  await new Promise((resolve) => setTimeout(resolve, 20))
  http.gate.open()
  const answers = await Promise.all(sent)
  expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
    Array.from({ length: 5 }, () => ({ status: 201, body: { made: 1 } })),
  )
  expect(http.things).toEqual(['a'])
})

it('refuses another body while the first is under way', async () => {
  http.gate.shut()
  const first = post('a')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect((await post('b')).status).toBe(409)
  http.gate.open()
  expect((await first).status).toBe(201)
})

it('keeps no failure: the key can be tried again', async () => {
  const headers = { 'idempotency-key': 'k1' }
  const bad = await http.send('/things', { body: { size: 1 }, headers }, http.principal())
  expect([bad.status, (await post('bug')).status, (await post('a')).status]).toEqual([
    400, 500, 201,
  ])
})

it('lets one of the waiting try when the first fails', async () => {
  http.gate.shut()
  const sent = [post('bug'), post('bug')]
  await new Promise((resolve) => setTimeout(resolve, 20))
  http.gate.open()
  expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([500, 500])
  expect(http.logged).toHaveLength(2)
})

it('keeps no stream', async () => {
  await post('a', 'k1', '/things/stream')
  await post('a', 'k1', '/things/stream')
  expect(http.things).toEqual(['streamed', 'streamed'])
})

it('replays no answer to a key that may do less', async () => {
  await post('a')
  const answer = await http.send(
    '/things',
    { body: { name: 'a' }, headers: { 'idempotency-key': 'k1' } },
    http.principal('read'),
  )
  expect(answer.status).toBe(409)
})

it('leaves a file readable, and tells files apart by their bytes', async () => {
  const send = (body: Uint8Array<ArrayBuffer>) =>
    http.send(
      '/personas/import',
      { body, method: 'POST', headers: { 'idempotency-key': 'k1', 'content-type': 'text/csv' } },
      http.principal(),
    )
  expect((await send(new Uint8Array([97, 98, 99]))).body).toEqual({ length: 3 })
  // Both are replacement characters once decoded.
  expect((await send(new Uint8Array([97, 98, 0xff]))).status).toBe(409)
})

it('stores no API key in the clear, and still answers a repetition with it', async () => {
  const create = () =>
    http.send(
      '/keys',
      { body: { profile: 'read' }, headers: { 'idempotency-key': 'k1' } },
      http.principal(),
    )
  const [first, again] = [await create(), await create()]
  expect(again.body).toEqual(first.body)
  const stored = await http.db.selectFrom('idempotency').selectAll().execute()
  expect(JSON.stringify(stored)).not.toContain(first.body['key'])
  expect(await http.db.selectFrom('api_key').selectAll().execute()).toHaveLength(1)
})

it('forgets a key after a week', async () => {
  await post('a')
  http.pass(7 * DAY_MS + 1)
  expect((await post('b')).body).toEqual({ made: 2 })
  await post('c', 'k2')
  expect(await http.db.selectFrom('idempotency').select('key').execute()).toHaveLength(2)
})

it('refuses a key of more than 200 characters', async () => {
  expect((await post('a', 'k'.repeat(201))).status).toBe(400)
})
