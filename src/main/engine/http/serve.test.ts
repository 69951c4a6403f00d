import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect, createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startHttpApp, type HttpApp } from '../../../../test/helpers/http-app.ts'
import { DEFAULT_PORT, serve, type RunningServer } from './serve.ts'

let http: HttpApp
let server: RunningServer
let key: string
beforeEach(async () => {
  http = await startHttpApp()
  server = await serve(http.app, 0, { headersMs: 300, bodyMs: 600 })
  key = await http.key()
})
afterEach(async () => {
  await server.close()
  await http.close()
})

type Raw = { status: number; headers: IncomingHttpHeaders; text: string }

/** As sent: fetch would not let a test forge these headers. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body = '') {
  return new Promise<Raw>((resolve, reject) => {
    const sent = httpRequest(
      {
        host: '127.0.0.1',
        port: server.port,
        path,
        method,
        headers: { 'x-api-key': key, ...headers },
      },
      (answer) => {
        let text = ''
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
        answer.on('end', () =>
          resolve({ status: answer.statusCode!, headers: answer.headers, text }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Bytes as they are; resolves with all that came back when the server closes. */
function talk(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let got = ''
    const socket = connect(server.port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => (got += chunk.toString()))
    socket.on('close', () => resolve(got))
    socket.on('error', reject)
  })
}

describe('who may ask', () => {
  it.each([
    ['127.0.0.1', true],
    ['localhost', true],
    ['LOCALHOST', true],
    ['[::1]', true],
    ['evil.example', false],
    ['127.0.0.1.evil.example', false],
    ['localhost.evil.example', false],
    ['127.0.0.2', false],
    ['0.0.0.0', false],
    ['127.1', false],
  ])('a request to %s with the port: %s', async (name, isAllowed) => {
    const { status } = await ask('/things', { host: `${name}:${server.port}` })
    expect(status).toBe(isAllowed ? 200 : 403)
  })

  it.each(['127.0.0.1', '127.0.0.1:1', 'localhost:80'])(
    'not a request to %j, whose port is wrong or missing',
    async (host) => {
      const { status, text } = await ask('/things', { host })
      expect([400, 403]).toContain(status)
      expect(JSON.parse(text)).toMatchObject({ error: expect.any(String) })
    },
  )

  it('nobody from outside the page: other origins are refused even with a key', async () => {
    const refused = []
    for (const origin of [
      'https://evil.example',
      'null',
      `http://127.0.0.1:${server.port + 1}`,
      `https://127.0.0.1:${server.port}`,
      `http://localhost:${server.port}`,
      'app://workbench',
    ])
      refused.push((await ask('/things', { origin })).status)
    expect(refused).toEqual(refused.map(() => 403))
    expect((await ask('/things', { origin: server.url })).status).toBe(200)
  })

  it.each([
    ['none', 200],
    ['same-origin', 200],
    ['same-site', 403],
    ['cross-site', 403],
    ['nonsense', 403],
  ])('Sec-Fetch-Site: %s is %i', async (site, status) => {
    expect((await ask('/things', { 'sec-fetch-site': site })).status).toBe(status)
  })

  const navigation = {
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
  }
  it.each([
    ['/ui/', 200],
    ['/ui/personas', 200],
    ['/', 302],
    ['/things', 403],
    ['/docs', 403],
    ['/uix', 403],
    ['/downloads/x', 403],
  ])('a link on another site to %s gets %i', async (path, status) => {
    expect((await ask(path, navigation)).status).toBe(status)
  })

  it('no form and no frame on another site', async () => {
    expect((await ask('/ui/', navigation, 'POST')).status).toBe(403)
    expect((await ask('/ui/', { ...navigation, 'sec-fetch-dest': 'iframe' })).status).toBe(403)
    expect((await ask('/ui/', { ...navigation, 'sec-fetch-mode': 'no-cors' })).status).toBe(403)
  })

  it('nobody without a key, and no header claims a principal', async () => {
    const { status } = await ask('/things', { 'x-api-key': '', principal: '{}', bindings: '{}' })
    expect(status).toBe(401)
  })
})

describe('what is no proper request', () => {
  it('is answered in the contract’s shape and let go', async () => {
    const answers = [
      await talk('nonsense\r\n\r\n'),
      await talk('GET /things HTTP/1.1\r\n\r\n'),
      await talk('GET /things HTTP/1.0\r\n\r\n'),
      await talk(`GET /things HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`),
      await talk(`GET /things HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n`),
    ]
    expect(answers.map((text) => text.split('\r\n')[0]!.slice(9, 12))).toEqual([
      '400',
      '400',
      '400',
      '431',
      '400',
    ])
  })

  it('times out: headers that never end, bodies that never come', async () => {
    const started = Date.now()
    const stalled = await Promise.all([
      talk('GET /things HTTP/1.1\r\nHost:'),
      talk(
        `POST /things HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nx-api-key: ${key}\r\n` +
          'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
      ),
    ])
    expect(Date.now() - started).toBeLessThan(5000)
    expect(stalled[0]).toContain('408')
    expect(http.things).toEqual([])
  })

  it('is too large: refused before it is read', async () => {
    const text = await talk(
      `POST /things HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nx-api-key: ${key}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${11 * 1024 * 1024}\r\nConnection: close\r\n\r\n{`,
    )
    expect(text).toContain('413')
    expect(text).toContain('too_large')
  })
})

describe('the port', () => {
  it('is refused when it was asked for and is taken', async () => {
    await expect(serve(http.app, server.port)).rejects.toMatchObject({
      code: 'conflict',
      message: `Port ${server.port} is taken by another program`,
    })
  })

  it('is the next free one when none was asked for', async () => {
    // Whoever has 4770 on this machine, us or another program.
    const holder = createServer()
    await new Promise<void>((resolve) => {
      holder.once('error', () => resolve())
      holder.listen(DEFAULT_PORT, '127.0.0.1', resolve)
    })
    const next = await serve(http.app)
    expect(next.port).toBeGreaterThan(DEFAULT_PORT)
    await next.close()
    holder.close()
  })

  it('listens on the loopback address only', async () => {
    expect(server.url).toBe(`http://127.0.0.1:${server.port}`)
    await expect(
      new Promise((resolve, reject) => {
        connect(server.port, '::1', () => resolve('open')).once('error', reject)
      }),
    ).rejects.toThrow()
  })

  it('lets a call in hand finish when it closes', async () => {
    http.gate.shut()
    const slow = ask('/things/slow')
    await new Promise((resolve) => setTimeout(resolve, 50))
    const closing = server.close()
    http.gate.open()
    expect((await slow).status).toBe(200)
    await closing
  })

  it('does not wait for ever for one that never ends', async () => {
    http.gate.shut()
    const slow = ask('/things/slow').catch((error: Error) => error)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await server.close()
    expect(await slow).toBeInstanceOf(Error)
    http.gate.open()
  })
})
