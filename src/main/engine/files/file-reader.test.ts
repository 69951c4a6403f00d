import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { makePdf } from '../../../../test/helpers/make-pdf.ts'
import type { WorkerLimits } from '../workers/run-worker.ts'
import { createFileReader } from './file-reader.ts'
import { readBody } from './read-body.ts'

const MIB = 1024 * 1024
const roomy: WorkerLimits = { timeoutMs: 30_000, heapBytes: 512 * MIB, processBytes: 1024 * MIB }
const life = { firstName: 'Maya', birthMs: Date.UTC(1984, 4, 3), nowMs: Date.UTC(2026, 10, 24) }

async function work(name: string, content: string | Uint8Array) {
  const form = new FormData()
  form.append('file', new File([content as Uint8Array<ArrayBuffer>], name))
  const request = new Request('http://localhost', { method: 'POST', body: form })
  const contentType = request.headers.get('content-type')!
  return { ...(await readBody(request)), contentType, life }
}

it('reads a file that came in many pieces as it was sent', async () => {
  const text = Array.from({ length: 90_000 }, (_, i) => `In 2004 I moved to house ${i}.\n\n`).join(
    '',
  )
  const read = await createFileReader(roomy)(await work('a.txt', text))
  expect(read).toMatchObject({ sizeBytes: text.length, memories: 1000, kind: 'text' })
})

it('ends the reading of a PDF that unfolds without end, by what it takes', async () => {
  // A thousand times smaller than what it unfolds to, twice.
  const bomb = deflateSync(deflateSync(Buffer.alloc(700 * MIB, 32), { level: 9 }), { level: 9 })
  expect(bomb.length).toBeLessThan(MIB / 10)
  const pdf = makePdf([[]], {
    contents: [{ data: bomb, filter: '[/FlateDecode /FlateDecode]' }],
  })
  const read = createFileReader({ ...roomy, processBytes: 300 * MIB })
  await expect(read(await work('a.pdf', pdf))).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringContaining('too much memory'),
  })
})

it('ends a reading that takes too long, and goes on with the next file', async () => {
  const read = createFileReader({ ...roomy, timeoutMs: 150 })
  const slow = await work('a.txt', 'In 2004 I moved to Lyon.\n\n'.repeat(400_000))
  await expect(read(slow)).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringContaining('longer than 0.15 s'),
  })
  const next = createFileReader(roomy)
  const file = await next(await work('b.txt', 'In 2004 I moved.'))
  expect(file.memories).toBe(1)
})

it('stops when whoever asked has left', async () => {
  const leave = new AbortController()
  const read = createFileReader(roomy)(
    await work('a.txt', 'In 2004 I moved.\n\n'.repeat(400_000)),
    leave.signal,
  )
  leave.abort()
  await expect(read).rejects.toMatchObject({ name: 'AbortError' })
})
