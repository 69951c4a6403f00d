/**
 * The live count of a cohort, its analysis and the overlap of 200 cohorts at 10,000 personas; over
 * HTTP as the designer asks. The ratio is against a bare filter over the same people in memory.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '../../src/main/engine/db/open.ts'
import { uniform } from '../../src/main/engine/domain/random.ts'
import { createEngine } from '../../src/main/engine/index.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { createPersonas } from '../../src/main/engine/personas/create-personas.ts'
import { listAllPersonas } from '../../src/main/engine/personas/find-personas.ts'
import type { CriteriaTree } from '../../src/shared/contract/cohorts.ts'
import type { Persona } from '../../src/shared/contract/personas.ts'
import { printResults, type BenchResult } from './bench-result.ts'
import { percentiles } from './workspace/bench-workspace.ts'

const COUNT = Number(process.argv[2] ?? 10_000)
const COHORTS = 200
const REPEATS = 40
/** The longest turn of the event loop of each request, ms of CPU. */
const turns: number[] = []
const occupations = ['Nurse', 'Teacher', 'Bus driver', 'Retired cook', 'Student', 'Engineer']
const cities = Array.from({ length: 60 }, (_, i) => `City ${i}`)
const of = <T>(items: readonly T[], ...what: (string | number)[]): T =>
  items[Math.floor(uniform('bench', ...what) * items.length)]!
const seedOf = (i: number) => ({
  firstName: `Ana${i % 97}`,
  lastName: `Doe${i}`,
  age: 18 + (i % 70),
  location: of(cities, 'city', i),
  baseOccupation: of(occupations, 'job', i),
  gender: i % 2 === 0 ? 'woman' : 'man',
  attributes: {
    region: of(['North', 'South', 'East', 'West'], 'region', i),
    children: of([0, 0, 1, 2, 3], 'children', i),
    owner: uniform('bench', 'owner', i) < 0.6,
    ...(i % 3 === 0 && { plan: of(['basic', 'family', 'premium'], 'plan', i) }),
  },
})

const trees: Record<string, CriteriaTree> = {
  everyone: { all: [] },
  'one number': { field: 'age', op: 'gte', value: 35 },
  'one text': { field: 'location', op: 'contains', value: 'city 1' },
  'six criteria': {
    all: [
      { field: 'age', op: 'gte', value: 25 },
      { field: 'age', op: 'lt', value: 65 },
      { field: 'attributes.region', op: 'in', value: ['North', 'South'] },
      {
        any: [
          { field: 'attributes.owner', op: 'eq', value: true },
          { field: 'traits.openness', op: 'gt', value: 60 },
        ],
      },
      { not: { field: 'values', op: 'eq', value: 'power' } },
    ],
  },
  'five hundred cities': {
    field: 'location',
    op: 'in',
    value: Array.from({ length: 500 }, (_, i) => `City ${i * 2}`),
  },
}

