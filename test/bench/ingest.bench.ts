import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { appendTimeline } from '../../src/main/engine/memory/timeline.ts'
import { printResults } from './bench-result.ts'
import {
  fill,
  insertPeople,
  openBenchWorkspace,
  preparePool,
  sizeOfFolder,
  type BenchWorkspace,
} from './workspace/bench-workspace.ts'
import { memoryText } from './workspace/memory-text.ts'

/*
 * Memories per second into SQLite, full text and LanceDB: with everything computed beforehand, and as
 * posts of 1,000 entries that are embedded on the way. Then what a memory takes on disk.
 */
const PEOPLE = 100
const BULK = 100_000
const POSTS = 20
const PER_POST = 1_000

async function bench(): Promise<void> {
  const workspace = await openBenchWorkspace()
  const people = await insertPeople(workspace, PEOPLE)
  const pool = await preparePool(workspace)
  const bareMs = bareInsertMs(workspace)

  const bulkMs = await timed(async () => {
    const each = people.map((owner) => ({ owner, count: BULK / PEOPLE }))
    await fill(workspace, pool, each, PER_POST)
    await workspace.vectors.flush()
  })
  const bytes = await bytesPerMemory(workspace)

  const deps = {
    ...workspace,
    now: () => Date.now(),
    limits: { requireRoom: async () => {} },
    usage: { record: () => {} },
  }
  const posts = Array.from({ length: POSTS }, (_, post) =>
    Array.from({ length: PER_POST }, (_, i) => memoryText(post * PER_POST + i)),
  )
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const postMs = await timed(async () => {
    for (const [i, entries] of posts.entries()) await appendTimeline(deps, people[i]!, entries)
    await workspace.vectors.flush()
  })
  delay.disable()

  const rate = (count: number, ms: number) => (count / ms) * 1_000
  printResults([
    {
      what: 'memories into SQLite, full text and LanceDB',
      value: rate(BULK, bulkMs),
      unit: 'per s',
      ratio: bulkMs / BULK / (bareMs / pool.length),
    },
    {
      what: 'the same embedded, in posts of 1,000',
      value: rate(POSTS * PER_POST, postMs),
      unit: 'per s',
      ratio: postMs / (POSTS * PER_POST) / (bareMs / pool.length),
    },
    { what: 'bare insert of rows with the text', value: rate(pool.length, bareMs), unit: 'per s' },
    { what: 'event loop delay during posts, p99', value: delay.percentile(99) / 1e6, unit: 'ms' },
    { what: 'event loop delay during posts, most', value: delay.max / 1e6, unit: 'ms' },
    { what: 'text of a memory', value: bytes.text, unit: 'bytes' },
    { what: 'SQLite beyond the text, per memory', value: bytes.sqlite, unit: 'bytes' },
    { what: 'LanceDB, per memory', value: bytes.lance, unit: 'bytes' },
    { what: 'disk beyond the text, per memory', value: bytes.sqlite + bytes.lance, unit: 'bytes' },
  ])
  await workspace.close()
}

/** The entries' columns alone into a table without any index, 200 to a transaction. */
function bareInsertMs({ sqlite }: BenchWorkspace): number {
  sqlite.exec('create table bare (id text, at integer, label text, facts text, rest text)')
  const insert = sqlite.prepare('insert into bare values (?, ?, ?, ?, ?)')
  const rows = Array.from({ length: 20_000 }, (_, i) => memoryText(i))
  const startedAt = performance.now()
  for (let start = 0; start < rows.length; start += 200) {
    sqlite.transaction(() => {
      for (const row of rows.slice(start, start + 200)) {
        insert.run(row.eventAt, 0, row.eventLabel, row.facts, row.feelings + row.interpretation)
      }
    })()
  }
  const ms = performance.now() - startedAt
  sqlite.exec('drop table bare; vacuum')
  return ms
}

async function bytesPerMemory({ sqlite, folder }: BenchWorkspace) {
  // The index is compacted two seconds after the last write, the log moved by then.
  await sleep(6_000)
  sqlite.pragma('wal_checkpoint(truncate)')
  const [count, text] = sqlite
    .prepare(
      `select count(*), sum(octet_length(event_label || facts || feelings || interpretation))
       from timeline_entry`,
    )
    .raw()
    .get() as [number, number]
  const { size } = await stat(join(folder, 'workspace.db'))
  const lance = await sizeOfFolder(join(folder, 'vectors'))
  return { text: text / count, sqlite: (size - text) / count, lance: lance / count }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

await bench()
