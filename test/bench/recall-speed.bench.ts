import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { insertPrepared, type PreparedEntry } from '../../src/main/engine/memory/append-entries.ts'
import { recall } from '../../src/main/engine/memory/recall.ts'
import { createTimelineCache, type Timelines } from '../../src/main/engine/memory/timeline-cache.ts'
import { printResults, type BenchResult } from './bench-result.ts'
import {
  fill,
  insertPeople,
  openBenchWorkspace,
  percentiles,
  preparePool,
  type BenchWorkspace,
  type Owner,
} from './workspace/bench-workspace.ts'
import { questions } from './workspace/memory-text.ts'

/*
 * Time of a recall, embedder excluded, for personas of 1,000 and 10,000 memories in a workspace of
 * 50,000 and, after it has grown, of 500,000, over 1,000 personas. Cold: nothing of the persona is in
 * this process's memory. Live: it was asked before.
 */
const PEOPLE = 1_000
const SMALL = 50_000
const LARGE = 500_000
const OF_1000 = 20
const OF_10000 = 1
const WRITTEN_PER_S = 2_000
const WRITTEN_AT_ONCE = 50

const results: BenchResult[] = []

async function bench(): Promise<void> {
  const workspace = await openBenchWorkspace()
  const people = await insertPeople(workspace, PEOPLE)
  const long = people.slice(0, OF_10000)
  const medium = people.slice(OF_10000, OF_10000 + OF_1000)
  const others = people.slice(OF_10000 + OF_1000)
  const spent = 10_000 * OF_10000 + 1_000 * OF_1000
  const small = Math.floor((SMALL - spent) / others.length)
  const large = Math.floor((LARGE - spent) / others.length)
  const share = (owners: readonly Owner[], count: number) =>
    owners.map((owner) => ({ owner, count }))

  await fillWithOwnPool(workspace, [
    ...share(long, 10_000),
    ...share(medium, 1_000),
    ...share(others, small),
  ])
  await workspace.vectors.flush()
  await warm(workspace, others)
  const before = await measureBoth(workspace, { long, medium })
  await fillWithOwnPool(workspace, share(others, large - small))
  await workspace.vectors.flush()
  const after = await measureBoth(workspace, { long, medium })
  const bare = await measureBare(workspace, medium)
  const pool = await preparePool(workspace)
  const writing = await measureWhileWriting(workspace, { medium, others, pool })

  const total = `of ${LARGE.toLocaleString('en')}`
  for (const [name, { p50, p95 }] of Object.entries(after)) {
    results.push({ what: `${name} ${total}, p50`, value: p50, unit: 'ms', ratio: p50 / bare.p50 })
    results.push({ what: `${name} ${total}, p95`, value: p95, unit: 'ms', ratio: p95 / bare.p95 })
    const grown = p50 / before[name as keyof typeof before].p50
    results.push({ what: `${name}, ten times the workspace`, value: grown, unit: '× p50' })
  }
  results.push(
    { what: '1,000 cold while 2,000/s are written, p50', value: writing.p50, unit: 'ms' },
    { what: '1,000 cold while 2,000/s are written, p95', value: writing.p95, unit: 'ms' },
    { what: 'written meanwhile', value: writing.perSecond, unit: 'per s' },
    { what: 'event loop delay meanwhile, p99', value: writing.delayP99, unit: 'ms' },
    { what: 'bare select of 1,000 rows, p50', value: bare.p50, unit: 'ms' },
    { what: 'bare select of 1,000 rows, p95', value: bare.p95, unit: 'ms' },
  )
  printResults(results)
  await workspace.close()
}

/** What is written is let go before anything is timed: its garbage would be collected meanwhile. */
async function fillWithOwnPool(
  workspace: BenchWorkspace,
  shares: Parameters<typeof fill>[2],
): Promise<void> {
  await fill(workspace, await preparePool(workspace), shares)
}

