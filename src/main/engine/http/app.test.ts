import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startHttpApp, type HttpApp, type Sent } from '../../../../test/helpers/http-app.ts'

let http: HttpApp
beforeEach(async () => {
  http = await startHttpApp()
})
afterEach(() => http.close())

describe('authentication', () => {
  it('lets a key in by either header, and by both when they agree', async () => {
    const key = await http.key('read')
    const statuses = [
      await http.send('/things', { key }),
      await http.send('/things', { headers: { authorization: `Bearer ${key}` } }),
      await http.send('/things', { key, headers: { authorization: `bearer ${key}` } }),
    ].map(({ status }) => status)
    expect(statuses).toEqual([200, 200, 200])
  })

  it('refuses two different keys', async () => {
    const [one, other] = [await http.key(), await http.key()]
    const { status, body } = await http.send('/things', {
      key: one,
      headers: { authorization: `Bearer ${other}` },
    })
    expect({ status, body }).toEqual({
      status: 401,
      body: {
        error: 'x-api-key and Authorization carry different keys',
        code: 'unauthorized',
      },
    })
  })

  it.each<[string, Sent]>([
    ['no header', {}],
    ['an empty header', { key: ' ' }],
    ['another scheme', { headers: { authorization: 'Basic YTpi' } }],
    ['a bare Bearer', { headers: { authorization: 'Bearer ' } }],
    ['a session key nobody issued', { key: 'session_AAAA' }],
    ['headers that name a principal', { headers: { principal: '{"profile":"admin"}' } }],
  ])('answers 401 in the contract’s shape to %s', async (_, sent) => {
    const { status, body, headers } = await http.send('/things', sent)
    expect({ status, body }).toEqual({
      status: 401,
      body: { error: expect.any(String), code: 'unauthorized' },
    })
    expect(headers.get('content-type')).toContain('application/json')
  })

  it('asks for a key before it says whether a path exists', async () => {
    expect((await http.send('/no-such-path')).status).toBe(401)
    expect((await http.send('/keys', { method: 'OPTIONS' })).status).toBe(401)
  })

  it('tells a typo from a key that is unknown, revoked or expired', async () => {
    const key = await http.key()
    const typo = `${key.slice(0, 20)}${key[20] === 'a' ? 'b' : 'a'}${key.slice(21)}`
    const unknown = await startHttpApp()
    const foreign = await unknown.key()
    await unknown.close()
    const brief = await http.key('read', '2026-11-24T09:01:00.000Z')
    const revoked = await http.key()
    const { body } = await http.send('/keys', {}, http.principal())
    const { id } = (body['keys'] as unknown as { id: string; prefix: string }[]).find(
      ({ prefix }) => revoked.startsWith(prefix),
    )!
    await http.send(`/keys/${id}`, { method: 'DELETE' }, http.principal())
    http.pass(60_000)
    const errors = []
    for (const each of [typo, foreign, revoked, brief])
      errors.push((await http.send('/things', { key: each })).body['error'])
    expect(errors).toEqual([
      'This is not a key of the workbench: check for a typo',
      'This key is not known in this workspace',
      `Key ${revoked.slice(0, 11)} has been revoked`,
      `Key ${brief.slice(0, 11)} expired at 2026-11-24T09:01:00.000Z`,
    ])
  })

  it('puts the principal handed in before any header', async () => {
    const { status, body } = await http.send('/things', { key: 'nonsense' }, http.principal('read'))
    expect([status, body['caller']]).toEqual([200, 'desktop'])
  })

  it('refuses what the profile of a key does not include', async () => {
    const { status, body } = await http.send('/things', {
      key: await http.key('read'),
      body: { name: 'a' },
    })
    expect({ status, code: body['code'] }).toEqual({ status: 403, code: 'forbidden' })
    expect(http.things).toEqual([])
  })

  it.each([
    ['GET', '/healthz', 200],
    ['HEAD', '/healthz', 200],
    ['GET', '/openapi.json', 200],
    ['GET', '/docs', 200],
    ['GET', '/docs/docs.js', 200],
    ['GET', '/', 302],
    ['GET', '/ui', 302],
    ['GET', '/ui/', 200],
    ['POST', '/healthz', 401],
    ['POST', '/ui/tokens', 401],
    ['GET', '/ui/../keys', 401],
    ['GET', '/ui/%2e%2e/keys', 401],
    ['GET', '//keys', 401],
    ['GET', '/UI/', 401],
    ['HEAD', '/downloads/x', 401],
  ])('%s %s without a key is %i', async (method, path, status) => {
    expect((await http.send(path, { method })).status).toBe(status)
  })
})

