// How long evidence takes over 10,000 interviews of 20 questions in four segments, from the request to
// its answer in a workbench just started, a second after somebody looked at the run and before anybody
// did, and what it takes of the event loop meanwhile; the middle of five starts. EVIDENCE_TASKS=1000 makes fewer interviews; EVIDENCE_FOLDER keeps the workspace, and
// finds it there again.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createEngine } from '../../src/main/engine/index.ts'
import type { Evidence } from '../../src/shared/contract/evidence.ts'
import type { Run } from '../../src/shared/contract/runs.ts'
import type { Study } from '../../src/shared/contract/studies.ts'
import { printResults } from './bench-result.ts'

const TASKS = Number(process.env['EVIDENCE_TASKS'] ?? 10_000)
const WANTED_MS = 2_000
const STARTS = 5
/** From opening a run's page to the tab with its evidence, at the soonest. */
const LOOKED_AT_MS = 1_000
/** Where the process is one of those that measure. */
const measured = process.env['EVIDENCE_OF']
/** Whether it asks before it has looked at the run. */
const isHasty = process.env['EVIDENCE_HASTE'] === 'yes'
const kept = process.env['EVIDENCE_FOLDER']
const folder = measured ?? kept ?? mkdtempSync(join(tmpdir(), 'bench-evidence-'))
const isThere = existsSync(join(folder, 'ws'))

const engine = await createEngine({
  workspaceDir: join(folder, 'ws'),
  resourcesDir: 'resources',
  vectorIndex: 'exact',
})
if (measured) console.log(JSON.stringify(await measure()))
else if (!isThere) await newRun()
await engine.close()
if (!measured) {
  report()
  if (!kept) rmSync(folder, { recursive: true })
}

type Measured = Record<
  | 'bareMs'
  | 'firstMs'
  | 'delayMs'
  | 'againMs'
  | 'otherMs'
  | 'restMs'
  | 'restDelayMs'
  | 'questions'
  | 'segments',
  number
>

/** A workbench just started is asked for one thing after the other, as the page of a run asks. */
async function measure(): Promise<Measured> {
  const runId = await lastRun()
  const path = `/runs/${runId}/evidence`
  if (!isHasty) {
    await call('GET', `/runs/${runId}`)
    await new Promise((resolve) => setTimeout(resolve, LOOKED_AT_MS))
  }
  const first = await timed(() => call<Evidence>('GET', `${path}?segmentBy=attributes.region`))
  const again = await timed(() => call<Evidence>('GET', `${path}?segmentBy=attributes.region`))
  const other = await timed(() => call<Evidence>('GET', `${path}?segmentBy=gender`))
  const bare = await timed(() => call('GET', '/runs'))
  const rest = await timed(() => askForTheRest(runId))
  const { questions } = first.answer
  return {
    bareMs: bare.ms,
    firstMs: first.ms,
    delayMs: first.delayMs,
    againMs: again.ms,
    otherMs: other.ms,
    restMs: rest.ms,
    restDelayMs: rest.delayMs,
    questions: questions.length,
    segments: questions[0]!.segments.filter(({ by }) => by === 'attributes.region').length,
  }
}

/** What else takes all answers of a run. */
async function askForTheRest(runId: string): Promise<void> {
  const likert = ['l0', 'l1', 'l2', 'l3'].map((questionId) => ({ questionId }))
  const counts = [1, 2, 3, 4, 5].map((value) => ({ value, count: 100 }))
  const predictors = ['age', 'gender', 'attributes.region'].map((field) => ({
    kind: 'field',
    field,
  }))
  await call('POST', `/runs/${runId}/regression`, { outcome: likert[0], predictors })
  await call('POST', `/runs/${runId}/scale`, { items: likert })
  await call('GET', `/runs/${runId}/themes/o`)
  const items = likert.map((item) => ({ ...item, counts }))
  await call('POST', `/runs/${runId}/validation`, { items })
}

