// How near a run comes to the ideal: every place at the endpoint taken all the time, nothing but the
// model's own latency between a task and the next. Persistence, prompts and the network included.
// RUN_EFFICIENCY_SCALE=0.1 runs a tenth of it.
import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createEngine, type Engine } from '../../src/main/engine/index.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { createOpenAiChat } from '../../src/main/engine/models/openai-chat.ts'
import type { Run } from '../../src/shared/contract/runs.ts'
import type { Study } from '../../src/shared/contract/studies.ts'
import { memorySecrets } from '../helpers/memory-secrets.ts'
import { printResults, type BenchResult } from './bench-result.ts'

const LATENCY_MS = 200
const SIGMA = 0.5
const scale = Number(process.env['RUN_EFFICIENCY_SCALE'] ?? 1)
const only = process.env['RUN_EFFICIENCY_ONLY']
const people = Math.max(50, Math.round(2000 * scale))
const results: BenchResult[] = []

if (!only || only === 'fixed') {
  // A workbench that has run before: the first thousand calls of a process compile the code.
  await measure({ concurrency: 32, questions: 1, people: Math.min(400, people) })
  for (const [concurrency, wanted] of [
    [32, 97],
    [128, 90],
  ] as const) {
    const { ms, delayP99, cpuMs } = await measure({ concurrency, questions: 1, people })
    const idealMs = Math.ceil(people / concurrency) * LATENCY_MS
    results.push(
      {
        what: `of ideal at ${concurrency}, ${people} tasks of 200 ms (wanted ≥ ${wanted})`,
        value: (100 * idealMs) / ms,
        unit: '%',
        ratio: ms / idealMs,
      },
      { what: `  own time per answer (wanted ≤ 3)`, value: cpuMs / people, unit: 'ms' },
      { what: `  event loop delay p99 (wanted ≤ 20)`, value: delayP99, unit: 'ms' },
    )
  }
}

if (!only || only === 'interviews') {
  const interviews = Math.max(20, Math.round(400 * scale))
  const { ms, drawn } = await measure({
    concurrency: 32,
    questions: 5,
    people: interviews,
    sigma: SIGMA,
  })
  const oracleMs = oracle(drawn, 5, 32)
  results.push({
    what: `of the oracle, ${interviews} interviews of 5 (wanted ≥ 90)`,
    value: (100 * oracleMs) / ms,
    unit: '%',
    ratio: ms / oracleMs,
  })
}

if (!only || only === 'offline')
  for (const [recall, wanted] of [
    [true, 200],
    [false, 1000],
  ] as const) {
    const { ms, delayP99 } = await measure({ concurrency: 4, questions: 5, people, recall })
    results.push(
      {
        what: `offline answers ${recall ? 'with' : 'without'} recall (wanted ≥ ${wanted})`,
        value: (people * 5) / (ms / 1000),
        unit: 'per s',
      },
      { what: `  event loop delay p99 (wanted ≤ 20)`, value: delayP99, unit: 'ms' },
    )
  }

if (!only || only === 'memory') {
  const many = Math.max(500, Math.round(20_000 * scale))
  const { heap } = await measure({ concurrency: 8, questions: 1, people: many, recall: false })
  const third = Math.floor(heap.length / 3)
  const least = (values: readonly number[]) => Math.min(...values)
  results.push({
    what: `heap at the end of ${many} tasks, times the heap after a third`,
    value: least(heap.slice(-third)) / least(heap.slice(third, 2 * third)),
    unit: '×',
  })
}

printResults(results)

type Case = {
  concurrency: number
  questions: number
  people: number
  sigma?: number
  /** Of the built-in model; absent: the model server answers. */
  recall?: boolean
}

