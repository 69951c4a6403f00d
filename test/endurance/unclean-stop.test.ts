import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { EntryId } from '../../src/shared/contract/ids.ts'
import type { ReconcileJob } from '../../src/shared/contract/reconcile.ts'
import type { EmbeddingModel } from '../../src/main/engine/models/embedding-model.ts'
import { createFakeChatModel } from '../helpers/fake-chat-model.ts'
import { indexedRows, operate, tableFolder, tablesIn } from '../helpers/index-surgery.ts'
import { seed } from '../helpers/rest.ts'
import { anEntry } from '../helpers/seeded-persona.ts'
import { openTestEngine, type TestEngine } from '../helpers/test-engine.ts'
import { slowly, wordEmbedding } from '../helpers/word-embedding.ts'

let workspaceDir: string
let engine: TestEngine | undefined
let logged: string[]
const index = () => join(workspaceDir, 'vectors')

beforeEach(async () => {
  workspaceDir = await mkdtemp(join(tmpdir(), 'unclean-'))
  logged = []
})
afterEach(async () => {
  await engine?.close()
  await rm(workspaceDir, { recursive: true, force: true })
})

const log = {
  info: (_: object, message: string) => void logged.push(message),
  warn() {},
  error() {},
}
const open = async () => (engine = await openTestEngine({}, { workspaceDir, log }))
const openWith = async (embedding: EmbeddingModel) => {
  const chat = createFakeChatModel()
  const models = { get: () => chat, list: () => [{ name: 'fake', rehearsal: true }], embedding }
  engine = await openTestEngine({}, { workspaceDir, log, models })
  return engine
}

/** A workspace that was closed properly, with a persona of so many memories. */
async function aWorkspace(memories: number): Promise<string> {
  const { call, close } = await open()
  const { persona } = await call<{ persona: { id: string } }>('POST', '/personas', {
    seed: seed('Maya'),
  })
  const entries = Array.from({ length: memories }, (_, i) =>
    anEntry({ facts: i === 7 ? 'A heron stood in the canal.' : `Walk ${i}.` }),
  )
  await call('POST', `/personas/${persona.id}/timeline`, { entries })
  await expect.poll(() => indexedRows(index())).toHaveLength(count())
  await close()
  engine = undefined
  return persona.id
}

const sqlite = <T>(work: (db: SqliteDatabase.Database) => T): T => {
  const db = new SqliteDatabase(join(workspaceDir, 'workspace.db'), { timeout: 5000 })
  const result = work(db)
  db.close()
  return result
}
const count = () =>
  sqlite((db) => db.prepare('select count(*) from timeline_entry').pluck().get() as number)
const stopUncleanly = () =>
  sqlite((db) => db.prepare(`update setting set value = '1' where name = 'openSince'`).run())

const jobs = async () =>
  (await engine!.call<{ jobs: ReconcileJob[] }>('GET', '/timeline/reconcile')).jobs
const lastJob = async (): Promise<ReconcileJob> => {
  await expect.poll(async () => (await jobs())[0]?.status, { timeout: 15_000 }).toBe('succeeded')
  return (await jobs())[0]!
}

