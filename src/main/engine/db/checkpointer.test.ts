import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startCheckpointer } from './checkpointer.ts'
import { openDatabase, type OpenDatabase } from './open.ts'

let folder: string
let open: OpenDatabase
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'checkpoint-'))
  open = await openDatabase(join(folder, 'workspace.db'))
})
afterEach(async () => {
  await open.close()
  await rm(folder, { recursive: true, force: true })
})

type Progress = { log: number; checkpointed: number }

function progress(): Progress {
  return (open.sqlite.pragma('wal_checkpoint(noop)') as [Progress])[0]
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !isTrue(); i++) await sleep(25)
}

it('moves a long log into the database without the writer', async () => {
  const checkpointer = startCheckpointer(open.sqlite, () => {})
  open.sqlite.exec('create table blob (bytes blob)')
  open.sqlite.prepare('insert into blob values (zeroblob(8000000))').run()
  const written = progress()

  await until(() => progress().checkpointed === progress().log)
  const later = progress()
  await checkpointer.stop()

  expect(written.log).toBeGreaterThan(1_900)
  expect(written.checkpointed).toBeLessThan(written.log)
  expect(later.checkpointed).toBe(later.log)
})

it('leaves the work to the writer when its thread cannot be had', async () => {
  const said: string[] = []
  const { sqlite } = open
  const missing = {
    name: join(folder, 'no', 'such.db'),
    memory: false,
    open: true,
    pragma: (source: string) => sqlite.pragma(source),
  }
  startCheckpointer(missing, (message) => said.push(message))

  await until(() => said.length > 0)

  expect(said).toEqual([expect.stringContaining('since the thread for it ended')])
  expect(open.sqlite.pragma('wal_autocheckpoint', { simple: true })).toBe(1_000)
})
