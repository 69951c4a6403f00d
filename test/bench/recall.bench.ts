import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openDatabase } from '../../src/main/engine/db/open.ts'
import { pick } from '../../src/main/engine/domain/random.ts'
import { insertPrepared, prepareEntries } from '../../src/main/engine/memory/append-entries.ts'
import { recall } from '../../src/main/engine/memory/recall.ts'
import { createTimelineCache } from '../../src/main/engine/memory/timeline-cache.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { openVectors } from '../../src/main/engine/vectors/open-vectors.ts'
import { printResults, type BenchResult } from './bench-result.ts'
import { anEntry, insertPersona } from '../helpers/seeded-persona.ts'

const MEMORIES = 1_000
const OTHERS = 400
const MEMORIES_OF_OTHERS = 20
const ROUNDS = 200
const BATCH = 200

const subjects = `lake boat dog garden exam ward patient train market kitchen letter sister father
  wedding storm bicycle library choir harbour winter summer cabin river festival neighbour school
  doctor journey village apartment orchestra football hospital bakery mountain camera violin`
  .trim()
  .split(/\s+/)
const verbs = ['found', 'lost', 'repaired', 'visited', 'painted', 'sold', 'remembered', 'missed']

/** Recall for one persona of 1,000 memories among 8,000 of others, against reading its rows. */
const results: BenchResult[] = []

async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'recall-bench-'))
  const open = await openDatabase(join(folder, 'workspace.db'))
  const { db } = open
  const embedding = createOfflineEmbedding()
  const vectors = await openVectors({
    db,
    embedding,
    folder: join(folder, 'vectors'),
    log: console.error,
  })

  const ada = await insertPersona(db)
  const others = []
  for (let i = 0; i < OTHERS; i++) others.push(await insertPersona(db, { tenantId: ada.tenantId }))
  const items = [
    { persona: ada, count: MEMORIES },
    ...others.map((persona) => ({ persona, count: MEMORIES_OF_OTHERS })),
  ].map(({ persona, count }) => ({
    personaId: persona.id,
    tenantId: persona.tenantId,
    source: 'user' as const,
    entries: Array.from({ length: count }, (_, i) => memory(`${persona.id} ${i}`)),
  }))

  let startedAt = performance.now()
  const prepared = await prepareEntries({ embedding }, items)
  report('embed', prepared.length, performance.now() - startedAt)
  startedAt = performance.now()
  for (let start = 0; start < prepared.length; start += BATCH) {
    const batch = prepared.slice(start, start + BATCH)
    await db.transaction().execute((trx) => insertPrepared(trx, batch, 0))
  }
  report('insert', prepared.length, performance.now() - startedAt)
  startedAt = performance.now()
  await vectors.flush()
  report('index', prepared.length, performance.now() - startedAt)

  const deps = {
    db,
    embedding,
    vectors,
    timelines: createTimelineCache({ reader: open.reader, embedding }),
  }
  const ask = (i: number) =>
    recall(deps, {
      tenantId: ada.tenantId,
      personaId: ada.id,
      query: `Tell me about the ${pick(subjects, 'a', i)} and the ${pick(subjects, 'b', i)}`,
      k: 8,
    })
  const read = () =>
    db.selectFrom('timeline_entry').selectAll().where('persona_id', '=', ada.id).execute()

  startedAt = performance.now()
  await ask(-1)
  results.push({
    what: 'first recall, persona of 1,000',
    value: performance.now() - startedAt,
    unit: 'ms',
  })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const asked = await measure(ask)
  delay.disable()
  const bare = await measure(read)
  results.push(
    { what: 'recall, p50', value: asked.p50, unit: 'ms', ratio: asked.p50 / bare.p50 },
    { what: 'recall, p95', value: asked.p95, unit: 'ms', ratio: asked.p95 / bare.p95 },
    { what: 'bare select of the same rows, p50', value: bare.p50, unit: 'ms' },
    { what: 'event loop delay during recall, p99', value: delay.percentile(99) / 1e6, unit: 'ms' },
  )
  printResults(results)

  await vectors.close()
  await open.close()
  await rm(folder, { recursive: true, force: true })
}

function memory(key: string) {
  const word = (part: string) => pick(subjects, key, part)
  return anEntry({
    eventLabel: `The ${word('a')} and the ${word('b')}`,
    facts: `We ${pick(verbs, key)} the ${word('c')} near the ${word('d')} after the ${word('e')}.`,
    feelings: `It felt like the ${word('f')} once did.`,
    interpretation: `Since then the ${word('g')} means something else to me.`,
  })
}

async function measure(work: (i: number) => Promise<unknown>) {
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const startedAt = performance.now()
    await work(i)
    times.push(performance.now() - startedAt)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * ROUNDS)]!
  return { p50: at(0.5), p95: at(0.95) }
}

function report(name: string, count: number, ms: number): void {
  results.push({ what: `${name} memories`, value: (count / ms) * 1_000, unit: 'per s' })
}

await bench()
