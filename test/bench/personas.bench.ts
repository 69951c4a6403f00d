/**
 * Bulk creation and the list at 10,000 personas. `node test/bench/personas.bench.ts` prints a table;
 * the ratio is against inserting the same rows bare, so that it means the same on every machine.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type SqliteDatabase from 'better-sqlite3'
import { openDatabase } from '../../src/main/engine/db/open.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { createPersonas } from '../../src/main/engine/personas/create-personas.ts'
import { findPersonas, listAllPersonas } from '../../src/main/engine/personas/find-personas.ts'
import { listPersonas } from '../../src/main/engine/personas/list-personas.ts'
import { ListPersonasQuery } from '../../src/shared/contract/personas.ts'
import { ensureTenant } from '../../src/main/engine/tenancy/tenant.ts'
import { printResults } from './bench-result.ts'

const COUNT = Number(process.argv[2] ?? 10_000)
const occupations = [
  'Nurse',
  'Teacher',
  'Bus driver',
  'Retired cook',
  'Student',
  'Software engineer',
]
const cities = ['Lyon', 'Leeds', 'Porto', 'Kraków', 'Oslo', 'Turin', 'Graz']
const wanted = Array.from({ length: COUNT }, (_, i) => ({
  seed: {
    firstName: `Ana${i % 97}`,
    lastName: `Doe${i}`,
    age: 18 + (i % 70),
    location: cities[i % cities.length]!,
    baseOccupation: occupations[i % occupations.length]!,
    gender: i % 2 === 0 ? 'woman' : 'man',
  },
}))

const folder = mkdtempSync(join(tmpdir(), 'personas-bench-'))
try {
  await run()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function run(): Promise<void> {
  const { db, sqlite, close } = await openDatabase(join(folder, 'a.db'))
  const tenantId = await ensureTenant(db, 0)
  const usage = { record: () => {} }
  const limits = {
    requireRoom: async () => {},
    requireCredits: async () => {},
    settle: async () => {},
  }
  const deps = {
    db,
    usage,
    limits,
    embedding: createOfflineEmbedding(),
    now: () => Date.UTC(2026, 10, 24),
  }

  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const cpuBefore = process.cpuUsage()
  const createMs = await timed(() => createPersonas(deps, tenantId, wanted))
  delay.disable()
  const cpu = process.cpuUsage(cpuBefore)
  const bareMs = await bareInsertMs(sqlite)

  const all = await listAllPersonas(db, tenantId)
  const allMs = await median(3, () => listAllPersonas(db, tenantId))
  const ids = all.map(({ id }) => id)
  const findMs = await median(3, () => findPersonas(db, tenantId, ids))
  const pageMs = async (query: object) =>
    median(15, () => listPersonas(deps, tenantId, ListPersonasQuery.parse(query)))

  printResults([
    {
      what: `create ${COUNT} personas with memories`,
      value: (COUNT / createMs) * 1000,
      unit: 'per s',
      ratio: createMs / bareMs,
    },
    // Other work on the machine slows the clock, not this.
    { what: 'CPU per persona', value: (cpu.user + cpu.system) / 1000 / COUNT, unit: 'ms' },
    { what: 'bare insert of the same rows', value: (COUNT / bareMs) * 1000, unit: 'per s' },
    { what: 'event loop delay while creating, p99', value: delay.percentile(99) / 1e6, unit: 'ms' },
    { what: 'list page', value: await pageMs({}), unit: 'ms' },
    {
      what: 'list page of 200 by last name',
      value: await pageMs({ sort: 'lastName', limit: 200 }),
      unit: 'ms',
    },
    { what: 'search page', value: await pageMs({ q: 'ana1 lyo' }), unit: 'ms' },
    {
      what: 'filter page',
      value: await pageMs({ minAge: 30, maxAge: 40, location: 'Oslo' }),
      unit: 'ms',
    },
    { what: 'read all of them', value: allMs, unit: 'ms' },
    { what: 'find all of them by id', value: findMs, unit: 'ms' },
  ])
  await close()
}

/** The same rows with their full text and vectors, 250 to a transaction, nothing computed. */
async function bareInsertMs(source: SqliteDatabase.Database): Promise<number> {
  const { sqlite, close } = await openDatabase(join(folder, 'bare.db'))
  const tables = [
    'tenant',
    'persona',
    'timeline_entry',
    'memory_feature',
    'embedding_model',
    'embedding',
    'outbox',
  ]
  const copies = tables.map((table) => {
    const rows = source.prepare(`select * from ${table}`).raw().all() as unknown[][]
    const places = (rows[0] ?? []).map(() => '?').join(',')
    return { rows, insert: sqlite.prepare(`insert into ${table} values (${places})`) }
  })
  const texts = source
    .prepare(
      'select row, persona_id, event_label || facts || feelings || interpretation from timeline_entry',
    )
    .raw()
    .all() as unknown[][]
  copies.push({
    rows: texts,
    insert: sqlite.prepare('insert into timeline_text (rowid, persona, text) values (?, ?, ?)'),
  })
  const ms = await timed(async () => {
    for (const { rows, insert } of copies) {
      for (let i = 0; i < rows.length; i += 250) {
        sqlite.transaction(() => rows.slice(i, i + 250).forEach((row) => insert.run(...row)))()
      }
    }
  })
  await close()
  return ms
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function median(times: number, work: () => Promise<unknown>): Promise<number> {
  const all: number[] = []
  for (let i = 0; i < times; i++) all.push(await timed(work))
  return round(all.toSorted((a, b) => a - b)[Math.floor(times / 2)]!)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
