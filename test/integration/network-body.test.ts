import { request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serve, type RunningServer } from '../../src/main/engine/http/serve.ts'
import { openTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
let server: RunningServer
let key: string

beforeAll(async () => {
  engine = await openTestEngine()
  key = (await engine.call<{ key: string }>('POST', '/keys', { profile: 'admin' })).key
  server = await serve(engine.app, 0)
})
afterAll(async () => {
  await server.close()
  await engine.close()
})

/** A request as a script sends it, its body in the chunks given. */
function send(method: string, path: string, chunks: readonly string[] = []) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const headers = {
      'x-api-key': key,
      ...(chunks.length > 0
        ? { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
        : {}),
    }
    const call = request(server.url + path, { method, headers }, (answer) => {
      let body = ''
      answer.on('data', (data: Buffer) => (body += data.toString()))
      answer.once('end', () => resolve({ status: answer.statusCode!, body }))
    })
    call.once('error', reject)
    for (const chunk of chunks) call.write(chunk)
    call.end()
  })
}

it('takes a body in chunks, and calls without one', async () => {
  const created = await send('POST', '/skills', [
    '{"name": "Small", "objective": "Test",',
    '"questions": [{"id": "q", "type": "open", "text": "Well?"}]}',
  ])
  expect(created.status).toBe(201)
  const { id } = (JSON.parse(created.body) as { skill: { id: string } }).skill
  expect((await send('DELETE', `/skills/${id}`)).status).toBe(200)
  expect((await send('GET', `/skills/${id}`)).status).toBe(404)
  expect((await send('POST', `/skills/${id}/restore`)).status).toBe(200)
})

it('refuses a chunked body that grows past the limit', async () => {
  const chunk = ' '.repeat(1024 * 1024)
  const answer = await send(
    'POST',
    '/skills',
    Array.from({ length: 11 }, () => chunk),
  ).catch((error: NodeJS.ErrnoException) => ({ status: 0, body: String(error.code) }))
  // The server may close the socket while the client is still writing.
  expect([413, 0]).toContain(answer.status)
})
