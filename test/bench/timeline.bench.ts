import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { findOrInstallBrowser } from '../../scripts/browser.ts'
import { openDatabase } from '../../src/main/engine/db/open.ts'
import { insertPrepared, prepareEntries } from '../../src/main/engine/memory/append-entries.ts'
import { readTimelineMap } from '../../src/main/engine/memory/timeline-map.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { startWorkbench, type Workbench } from '../e2e/fixtures.ts'
import { aLongLife } from '../fixtures/long-life.ts'
import { insertPersona } from '../helpers/seeded-persona.ts'
import { printResults, type BenchResult } from './bench-result.ts'

const MEMORIES = 10_000
const ROUNDS = 20
const STEPS = 60
const FRAME_MS = 16

/** A timeline of 10,000: read as columns against the bare rows, scrolled against a bare page. */
const results: BenchResult[] = []

async function benchMap(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'timeline-bench-'))
  const { db, close } = await openDatabase(join(folder, 'workspace.db'))
  const { id: personaId, tenantId } = await insertPersona(db)
  const entries = aLongLife(MEMORIES)
  const embedding = createOfflineEmbedding()
  const prepared = await prepareEntries({ embedding }, [
    { personaId, tenantId, entries, source: 'user' },
  ])
  for (let start = 0; start < prepared.length; start += 200)
    await db
      .transaction()
      .execute((trx) => insertPrepared(trx, prepared.slice(start, start + 200), 0))

  const clock = Date.UTC(2026, 0)
  const read = () => readTimelineMap(db, { tenantId, personaId, clock, asOf: undefined })
  const bare = () =>
    db
      .selectFrom('timeline_entry')
      .select(['id', 'event_at', 'event_label', 'memory_type', 'memory_strength'])
      .where('persona_id', '=', personaId)
      .execute()
  await read()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const took = await median(read)
  delay.disable()
  results.push(
    { what: 'map of 10,000, p50', value: took, unit: 'ms', ratio: took / (await median(bare)) },
    { what: 'event loop delay meanwhile, p99', value: delay.percentile(99) / 1e6, unit: 'ms' },
  )
  await close()
  await rm(folder, { recursive: true, force: true })
}

async function benchPicture(): Promise<void> {
  const workbench = await startWorkbench()
  const executablePath = findOrInstallBrowser()
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.addInitScript(watchFrames)

  await page.goto('about:blank')
  await page.setContent('<div style="height:760000px">bare</div>')
  const bare = await watch(page, cdp, () => wheel(page, 120))
  report('a bare page scrolled, per step', bare)

  await page.goto(workbench.uiUrl)
  const personaId = await importLife(page, workbench)
  const startedAt = performance.now()
  await page.goto(`${workbench.url}/ui/personas/${personaId}`)
  const list = page.getByRole('list', { name: 'Memories' }).getByRole('listitem')
  await list.first().waitFor()
  results.push({ what: 'first picture', value: performance.now() - startedAt, unit: 'ms' })
  await page.waitForTimeout(1_000)

  report('scrolled, per step', await watch(page, cdp, () => wheel(page, 120)), bare)
  report('flung, 40 rows a step', await watch(page, cdp, () => wheel(page, 3_000)), bare)
  const slider = page.getByRole('slider', { name: 'As of', exact: true })
  report('as of dragged, per step', await watch(page, cdp, () => drag(page, slider, 'x')), bare)
  await page.getByRole('button', { name: 'Now', exact: true }).click()
  const strip = page.getByRole('img', { name: /^Memories over the whole life/ })
  report('overview dragged, per step', await watch(page, cdp, () => drag(page, strip, 'y')), bare)
  results.push({ what: 'memories on the page', value: await list.count(), unit: 'rows' })
  await browser.close()
  await workbench.stop()
}

type Watched = { cpuMs: number; frameMs: number; longTasks: number }

/** What the page's main thread and its frames do meanwhile. */
async function watch(page: Page, cdp: CDPSession, work: () => Promise<void>): Promise<Watched> {
  const busyMs = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
  }
  await page.evaluate(() => void Object.assign(window, { frames: [], longTasks: 0 }))
  const before = await busyMs()
  await work()
  const cpuMs = ((await busyMs()) - before) / STEPS
  const { frames, longTasks } = await page.evaluate(() => {
    const counts = window as unknown as { frames: number[]; longTasks: number }
    return { frames: counts.frames, longTasks: counts.longTasks }
  })
  frames.sort((a, b) => a - b)
  return { cpuMs, frameMs: frames[Math.floor(frames.length * 0.95)] ?? 0, longTasks }
}

/** Runs in the page. */
function watchFrames(): void {
  const counts = Object.assign(window, { frames: [] as number[], longTasks: 0 })
  new PerformanceObserver((list) => (counts.longTasks += list.getEntries().length)).observe({
    type: 'longtask',
  })
  let last = performance.now()
  const note = (now: number) => {
    counts.frames.push(now - last)
    last = now
    requestAnimationFrame(note)
  }
  requestAnimationFrame(note)
}

async function wheel(page: Page, pixels: number): Promise<void> {
  await page.mouse.move(650, 450)
  for (let step = 0; step < STEPS; step++) {
    await page.mouse.wheel(0, pixels)
    await page.waitForTimeout(FRAME_MS)
  }
}

async function drag(page: Page, target: ReturnType<Page['locator']>, along: 'x' | 'y') {
  const box = (await target.boundingBox())!
  const at = (share: number): [number, number] =>
    along === 'x'
      ? [box.x + box.width * (1 - share), box.y + box.height / 2]
      : [box.x + box.width / 2, box.y + box.height * share]
  await page.mouse.move(...at(0.02))
  await page.mouse.down()
  for (let step = 0; step < STEPS; step++) {
    await page.mouse.move(...at(0.02 + (0.9 * step) / STEPS))
    await page.waitForTimeout(FRAME_MS)
  }
  await page.mouse.up()
}

/** Over REST, with the key that the page got for its link. */
async function importLife(page: Page, { url }: Workbench): Promise<string> {
  await page.getByRole('link', { name: 'Personas', exact: true }).waitFor()
  const key = await page.evaluate(() => sessionStorage.getItem('workbench-key'))
  const post = async (path: string, body: unknown) => {
    const headers = { 'x-api-key': key ?? '', 'content-type': 'application/json' }
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { persona: { id: string } }
  }
  const seed = { firstName: 'Ada', lastName: 'Lind', age: 48, location: 'Lyon' }
  const { persona } = await post('/personas', { seed: { ...seed, baseOccupation: 'Nurse' } })
  const life = aLongLife(MEMORIES)
  for (let start = 0; start < life.length; start += 1_000)
    await post(`/personas/${persona.id}/timeline`, { entries: life.slice(start, start + 1_000) })
  return persona.id
}

function report(what: string, { cpuMs, frameMs, longTasks }: Watched, bare?: Watched): void {
  results.push(
    {
      what: `${what}: main thread`,
      value: cpuMs,
      unit: 'ms',
      ...(bare && { ratio: cpuMs / bare.cpuMs }),
    },
    { what: '  frame, p95', value: frameMs, unit: 'ms' },
    { what: '  tasks over 50 ms', value: longTasks, unit: '' },
  )
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1]!
}

await benchMap()
await benchPicture()
printResults(results)