const folder = mkdtempSync(join(tmpdir(), 'cohorts-bench-'))
const CONFIG = { workspaceDir: folder, resourcesDir: 'resources', vectorIndex: 'exact' } as const
try {
  await run()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function run(): Promise<void> {
  await fill()
  let engine = await createEngine(CONFIG)
  await quiet()
  const results: BenchResult[] = []
  const call = async (path: string, body?: object) => {
    const init: RequestInit = { method: body ? 'POST' : 'GET' }
    if (body) {
      init.body = JSON.stringify(body)
      init.headers = { 'content-type': 'application/json' }
    }
    const request = new Request(`http://localhost${path}`, init)
    const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return answer.json()
  }
  const list = await timed(() => call('/cohorts'))
  results.push({ what: 'list of cohorts after a start', value: list, unit: 'ms' })
  const first = await timed(() => call('/cohorts/preview', { criteria: trees['six criteria'] }))
  results.push({ what: 'first preview after it', value: first, unit: 'ms' })
  const people = await readPeople()
  const bare = bareFilter(people)
  results.push({ what: 'bare filter of one number', value: bare, unit: 'ms' })
  for (const [name, criteria] of Object.entries(trees)) {
    const { p50, p95, cpu } = await repeated(() => call('/cohorts/preview', { criteria }))
    results.push({ what: `preview, ${name}, p50`, value: p50, unit: 'ms', ratio: p50 / bare })
    results.push({ what: `preview, ${name}, p95`, value: p95, unit: 'ms', ratio: p95 / bare })
    results.push({ what: `preview, ${name}, CPU, p95`, value: cpu, unit: 'ms' })
  }
  const seed = seedOf(COUNT)
  await call('/personas', { seed })
  await quiet()
  const another = await timed(() => call('/cohorts/preview', { criteria: trees['everyone'] }))
  results.push({ what: 'preview after somebody was added', value: another, unit: 'ms' })
  const firstAnalysis = await timed(() => call('/cohorts/analysis', { criteria: { all: [] } }))
  results.push({ what: 'first analysis after a start', value: firstAnalysis, unit: 'ms' })
  for (const [name, criteria] of Object.entries(trees)) {
    const { p50, p95, cpu } = await repeated(() => call('/cohorts/analysis', { criteria }))
    results.push({ what: `analysis, ${name}, p50`, value: p50, unit: 'ms', ratio: p50 / bare })
    results.push({ what: `analysis, ${name}, p95`, value: p95, unit: 'ms', ratio: p95 / bare })
    results.push({ what: `analysis, ${name}, CPU, p95`, value: cpu, unit: 'ms' })
  }
  for (let i = 0; i < COHORTS; i++)
    await call('/cohorts', {
      name: `Cohort ${i}`,
      criteria: { all: [trees['six criteria'], { field: 'age', op: 'gte', value: 20 + (i % 60) }] },
    })
  await engine.close()
  engine = await createEngine(CONFIG)
  await quiet()
  await call('/cohorts/preview', { criteria: trees['everyone'] })
  const what = `overlap of ${COHORTS} cohorts`
  const overlap = await timed(() => call('/cohorts/overlap'))
  results.push({ what: `${what}, first`, value: overlap, unit: 'ms', ratio: overlap / bare })
  const { p50 } = await repeated(() => call('/cohorts/overlap'), 10)
  results.push({ what: `${what}, p50`, value: p50, unit: 'ms', ratio: p50 / bare })
  const sorted = turns.toSorted((a, b) => a - b)
  const p99 = sorted[Math.floor(0.99 * sorted.length)]!
  results.push({ what: 'longest turn of a request, CPU, p99', value: p99, unit: 'ms' })
  results.push({ what: 'longest turn of a request, CPU, max', value: sorted.at(-1)!, unit: 'ms' })
  await engine.close()
  printResults(results)
}

/** A workspace with everybody in it, made as the product makes them. */
async function fill(): Promise<void> {
  const engine = await createEngine(CONFIG)
  const { tenantId } = engine
  await engine.close()
  const { db, close } = await openDatabase(join(folder, 'workspace.db'))
  const none = async () => {}
  const deps = {
    db,
    now: Date.now,
    usage: { record: () => {} },
    limits: { requireRoom: none, requireCredits: none, settle: none },
    embedding: createOfflineEmbedding(),
  }
  const wanted = Array.from({ length: COUNT }, (_, i) => ({ seed: seedOf(i), randomSeed: i }))
  await createPersonas(deps as never, tenantId, wanted)
  await close()
}

/** Until what a start does with the memories of so many people is done. */
async function quiet(): Promise<void> {
  for (let calm = 0; calm < 10;) {
    const startedAt = performance.now()
    await sleep(50)
    const late = performance.now() - startedAt - 50
    calm = late < 10 ? calm + 1 : 0
  }
}

async function readPeople(): Promise<Persona[]> {
  const { db, close } = await openDatabase(join(folder, 'workspace.db'))
  const { tenant_id } = await db.selectFrom('persona').select('tenant_id').executeTakeFirstOrThrow()
  const people = await listAllPersonas(db, tenant_id as never)
  await close()
  return people
}

function bareFilter(people: readonly Persona[]): number {
  const times = Array.from({ length: REPEATS }, () => {
    const startedAt = performance.now()
    if (people.filter(({ age }) => age >= 35).length === 0) throw new Error('Nobody')
    return performance.now() - startedAt
  })
  return percentiles(times).p50
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  return (await repeated(work, 1)).p50
}

type Series = { p50: number; p95: number; cpu: number }

/** Times of work, ms; CPU: the 95th percentile of what the main thread spent on it. */
async function repeated(work: () => Promise<unknown>, times = REPEATS): Promise<Series> {
  const taken: number[] = []
  const cpu: number[] = []
  for (let i = 0; i < times; i++) {
    const watch = watchTurns()
    const [startedAt, cpuBefore] = [performance.now(), cpuMs()]
    await work()
    taken.push(performance.now() - startedAt)
    cpu.push(cpuMs() - cpuBefore)
    turns.push(await watch.longest())
  }
  return { ...percentiles(taken), cpu: percentiles(cpu).p95 }
}

/** Of this thread: other work on the machine slows the clock, not this. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** The longest turn of the event loop until it is asked for, ms of CPU. */
function watchTurns() {
  let [last, longest, isOver] = [cpuMs(), 0, false]
  const look = () => {
    const now = cpuMs()
    longest = Math.max(longest, now - last)
    last = now
    if (!isOver) setImmediate(look)
  }
  setImmediate(look)
  return {
    async longest() {
      await nextTurn()
      isOver = true
      return longest
    },
  }
}
