// How near a run comes to the ideal: every place at the endpoint taken all the time, nothing but the
// model's own latency between a task and the next. Persistence, prompts and the network included.
// RUN_EFFICIENCY_SCALE=0.1 runs a tenth of it; RUN_EFFICIENCY_ONLY=fixed, interviews, offline or memory
// that part alone. The ratio is against the ideal: nothing but the model's own latency.
import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createEngine, type Engine } from '../../src/main/engine/index.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { createOpenAiChat } from '../../src/main/engine/models/openai-chat.ts'
import type { Run } from '../../src/shared/contract/runs.ts'
import type { Study } from '../../src/shared/contract/studies.ts'
import { memorySecrets } from '../helpers/memory-secrets.ts'
import { printResults, type BenchResult } from './bench-result.ts'

const LATENCY_MS = 200
const SIGMA = 0.5
const POLL_MS = 50
/** Own time is looked at over windows of this many polls. */
const POLLS_PER_WINDOW = 5
const POLLS_PER_WEIGHING = 10
const scale = Number(process.env['RUN_EFFICIENCY_SCALE'] ?? 1)
const only = process.env['RUN_EFFICIENCY_ONLY']
const people = Math.max(50, Math.round(2000 * scale))
const results: BenchResult[] = []
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

if (!only || only === 'fixed') {
  // A workbench that has run before: the first thousand calls of a process compile the code.
  await measure({ concurrency: 32, questions: 1, people: Math.min(400, people) })
  for (const [concurrency, wanted] of [
    [32, 97],
    [128, 90],
  ] as const) {
    const { ms, delayP99, cpuMs, ownMs } = await measure({ concurrency, questions: 1, people })
    const idealMs = Math.ceil(people / concurrency) * LATENCY_MS
    results.push(
      {
        what: `of ideal at ${concurrency}, ${people} tasks of 200 ms (wanted ≥ ${wanted})`,
        value: (100 * idealMs) / ms,
        unit: '%',
        ratio: ms / idealMs,
      },
      { what: `  own time per answer, median (wanted ≤ 3)`, value: ownMs, unit: 'ms' },
      { what: `  own time per answer, launch and all`, value: cpuMs / people, unit: 'ms' },
      { what: `  event loop delay p99 (wanted ≤ 20)`, value: delayP99, unit: 'ms' },
    )
  }
}

if (!only || only === 'interviews') {
  const interviews = Math.max(20, Math.round(400 * scale))
  const { ms, drawn, delayP99 } = await measure({
    concurrency: 32,
    questions: 5,
    people: interviews,
    sigma: SIGMA,
  })
  const oracleMs = oracle(drawn, 5, 32)
  results.push(
    {
      what: `of the oracle, ${interviews} interviews of 5 (wanted ≥ 90)`,
      value: (100 * oracleMs) / ms,
      unit: '%',
      ratio: ms / oracleMs,
    },
    { what: `  event loop delay p99 (wanted ≤ 20)`, value: delayP99, unit: 'ms' },
  )
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
  const { heap } = await measure({
    concurrency: 8,
    questions: 1,
    people: many,
    recall: false,
    weighsHeap: true,
  })
  const [first, last] = [heap[Math.floor(heap.length / 3)]!, heap.at(-1)!]
  results.push(
    {
      what: `heap at the end of ${many} tasks, times after a third`,
      value: last.bytes / first.bytes,
      unit: '×',
    },
    { what: '  heap at the end', value: last.bytes / 2 ** 20, unit: 'MiB' },
    { what: '  slope over the last two thirds', value: slope(heap), unit: 'B/task' },
  )
}

printResults(results)

type Case = {
  concurrency: number
  questions: number
  people: number
  sigma?: number
  /** Of the built-in model; absent: the model server answers. */
  recall?: boolean
  /** Collects garbage at points along the run, which takes time itself. */
  weighsHeap?: boolean
}

async function measure(design: Case) {
  const { concurrency, questions, people: count, sigma = 0, recall } = design
  const folder = mkdtempSync(join(tmpdir(), 'bench-efficiency-'))
  const isOffline = recall !== undefined
  const server = isOffline ? undefined : await startServer(sigma)
  const engine = await open(folder, server?.port)
  const study = await importStudy(engine, { count, questions, concurrency, isOffline, recall })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const heap: { tasks: number; bytes: number }[] = []
  const windows: { answers: number; cpuMs: number }[] = []
  delay.enable()
  const cpu = process.cpuUsage()
  let { run } = await call<{ run: Run }>(engine, 'POST', `/studies/${study.id}/runs`, {})
  for (let poll = 1; run.status === 'queued' || run.status === 'running'; poll++) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    run = (await call<{ run: Run }>(engine, 'GET', `/runs/${run.id}`)).run
    const tasks = run.tasks.succeeded
    if (poll % POLLS_PER_WINDOW === 0)
      windows.push({ answers: tasks * questions, cpuMs: since(cpu) })
    if (!design.weighsHeap || poll % POLLS_PER_WEIGHING !== 0) continue
    collectGarbage()
    heap.push({ tasks, bytes: process.memoryUsage().heapUsed })
  }
  const ms = Date.parse(run.finishedAt!) - Date.parse(run.startedAt!)
  const cpuMs = since(cpu)
  delay.disable()
  if (run.tasks.succeeded !== count)
    throw new Error(`Only ${run.tasks.succeeded} of ${count} tasks succeeded: ${run.reason}`)
  const drawn = server ? await server.stop() : []
  await engine.close()
  rmSync(folder, { recursive: true })
  return {
    ms,
    drawn,
    heap,
    delayP99: delay.percentile(99) / 1e6,
    cpuMs,
    ownMs: medianPerAnswer(windows),
  }
}

/** Processor time of all threads of this process. */
function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function medianPerAnswer(windows: readonly { answers: number; cpuMs: number }[]): number {
  const each = windows.slice(1).flatMap((now, i) => {
    const answers = now.answers - windows[i]!.answers
    return answers > 0 ? [(now.cpuMs - windows[i]!.cpuMs) / answers] : []
  })
  return each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)] ?? Number.NaN
}

/** Least squares over the last two thirds, when what is kept of a run is all there. */
function slope(heap: readonly { tasks: number; bytes: number }[]): number {
  const late = heap.slice(Math.floor(heap.length / 3))
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
  const [x, y] = [mean(late.map(({ tasks }) => tasks)), mean(late.map(({ bytes }) => bytes))]
  const along = late.reduce((sum, { tasks, bytes }) => sum + (tasks - x) * (bytes - y), 0)
  return along / late.reduce((sum, { tasks }) => sum + (tasks - x) ** 2, 0)
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
  process.once('exit', () => child.kill())
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
        // Each quotes the answer before it, and so waits for it.
        text: `The queue at counter ${i} was short.${i > 0 ? ` You said {{answers.q${i - 1}}} before.` : ''}`,
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
