import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestEngine, runSmallStudy, type TestEngine } from '../helpers/test-engine.ts'

// A workspace on disk: exports are read and written by threads of their own.
let folder: string
let engine: TestEngine
let runId: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'export-thread-'))
  engine = await openTestEngine({}, { workspaceDir: join(folder, 'ws'), vectorIndex: 'exact' })
  runId = (await runSmallStudy(engine, { people: 40, design: { replicates: 6 } })).id
}, 120_000)
afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true })
})

async function exported(format: string, id = runId): Promise<Response> {
  const request = new Request(`http://localhost/runs/${id}/export?format=${format}`)
  return engine.app.fetch(request, { principal: engine.principal('cli') })
}

it('comes in pieces that make the whole', async () => {
  const body = (await exported('csv')).body!
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  expect(pieces).toHaveLength(3)
  const rows: Record<string, string>[] = parse(Buffer.concat(pieces), { columns: true })
  expect(new Set(rows.map(({ taskId }) => taskId)).size).toBe(240)
})

it.each([
  ['pdf', '%PDF-1.7'],
  ['xlsx', 'PK'],
  ['sav', '$FL2'],
  ['parquet', 'PAR1'],
  ['r', '# Small'],
])('is whole where it is written at once: %s', async (format, begin) => {
  const bytes = Buffer.from(await (await exported(format)).arrayBuffer())
  expect(bytes.toString('latin1').startsWith(begin)).toBe(true)
})

it('can be given up halfway, and is not found where there is no run', async () => {
  const reader = (await exported('jsonl')).body!.getReader()
  expect((await reader.read()).done).toBe(false)
  await reader.cancel()
  expect((await exported('csv')).status).toBe(200)
  const other = await exported('csv', '00000000-0000-4000-8000-000000000000')
  expect(other.status).toBe(404)
  expect(await other.json()).toMatchObject({ code: 'not_found' })
})

it('is broken off when the workspace is closed, which waits for its thread', async () => {
  const reader = (await exported('csv')).body!.getReader()
  expect((await reader.read()).done).toBe(false)
  const begun = exported('pdf')
  await engine.close()
  const rest = async () => {
    while (!(await reader.read()).done);
  }
  await expect(rest()).rejects.toThrow('ended')
  // Neither waits for a thread that will not answer.
  await begun
  expect((await exported('csv')).status).toBe(500)
})