/** Recall as it is, with the questions embedded beforehand. */
async function asker({ db, embedding }: BenchWorkspace) {
  const vectorOf = new Map<string, Float32Array>()
  for (const question of questions) {
    const [vector] = await embedding.embed([question])
    vectorOf.set(question, vector!)
  }
  const looked = {
    ...embedding,
    embed: async ([text]: readonly string[]) => [vectorOf.get(text!)!],
  }
  return (timelines: Timelines, owner: Owner, round: number) => {
    const query = questions[round % questions.length]!
    return recall({ db, embedding: looked, timelines }, { ...owner, query, k: 8 })
  }
}

const cold = (workspace: BenchWorkspace) => createTimelineCache({ ...workspace, maxBytes: 0 })

async function warm(workspace: BenchWorkspace, owners: readonly Owner[]): Promise<void> {
  const ask = await asker(workspace)
  for (let i = 0; i < 200; i++) await ask(cold(workspace), owners[i]!, i)
}

type Measured = { readonly long: readonly Owner[]; readonly medium: readonly Owner[] }

async function measureBoth(workspace: BenchWorkspace, { long, medium }: Measured) {
  const ask = await asker(workspace)
  const timesOf = async (timelines: Timelines, owners: readonly Owner[], rounds: number) => {
    const times: number[] = []
    for (let i = 0; i < rounds; i++) {
      const startedAt = performance.now()
      await ask(timelines, owners[i % owners.length]!, i)
      times.push(performance.now() - startedAt)
    }
    return percentiles(times)
  }
  const live = createTimelineCache(workspace)
  for (const owner of [...medium, ...long]) await ask(live, owner, 0)
  // Until the code for long timelines is compiled, what is measured is the compiler.
  await timesOf(cold(workspace), long, 60)
  return {
    'recall, 1,000 cold': await timesOf(cold(workspace), medium, 300),
    'recall, 1,000 live': await timesOf(live, medium, 300),
    'recall, 10,000 cold': await timesOf(cold(workspace), long, 120),
    'recall, 10,000 live': await timesOf(live, long, 100),
  }
}

async function measureBare({ sqlite }: BenchWorkspace, owners: readonly Owner[]) {
  const select = sqlite.prepare('select * from timeline_entry where persona_id = ?')
  const times: number[] = []
  for (let i = 0; i < 100; i++) {
    const startedAt = performance.now()
    select.all(owners[i % owners.length]!.personaId)
    times.push(performance.now() - startedAt)
  }
  return percentiles(times)
}

type Writing = {
  readonly medium: readonly Owner[]
  readonly others: readonly Owner[]
  readonly pool: readonly PreparedEntry[]
}

async function measureWhileWriting(workspace: BenchWorkspace, { medium, others, pool }: Writing) {
  const ask = await asker(workspace)
  const { db, vectors } = workspace
  let isAsking = true
  let written = 0
  const startedAt = performance.now()
  const write = async () => {
    while (isAsking) {
      const due = (written / WRITTEN_PER_S) * 1_000 - (performance.now() - startedAt)
      await sleep(Math.max(0, due))
      const owner = others[(written / WRITTEN_AT_ONCE) % others.length]!
      const from = written % (pool.length - WRITTEN_AT_ONCE)
      const batch = pool
        .slice(from, from + WRITTEN_AT_ONCE)
        .map((entry) => ({ ...entry, ...owner }))
      await db.transaction().execute((trx) => insertPrepared(trx, batch, Date.now()))
      vectors.notify()
      written += batch.length
    }
  }
  const writer = write()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const times: number[] = []
  for (let i = 0; i < 300; i++) {
    await sleep(10)
    const askedAt = performance.now()
    await ask(cold(workspace), medium[i % medium.length]!, i)
    times.push(performance.now() - askedAt)
  }
  isAsking = false
  await writer
  delay.disable()
  const perSecond = (written / (performance.now() - startedAt)) * 1_000
  return { ...percentiles(times), perSecond, delayP99: delay.percentile(99) / 1e6 }
}

await bench()
