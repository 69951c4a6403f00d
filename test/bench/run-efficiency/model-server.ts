// A process that speaks the OpenAI chat protocol on a free port of 127.0.0.1 and answers after a fixed
// time, or after times drawn from a log-normal distribution that depend on the request alone.
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const [latencyMs = '200', sigma = '0'] = process.argv.slice(2)

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.end(answer)
    }, delayOf(body))
  })
})

const chunk = (more: object) => `data: ${JSON.stringify({ model: 'fake-1', ...more })}\n\n`
const answer =
  chunk({ choices: [{ index: 0, delta: { content: 'Answer: ' }, finish_reason: null }] }) +
  chunk({ choices: [{ index: 0, delta: { content: 'Agree' }, finish_reason: 'stop' }] }) +
  chunk({
    choices: [],
    usage: { prompt_tokens: 400, completion_tokens: 7, total_tokens: 407 },
  }) +
  'data: [DONE]\n\n'

/** With the median that was asked for; equal for equal requests. */
function delayOf(body: Buffer): number {
  if (sigma === '0') return Number(latencyMs)
  const hash = createHash('sha256').update(body).digest()
  const u = (hash.readUInt32BE(0) + 0.5) / 2 ** 32
  const v = (hash.readUInt32BE(4) + 0.5) / 2 ** 32
  const z = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v)
  const ms = Number(latencyMs) * Math.exp(Number(sigma) * z)
  drawn.push(ms)
  return ms
}

const drawn: number[] = []
// The oracle knows how long each answer took.
process.on('message', () => process.send!({ drawn }))
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }))