describe('bodies', () => {
  const refusals: [string, Sent, number, string][] = [
    ['malformed JSON', { body: '{"name":', headers: json() }, 400, 'invalid_input'],
    ['no JSON at all', { method: 'POST', headers: json() }, 400, 'invalid_input'],
    ['an array', { body: '[]', headers: json() }, 400, 'invalid_input'],
    ['another type', { body: 'name=a', headers: form() }, 415, 'unsupported_media_type'],
    ['text that is JSON', { body: '{"name":"a"}' }, 415, 'unsupported_media_type'],
    ['a type that only begins as JSON', lookalike(), 415, 'unsupported_media_type'],
    ['absurd nesting', { body: '['.repeat(100_000), headers: json() }, 400, 'invalid_input'],
    ['more than 10 MiB', { body: big(10), headers: json() }, 413, 'too_large'],
    ['more than 10 MiB in pieces', { body: stream(big(10)), headers: json() }, 413, 'too_large'],
  ]
  it.each(refusals)('refuses %s', async (_, sent, status, code) => {
    const init = sent.body instanceof ReadableStream ? { duplex: 'half' } : {}
    const answer = await http.app.request(
      '/things',
      { method: 'POST', headers: sent.headers, body: sent.body, ...init } as RequestInit,
      { principal: http.principal() },
    )
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({
      status,
      body: { error: expect.any(String), code },
    })
    expect(http.things).toEqual([])
    expect(http.logged).toEqual([])
  })

  it('names every unknown and every wrong field', async () => {
    const body = { name: 'a', size: 0, colour: 'red' }
    const answer = await http.send('/things', { body }, http.principal())
    expect(answer.status).toBe(400)
    expect(answer.body['details']).toEqual([
      { path: 'size', message: expect.stringContaining('>=1') },
      { path: '', message: expect.stringContaining('colour') },
    ])
  })

  it('takes files of up to 50 MiB where files go', async () => {
    const headers = { 'content-type': 'text/csv' }
    const send = (body: string) =>
      http.send('/personas/import', { body, headers }, http.principal())
    expect((await send(big(11))).body).toEqual({ length: big(11).length })
    expect((await send(big(50))).status).toBe(413)
  })

  it('does not mind the type of a body that is not there', async () => {
    const headers = { 'content-type': 'text/html' }
    expect((await http.send('/things', { headers }, http.principal())).status).toBe(200)
  })
})

describe('answers', () => {
  it('carry an id, forbid storing and framing, and allow no other origin', async () => {
    const { headers } = await http.send('/things', {}, http.principal())
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy': expect.stringMatching(
        /default-src 'self'.*frame-ancestors 'none'/,
      ),
    })
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  it('hide a bug, which is logged once with the request’s id', async () => {
    const { status, body, headers } = await http.send(
      '/things',
      { body: { name: 'bug' } },
      http.principal(),
    )
    expect({ status, body }).toEqual({
      status: 500,
      body: { error: 'Something went wrong in the workbench', code: 'internal' },
    })
    expect(http.logged).toEqual([new Error('a bug with a secret in it')])
    expect(http.requests.at(-1)).toMatchObject({
      requestId: headers.get('x-request-id'),
      status: 500,
    })
  })

  it('log nothing as a bug when the client has left', async () => {
    const request = new Request('http://localhost/things', {
      method: 'POST',
      headers: json(),
      body: '{"name":"bug"}',
      signal: AbortSignal.abort(),
    })
    await http.app.fetch(request, { principal: http.principal() })
    expect(http.logged).toEqual([])
  })

  it('say that a path or a method is unknown', async () => {
    const { status, body } = await http.send('/nope', { method: 'PUT' }, http.principal())
    expect({ status, body }).toEqual({
      status: 404,
      body: { error: 'No route PUT /nope', code: 'not_found' },
    })
  })

  it('log requests without queries, keys or tickets', async () => {
    const key = await http.key()
    await http.send('/things?q=private', { key })
    await http.send('/downloads/ticket')
    expect(http.requests.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['GET', '/things', 200],
      ['GET', '/downloads/…', 404],
    ])
    expect(JSON.stringify(http.requests)).not.toContain(key)
  })
})

function json() {
  return { 'content-type': 'application/json; charset=utf-8' }
}
function form() {
  return { 'content-type': 'application/x-www-form-urlencoded' }
}
function lookalike(): Sent {
  return { body: '{"name":"a"}', headers: { 'content-type': 'application/jsonp' } }
}
function big(mebibytes: number): string {
  return 'x'.repeat(mebibytes * 1024 * 1024 + 1)
}
function stream(text: string): ReadableStream<Uint8Array> {
  return new Blob([text]).stream()
}