async function measure({ concurrency, questions, people: count, sigma = 0, recall }: Case) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-efficiency-'))
  const isOffline = recall !== undefined
  const server = isOffline ? undefined : await startServer(sigma)
  const engine = await open(folder, server?.port)
  const study = await importStudy(engine, { count, questions, concurrency, isOffline, recall })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const heap: number[] = []
  delay.enable()
  const cpu = process.cpuUsage()
  let { run } = await call<{ run: Run }>(engine, 'POST', `/studies/${study.id}/runs`, {})
  const startedAt = performance.now()
  while (run.status === 'queued' || run.status === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 50))
    heap.push(process.memoryUsage().heapUsed)
    run = (await call<{ run: Run }>(engine, 'GET', `/runs/${run.id}`)).run
  }
  const ms = Date.parse(run.finishedAt!) - Date.parse(run.startedAt!)
  const { user, system } = process.cpuUsage(cpu)
  delay.disable()
  if (run.tasks.succeeded !== count || performance.now() < startedAt)
    throw new Error(`Only ${run.tasks.succeeded} of ${count} tasks succeeded: ${run.reason}`)
  const drawn = server ? await server.stop() : []
  await engine.close()
  rmSync(folder, { recursive: true })
  return {
    ms,
    drawn,
    heap,
    delayP99: delay.percentile(99) / 1e6,
    cpuMs: (user + system) / 1000,
  }
}

/** Interviews begun in order, each answer after the other, a place taken up as it gets free. */
function oracle(drawn: readonly number[], questions: number, places: number): number {
  const free = Array<number>(places).fill(0)
  for (let i = 0; i + questions <= drawn.length; i += questions) {
    const took = drawn.slice(i, i + questions).reduce((sum, ms) => sum + ms, 0)
    const first = free.indexOf(Math.min(...free))
    free[first]! += took
  }
  return Math.max(...free)
}

async function startServer(sigma: number) {
  const args = [String(LATENCY_MS), String(sigma)]
  const child = fork('test/bench/run-efficiency/model-server.ts', args)
  const { port } = await nextMessage<{ port: number }>(child)
  return {
    port,
    async stop() {
      child.send('drawn')
      const { drawn } = await nextMessage<{ drawn: number[] }>(child)
      child.kill()
      return drawn
    },
  }
}

function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve) => child.once('message', (message) => resolve(message as T)))
}

function open(folder: string, port: number | undefined): Promise<Engine> {
  const base = { workspaceDir: join(folder, 'ws'), resourcesDir: 'resources' } as const
  if (port === undefined) return createEngine({ ...base, vectorIndex: 'exact' })
  const served = createOpenAiChat(
    { baseUrl: `http://127.0.0.1:${port}/v1`, model: 'served' },
    { secrets: memorySecrets(), now: Date.now },
  )
  const models = {
    get: () => served,
    list: () => [{ name: 'served', rehearsal: false }],
    embedding: createOfflineEmbedding(),
  }
  return createEngine({ ...base, vectorIndex: 'exact', models })
}

type Design = {
  count: number
  questions: number
  concurrency: number
  isOffline: boolean
  recall: boolean | undefined
}

async function importStudy(engine: Engine, design: Design): Promise<Study> {
  const { count, questions, concurrency, isOffline, recall = true } = design
  const file = {
    workbench: 1,
    name: 'Efficiency',
    personas: {
      inline: Array.from({ length: Math.min(count, 500) }, (_, i) => ({
        firstName: `Ada${i}`,
        lastName: 'Berg',
        age: 20 + (i % 60),
        location: 'Leeds, England',
        baseOccupation: 'Nurse',
      })),
    },
    cohorts: [{ name: 'Everyone', criteria: { all: [] } }],
    population: {},
    skill: {
      name: 'Efficiency',
      objective: 'Measure',
      questions: Array.from({ length: questions }, (_, i) => ({
        id: `q${i}`,
        type: 'likert',
        text: `The queue at counter ${i} was short.`,
      })),
    },
    study: {
      model: isOffline ? 'offline' : 'served',
      maxConcurrency: concurrency,
      recall,
      ...replicatesOf(count),
    },
  }
  return (await call<{ study: Study }>(engine, 'POST', '/study-files', { file })).study
}

/** People are 500 at most: replicates and conditions within make up the rest. */
function replicatesOf(count: number) {
  const times = Math.ceil(count / Math.min(count, 500))
  const replicates = Math.min(20, times)
  const conditions = Array.from({ length: Math.ceil(times / replicates) }, (_, i) => ({
    id: `c${i}`,
    name: `Condition ${i}`,
  }))
  return {
    replicates,
    ...(conditions.length > 1 ? { design: 'within', conditions } : {}),
  }
}

async function call<T>(engine: Engine, method: string, path: string, body?: unknown): Promise<T> {
  const json = { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const init: RequestInit = { method, ...(body === undefined ? {} : json) }
  const request = new Request(`http://localhost${path}`, init)
  const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as T
}