function report(): void {
  // As `workbench` has it: what Node compiled is kept. The first start fills that, and is not counted.
  const env = {
    ...process.env,
    EVIDENCE_OF: folder,
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
  }
  const start = (haste: 'yes' | 'no') => {
    const { stdout } = spawnSync(process.execPath, [import.meta.filename], {
      env: { ...env, EVIDENCE_HASTE: haste },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return JSON.parse(stdout) as Measured
  }
  start('yes')
  const starts = Array.from({ length: STARTS }, () => start('no'))
  const hasty = Array.from({ length: STARTS }, () => start('yes'))
  const sorted = (of: keyof Measured, among = starts) =>
    among.map((one) => one[of]).toSorted((a, b) => a - b)
  const middle = (of: keyof Measured, among = starts) => sorted(of, among)[Math.floor(STARTS / 2)]!
  const { questions, segments } = starts[0]!
  const what = `${TASKS} interviews × ${questions} questions × ${segments} segments`
  printResults([
    { what: 'a request for the list of runs', value: middle('bareMs'), unit: 'ms' },
    {
      what: `evidence of ${what} (wanted < ${WANTED_MS})`,
      value: middle('firstMs'),
      unit: 'ms',
    },
    { what: '  the fastest of five', value: sorted('firstMs')[0]!, unit: 'ms' },
    { what: '  the slowest of five', value: sorted('firstMs').at(-1)!, unit: 'ms' },
    { what: '  before anybody looked at the run', value: middle('firstMs', hasty), unit: 'ms' },
    { what: '  longest the event loop waited', value: sorted('delayMs').at(-1)!, unit: 'ms' },
    { what: '  cut by another field', value: middle('otherMs'), unit: 'ms' },
    { what: '  asked for again', value: middle('againMs'), unit: 'ms' },
    { what: 'a model, a scale, themes and a validation', value: middle('restMs'), unit: 'ms' },
    { what: '  longest the event loop waited', value: sorted('restDelayMs').at(-1)!, unit: 'ms' },
  ])
  if (middle('firstMs') >= WANTED_MS) process.exitCode = 1
}

async function newRun(): Promise<void> {
  const { study } = await call<{ study: Study }>('POST', '/study-files', { file: studyFile() })
  let { run } = await call<{ run: Run }>('POST', `/studies/${study.id}/runs`, {})
  while (run.status === 'queued' || run.status === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 200))
    run = (await call<{ run: Run }>('GET', `/runs/${run.id}`)).run
  }
  if (run.tasks.succeeded < TASKS) throw new Error(`Only ${run.tasks.succeeded} tasks succeeded`)
}

async function lastRun(): Promise<string> {
  const { runs } = await call<{ runs: Run[] }>('GET', '/runs')
  return runs[0]!.id
}

/** People are 500 in a file: replicates make up the rest. */
function studyFile() {
  const people = Math.min(500, TASKS)
  return {
    workbench: 1,
    name: 'Twenty questions',
    personas: {
      inline: Array.from({ length: people }, (_, i) => ({
        firstName: `Ada${i}`,
        lastName: 'Berg',
        age: 20 + (i % 60),
        location: 'Leeds, England',
        baseOccupation: i % 3 === 0 ? 'Nurse' : 'Teacher',
        gender: i % 2 === 0 ? 'woman' : 'man',
        attributes: { region: ['north', 'south', 'east', 'west'][i % 4] },
      })),
    },
    cohorts: [
      { name: 'Under 50', criteria: { field: 'age', op: 'lt', value: 50 } },
      { name: 'From 50', criteria: { field: 'age', op: 'gte', value: 50 } },
    ],
    population: {},
    skill: { name: 'Twenty questions', objective: 'Measure', questions: questionsOf() },
    study: { model: 'offline', recall: false, replicates: Math.round(TASKS / people) },
  }
}

function questionsOf() {
  const many = (count: number, make: (i: number) => Record<string, unknown>) =>
    Array.from({ length: count }, (_, i) => make(i))
  const options = ['Bus', 'Tram', 'Bicycle', 'Car', 'On foot']
  return [
    ...many(8, (i) => ({
      id: `l${i}`,
      type: 'likert',
      text: `The queue at counter ${i} is short.`,
    })),
    ...many(4, (i) => ({
      id: `s${i}`,
      type: 'single',
      text: `How do you get to place ${i}?`,
      options,
    })),
    ...many(2, (i) => ({
      id: `m${i}`,
      type: 'multi',
      text: `What do you use in month ${i}?`,
      options,
    })),
    { id: 'y', type: 'yesno', text: 'Do you own a bicycle?' },
    { id: 'n', type: 'nps', text: 'Would you recommend the tram to a friend?' },
    { id: 'x', type: 'numeric', text: 'How many minutes do you travel?', min: 0, max: 180 },
    { id: 'r', type: 'rank', text: 'Put these in order.', options },
    { id: 'a', type: 'allocation', text: 'Share out 100 points.', options },
    { id: 'o', type: 'open', text: 'What would make the way shorter?' },
  ]
}

async function timed<T>(
  work: () => Promise<T>,
): Promise<{ answer: T; ms: number; delayMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const startedAt = performance.now()
  const answer = await work()
  const ms = performance.now() - startedAt
  delay.disable()
  return { answer, ms, delayMs: delay.max / 1e6 }
}

async function call<T>(method: string, url: string, body?: unknown): Promise<T> {
  const json = { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const init: RequestInit = { method, ...(body === undefined ? {} : json) }
  const request = new Request(`http://localhost${url}`, init)
  const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as T
}