async function runUntilKilled(program: string, ...args: string[]): Promise<void> {
  const path = fileURLToPath(new URL(`../helpers/${program}`, import.meta.url))
  const child = spawn(process.execPath, [path, workspaceDir, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
}

it('looks for nothing after a proper stop', async () => {
  await aWorkspace(3)
  await open()
  expect(await jobs()).toEqual([])
})

it('recalls a memory at once that was committed before a kill and never indexed', async () => {
  const maya = await aWorkspace(30)
  await runUntilKilled('commit-until-killed-child.ts', maya, 'The zeppelin over Lyon')
  const before = (await indexedRows(index())).length
  expect(before).toBe(count() - 1)

  const { call } = await open()
  type Recalled = { recalled: { eventLabel: string }[] }
  const { recalled } = await call<Recalled>('GET', `/personas/${maya}/recall?q=zeppelin over Lyon`)
  expect(recalled[0]?.eventLabel).toBe('The zeppelin over Lyon')

  expect((await lastJob()).report).toMatchObject({
    reason: 'unclean_stop',
    entries: count(),
    missing: 0,
    ghost: 0,
  })
  expect(await indexedRows(index())).toHaveLength(count())
  expect(logged.join('\n')).toMatch(/not closed properly[\s\S]*Reconciled \d+ memories/)
})

it('finds after an unclean stop what the counts alone would not show, and repairs it', async () => {
  await aWorkspace(30)
  await operate(index(), async ({ rows, insert, remove }) => {
    const [gone, marked] = await rows()
    await remove([gone!.entryId, marked!.entryId])
    await insert([
      { ...gone!, entryId: randomUUID() as EntryId },
      { ...marked!, superseded: true },
    ])
  })
  stopUncleanly()
  await open()
  const { reason, report } = await lastJob()
  expect(reason).toBe('unclean_stop')
  expect(report).toMatchObject({ missing: 1, stale: 1, ghost: 1, repaired: 3 })
  const rows = await indexedRows(index())
  expect({ held: rows.length, superseded: rows.filter((row) => row.superseded) }).toEqual({
    held: count(),
    superseded: [],
  })
})

it('opens with a torn newest manifest, and fills the index again', async () => {
  const maya = await aWorkspace(30)
  const versions = join(await tableFolder(index()), '_versions')
  for (const file of await readdir(versions)) await truncate(join(versions, file), 7)
  stopUncleanly()
  const { call } = await open()
  type Recalled = { recalled: unknown[] }
  const found = await call<Recalled>('GET', `/personas/${maya}/recall?q=heron`)
  expect(found.recalled.length).toBeGreaterThan(0)
  expect((await lastJob()).report).toMatchObject({ reason: 'unclean_stop' })
  await expect.poll(() => indexedRows(index())).toHaveLength(count())
})

it('embeds everything by a new model in the background, then drops the old index', async () => {
  const maya = await aWorkspace(150)
  const { call } = await openWith(slowly(wordEmbedding, 5))
  // Open before it is embedded: recall goes by words.
  expect((await jobs())[0]).toMatchObject({ reason: 'embedding_model_changed' })
  expect(await tablesIn(index())).toHaveLength(2)
  type Recalled = { recalled: unknown[] }
  const found = await call<Recalled>('GET', `/personas/${maya}/recall?q=heron`)
  expect(found.recalled.length).toBeGreaterThan(0)

  const { report } = await lastJob()
  const n = count()
  expect(report).toMatchObject({ embedded: n, embeddingModel: wordEmbedding.id })
  expect(report!.otherModels).toEqual([{ model: expect.any(String), entries: n }])
  expect(await tablesIn(index())).toHaveLength(1)
  const rows = await indexedRows(index())
  expect([rows.length, rows[0]!.vector.length]).toEqual([n, wordEmbedding.dimensions])
})

it('goes on where it was killed', async () => {
  await aWorkspace(600)
  const path = fileURLToPath(new URL('../helpers/reconcile-until-killed-child.ts', import.meta.url))
  const child = spawn(process.execPath, [path, workspaceDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const chunk of child.stdout) {
    if (
      String(chunk)
        .split('\n')
        .some((done) => Number(done) >= 100)
    )
      break
  }
  child.kill('SIGKILL')
  await once(child, 'exit')
  const embeddedBefore = sqlite(
    (db) =>
      db
        .prepare('select vectors from embedding_model where name = ?')
        .pluck()
        .get(wordEmbedding.id) as number,
  )
  expect(embeddedBefore).toBeGreaterThanOrEqual(100)
  expect(embeddedBefore).toBeLessThan(count())

  let asked = 0
  await openWith({
    ...wordEmbedding,
    embed: (texts, signal) => {
      asked += texts.length
      return wordEmbedding.embed(texts, signal)
    },
  })
  const { report } = await lastJob()
  expect(await jobs()).toHaveLength(1)
  expect(asked).toBe(count() - embeddedBefore)
  expect(report).toMatchObject({ embedded: count() })
  expect(await indexedRows(index())).toHaveLength(count())
})
