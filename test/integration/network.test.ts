import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect, createServer, type Server } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ErrorBody } from '../../src/shared/contract/errors.ts'
import { DEFAULT_PORT, serve, type RunningServer } from '../../src/main/engine/http/serve.ts'
import { openRest, type Rest } from '../helpers/rest.ts'

const SHELL = '<!doctype html><title>Persona Workbench</title>'

let rendererDir: string
let rest: Rest
let server: RunningServer
let key: string
beforeAll(async () => {
  rendererDir = mkdtempSync(join(tmpdir(), 'renderer-'))
  writeFileSync(join(rendererDir, 'index.html'), SHELL)
  rest = await openRest({ rendererDir })
  key = await rest.newKey('admin')
  server = await serve(rest.engine.app, 0)
})
afterAll(async () => {
  await server.close()
  await rest.close()
  rmSync(rendererDir, { recursive: true })
})

/** As sent: fetch would not let a test forge these headers. */
function ask(path: string, headers: Record<string, string>, method = 'GET') {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const options = { host: '127.0.0.1', port: server.port, path, method, headers }
    const sent = request(options, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.once('end', () => resolve({ status: answer.statusCode!, text }))
    })
    sent.once('error', reject)
    sent.end()
  })
}

async function isRefused(path: string, headers: Record<string, string>, method?: string) {
  const { status, text } = await ask(path, { 'x-api-key': key, ...headers }, method)
  if (status < 300) return false
  expect([status, ErrorBody.parse(JSON.parse(text)).code]).toEqual([403, 'forbidden'])
  return true
}

describe('a request over the network', () => {
  it('is answered under the names of this machine with the port, and no other', async () => {
    const { port } = server
    for (const host of [
      `127.0.0.1:${port}`,
      `localhost:${port}`,
      `LOCALHOST:${port}`,
      `[::1]:${port}`,
    ])
      expect([host, await isRefused('/personas', { host })]).toEqual([host, false])
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      `127.0.0.1.evil.example:${port}`,
      `127.0.0.1:${port + 1}`,
      '127.0.0.1',
      `localhost.:${port}`,
      `0.0.0.0:${port}`,
      `2130706433:${port}`,
    ])
      expect([host, await isRefused('/personas', { host })]).toEqual([host, true])
  })

  it('comes from no other origin, not even another program of this machine', async () => {
    const own = `http://127.0.0.1:${server.port}`
    expect(await isRefused('/personas', { origin: own })).toBe(false)
    for (const origin of [
      'https://evil.example',
      'null',
      `http://localhost:${server.port}`,
      `http://127.0.0.1:${server.port + 1}`,
      `https://127.0.0.1:${server.port}`,
      `${own}.evil.example`,
    ])
      expect([origin, await isRefused('/personas', { origin })]).toEqual([origin, true])
  })

  it('comes from no other site, same-site ones included', async () => {
    for (const site of ['none', 'same-origin'])
      expect(await isRefused('/personas', { 'sec-fetch-site': site })).toBe(false)
    for (const site of ['cross-site', 'same-site', 'whatever'])
      for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS'])
        expect(await isRefused('/personas', { 'sec-fetch-site': site }, method)).toBe(true)
  })

  it('that follows a link from elsewhere gets the page’s shell and nothing else', async () => {
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    }
    expect(await ask('/ui/studies/1', link)).toEqual({ status: 200, text: SHELL })
    expect((await ask('/', link)).status).toBe(302)
    for (const path of [
      '/docs',
      '/openapi.json',
      '/healthz',
      '/personas',
      '/uix',
      '/ui/../personas',
    ])
      expect([path, await isRefused(path, link)]).toEqual([path, true])
    expect(await isRefused('/ui/', { ...link, 'sec-fetch-dest': 'iframe' })).toBe(true)
    expect(await isRefused('/ui/session', link, 'POST')).toBe(true)
  })

  it('is never told that another origin may read the answer', async () => {
    const answer = await fetch(`${server.url}/personas`, { headers: { 'x-api-key': key } })
    for (const [name] of answer.headers) expect(name).not.toMatch(/^access-control-/)
  })
})

describe('the port', () => {
  it('is open on the loopback address only', async () => {
    const elsewhere = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
    // Of 127.0.0.0/8, too, it is this one address and no other.
    for (const host of ['127.0.0.2', ...(elsewhere ? [elsewhere] : [])])
      expect([host, await canConnect(host, server.port)]).toEqual([host, false])
    expect(await canConnect('127.0.0.1', server.port)).toBe(true)
  })

  it('that was asked for and is taken is an error', async () => {
    await expect(serve(rest.engine.app, server.port)).rejects.toMatchObject({
      code: 'conflict',
      message: `Port ${server.port} is taken by another program`,
    })
  })

  it('moves on to the next free one when none was asked for', async () => {
    const taken = await occupy(DEFAULT_PORT)
    const other = await serve(rest.engine.app)
    expect(other.port).toBeGreaterThan(DEFAULT_PORT)
    expect((await fetch(`${other.url}/healthz`)).status).toBe(200)
    await other.close()
    await new Promise((closed) => (taken ? taken.close(closed) : closed(undefined)))
  })
})

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 500 })
    const end = (result: boolean) => {
      socket.destroy()
      resolve(result)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}

/** Undefined where somebody else has it already: taken is taken. */
function occupy(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}
