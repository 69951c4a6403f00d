import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/main/engine/db/open.ts'
import { openInterviews } from '../helpers/interview-engine.ts'
import { seed } from '../helpers/rest.ts'

const program = fileURLToPath(new URL('../helpers/interview-until-killed.ts', import.meta.url))

it('remembers every answer once after its process is killed in mid-interview, again and again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'interviews-'))
  const first = await openInterviews(folder)
  const { persona } = await first.call('/personas', { seed: seed() })
  await first.engine.close()

  for (const [round, questions] of [3, 6, 10].entries()) {
    const child = spawn(process.execPath, [program, folder, persona.id, String(round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let asked = 0
    for await (const chunk of child.stdout) {
      asked += String(chunk).split('asked').length - 1
      if (asked >= questions) break
    }
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }

  const path = join(folder, 'workspace.db')
  const read = await openDatabase(path)
  const jobs = await read.db.selectFrom('job').select('id').where('kind', '=', 'prompt').execute()
  await read.close()
  const last = await openInterviews(folder)
  for (const { id } of jobs) {
    while ((await last.call(`/personas/prompt/jobs/${id}`)).status !== 'succeeded') await sleep(10)
  }
  await last.engine.close()

  const { db, close } = await openDatabase(path)
  const turns = await db.selectFrom('turn').select(['id', 'response']).execute()
  const kept = await db.selectFrom('consolidation').select(['turn_id', 'action']).execute()
  const memories = await db
    .selectFrom('timeline_entry')
    .select('facts')
    .where('source', '=', 'conversation')
    .execute()
  await close()
  await rm(folder, { recursive: true, force: true })

  expect(jobs.length).toBeGreaterThan(3)
  expect(turns).toHaveLength(jobs.length)
  expect(kept.map(({ turn_id }) => turn_id).toSorted()).toEqual(
    turns.map(({ id }) => id).toSorted(),
  )
  expect(new Set(kept.map(({ action }) => action))).toEqual(new Set(['add']))
  expect(memories.map(({ facts }) => facts).toSorted()).toEqual(
    turns.map(({ response }) => response).toSorted(),
  )
}, 60_000)
