import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startHttpApp, type HttpApp } from '../../../../test/helpers/http-app.ts'

let http: HttpApp
beforeEach(async () => {
  http = await startHttpApp()
})
afterEach(() => http.close())

describe('the page', () => {
  it('is what every path under /ui/ answers that is no file', async () => {
    for (const path of ['/ui/', '/ui/personas/42', '/ui/%E0%A4%A', '/ui/%00', '/ui/..%2f..%2fx']) {
      const { status, text, headers } = await http.send(path)
      expect([path, status, text]).toEqual([path, 200, '<!doctype html><title>Workbench</title>'])
      expect(headers.get('content-type')).toContain('text/html')
      expect(headers.get('cache-control')).toBe('no-cache')
    }
  })

  it.each([
    ['/ui/assets/main-4f2a.js', 'text/javascript', 'public, max-age=31536000, immutable'],
    ['/ui/icon.svg', 'image/svg+xml', 'no-cache'],
  ])('serves %s as %s', async (path, type, cache) => {
    const { headers } = await http.send(path)
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([
      expect.stringContaining(type),
      cache,
    ])
  })

  it('never takes the page for an asset that is missing', async () => {
    expect((await http.send('/ui/assets/gone-1234.js')).status).toBe(404)
  })

  it.each(['/ui/..%2f..%2fetc%2fpasswd', '/ui/assets/..%2f..%2f..%2f..%2fetc%2fpasswd'])(
    'leaves its folder for nobody: %s',
    async (path) => {
      expect((await http.send(path)).text).not.toContain('root:')
    },
  )

  it('is not served where there is none', async () => {
    const bare = await startHttpApp({ rendererDir: undefined })
    expect((await bare.send('/ui/', {}, bare.principal())).status).toBe(404)
    expect((await bare.send('/')).headers.get('location')).toBe('/docs')
    const tokens = await bare.send('/ui/tokens', { method: 'POST' }, bare.principal())
    expect(tokens.body['error']).toContain('--ui')
    await bare.close()
  })
})

describe('the page’s key', () => {
  const swap = (token: string) => http.send('/ui/session', { body: { token } })
  const issue = () => http.sessionKeys.issueToken({ ...http.principal(), kind: 'ui' })

  it('comes for a token, once', async () => {
    const token = issue()
    const { body } = await swap(token)
    expect((await http.send('/things', { key: body['key']! })).body['caller']).toBe('ui')
    expect(await swap(token)).toMatchObject({ status: 401, body: { code: 'unauthorized' } })
  })

  it('does not come after a minute', async () => {
    const token = issue()
    http.pass(60_001)
    expect((await swap(token)).status).toBe(401)
  })

  it('outlives its token', async () => {
    const { body } = await swap(issue())
    http.pass(30 * 24 * 3_600_000)
    expect((await http.send('/things', { key: body['key']! })).status).toBe(200)
  })

  it('has 256 bits, and no two are alike', async () => {
    const tokens = Array.from({ length: 100 }, issue)
    expect(new Set(tokens).size).toBe(100)
    expect(Buffer.from(tokens[0]!, 'base64url')).toHaveLength(32)
  })

  it('is only for those who may do everything', async () => {
    const send = (profile: 'research' | 'admin') =>
      http.send('/ui/tokens', { method: 'POST' }, http.principal(profile))
    expect((await send('research')).status).toBe(403)
    const { body } = await send('admin')
    expect((await swap(body['token']!)).status).toBe(200)
  })
})

describe('a download', () => {
  const ticket = async (path: string, profile: 'read' | 'admin' = 'admin') => {
    const answer = await http.send('/downloads', { body: { path } }, http.principal(profile))
    return answer.body['url'] as unknown as string
  }

  it('is the answer of its path, as a file, once, without a key', async () => {
    const url = await ticket('/things/report')
    const { status, text, headers } = await http.send(url)
    expect({ status, text }).toEqual({ status: 200, text: '<p>report</p>' })
    expect(headers.get('content-disposition')).toBe('attachment; filename="report.html"')
    expect((await http.send(url)).status).toBe(404)
  })

  it('keeps the name its path gives it', async () => {
    const { headers } = await http.send(await ticket('/usage/events/export?format=csv'))
    expect(headers.get('content-disposition')).toBe('attachment; filename="usage-events.csv"')
  })

  it('is gone after a minute', async () => {
    const url = await ticket('/things')
    http.pass(60_001)
    expect((await http.send(url)).status).toBe(404)
  })

  it('gives no more than its owner may have', async () => {
    expect((await http.send(await ticket('/keys', 'read'))).status).toBe(403)
  })

  it('is not spent by asking for its head', async () => {
    const url = await ticket('/things')
    await http.send(url, { method: 'HEAD' })
    expect((await http.send(url)).status).toBe(200)
  })

  it.each(['https://example.org/x', 'things', ''])('of %j is refused', async (path) => {
    expect((await http.send('/downloads', { body: { path } }, http.principal())).status).toBe(400)
  })

  it('of an address on another host stays in this application', async () => {
    const { status, body } = await http.send(await ticket('//example.org/things'))
    expect([status, body['error']]).toEqual([404, 'No route GET //example.org/things'])
  })
})
