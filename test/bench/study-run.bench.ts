// Answers per second of the sample study with the built-in model, recall and storage included,
// against the bare insert of the rows it writes.
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import SqliteDatabase from 'better-sqlite3'
import { createEngine } from '../../src/main/engine/index.ts'
import type { Run } from '../../src/shared/contract/runs.ts'
import type { Study } from '../../src/shared/contract/studies.ts'
import { openDatabase } from '../../src/main/engine/db/open.ts'
import { printResults } from './bench-result.ts'

const folder = mkdtempSync(join(tmpdir(), 'bench-run-'))
const sample = (name: string) => readFile(`resources/samples/${name}`, 'utf8')

const engine = await createEngine({ workspaceDir: join(folder, 'ws'), resourcesDir: 'resources' })
const principal = engine.principal('cli')
async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const json = { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const init: RequestInit = { method, ...(body === undefined ? {} : json) }
  const answer = await engine.app.fetch(new Request(`http://localhost${path}`, init), { principal })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as T
}

const files = {
  'people.csv': await sample('people.csv'),
  'margins.csv': await sample('margins.csv'),
}
const file = await sample('parcel-lockers.yaml')
const { study } = await call<{ study: Study }>('POST', '/study-files', { file, files })

const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
const startedAt = performance.now()
let { run } = await call<{ run: Run }>('POST', `/studies/${study.id}/runs`, {})
while (run.status !== 'succeeded') {
  await new Promise((resolve) => setTimeout(resolve, 20))
  run = (await call<{ run: Run }>('GET', `/runs/${run.id}`)).run
}
const runMs = performance.now() - startedAt
delay.disable()

const evidenceStart = performance.now()
await call('GET', `/runs/${run.id}/evidence`)
const evidenceMs = performance.now() - evidenceStart
await engine.close()

const answers = 1000
const bareMs = await bareInsertMs()
rmSync(folder, { recursive: true })

printResults([
  {
    what: 'study run, answers with recall',
    value: answers / (runMs / 1000),
    unit: 'per s',
    ratio: runMs / bareMs,
  },
  { what: 'bare insert of the rows a run writes', value: answers / (bareMs / 1000), unit: 'per s' },
  { what: 'event loop delay during the run, p99', value: delay.percentile(99) / 1e6, unit: 'ms' },
  { what: 'evidence of 1,000 answers, worker start included', value: evidenceMs, unit: 'ms' },
])

/** Sessions, turns, vectors and answers again, one transaction a task, nothing computed. */
async function bareInsertMs(): Promise<number> {
  const source = new SqliteDatabase(join(folder, 'ws/workspace.db'), { readonly: true })
  const { sqlite, close } = await openDatabase(join(folder, 'bare.db'))
  sqlite.pragma('foreign_keys = OFF')
  const tasks = source.prepare('select id, session_id from task').all() as {
    id: string
    session_id: string
  }[]
  const copy = (table: string, where: string) => {
    const select = source.prepare(`select * from ${table} where ${where}`).raw()
    const width = (source.prepare(`select * from ${table} limit 1`).raw().get() as unknown[]).length
    const places = Array.from({ length: width }, () => '?').join(',')
    const insert = sqlite.prepare(`insert into ${table} values (${places})`)
    return { select, insert }
  }
  const bySession = [
    copy('session', 'id = ?'),
    copy('turn', 'session_id = ?'),
    copy('turn_embedding', 'turn_id in (select id from turn where session_id = ?)'),
  ]
  const byTask = copy('task_answer', 'task_id = ?')
  const rows = tasks.map(({ id, session_id: session }) => [
    ...bySession.map(({ select, insert }) => ({
      insert,
      rows: select.all(session) as unknown[][],
    })),
    { insert: byTask.insert, rows: byTask.select.all(id) as unknown[][] },
  ])
  const start = performance.now()
  for (const task of rows)
    sqlite.transaction(() => {
      for (const { insert, rows: values } of task) for (const row of values) insert.run(...row)
    })()
  const ms = performance.now() - start
  source.close()
  await close()
  return ms
}
