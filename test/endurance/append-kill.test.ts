import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/main/engine/db/open.ts'
import { discardUnfinished } from '../../src/main/engine/memory/append-in-chunks.ts'
import { insertPersona } from '../helpers/seeded-persona.ts'

const program = fileURLToPath(new URL('../helpers/append-until-killed.ts', import.meta.url))
const COUNT = 1_000

it('keeps a long append whole or not at all when its process is killed in the middle of it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'append-kill-'))
  const path = join(folder, 'workspace.db')
  const first = await openDatabase(path)
  const ada = await insertPersona(first.db)
  await first.close()

  let interrupted = 0
  for (const lifeMs of [5, 20, 35, 50, 65, 80]) {
    const args = [program, folder, ada.id, ada.tenantId, String(COUNT)]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    await sleep(lifeMs)
    child.kill('SIGKILL')
    await once(child, 'exit')

    const { db, sqlite, close } = await openDatabase(path)
    const count = (table: string) =>
      sqlite.prepare(`select count(*) from ${table}`).pluck().get() as number
    const found = count('timeline_entry')
    const begun = count('timeline_batch')
    interrupted += begun
    expect(await discardUnfinished(db)).toBe(begun)
    const { timeline_length: length } = await db
      .selectFrom('persona')
      .select('timeline_length')
      .executeTakeFirstOrThrow()
    expect({
      partly: found % COUNT,
      length,
      texts: count('timeline_text'),
      features: count('memory_feature'),
      vectors: count('embedding'),
      counted: sqlite.prepare('select vectors from embedding_model').pluck().get() ?? 0,
      waiting: count('outbox'),
    }).toEqual({
      partly: 0,
      length: found,
      texts: found,
      features: found,
      vectors: found,
      counted: found,
      waiting: found,
    })
    await close()
  }
  await rm(folder, { recursive: true, force: true })
  expect(interrupted).toBeGreaterThan(0)
}, 60_000)
