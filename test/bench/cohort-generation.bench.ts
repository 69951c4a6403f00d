/**
 * A cohort of 10,000 through the interface, from the request to the stored cohort, without a network.
 * `node test/bench/cohort-generation.bench.ts 2000` makes fewer.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine, type Engine } from '../../src/main/engine/index.ts'
import type { CohortGenerationJob } from '../../src/shared/contract/cohort-generation.ts'
import type { PersonaList } from '../../src/shared/contract/personas.ts'
import { printResults } from './bench-result.ts'

const COUNT = Number(process.argv[2] ?? 10_000)
const MOST_SECONDS = (30 * COUNT) / 10_000
const shares = (targets: Record<string, number>) =>
  Object.entries(targets).map(([category, share]) => ({ category, share }))

const folder = mkdtempSync(join(tmpdir(), 'bench-generation-'))
const engine = await createEngine({
  workspaceDir: join(folder, 'ws'),
  resourcesDir: 'resources',
  vectorIndex: 'exact',
})
try {
  await measure()
} finally {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const body = {
    name: 'Everyone',
    count: COUNT,
    where: { location: 'France' },
    margins: [
      { fields: ['gender'], targets: shares({ woman: 0.52, man: 0.48 }) },
      { fields: ['age'], targets: shares({ '18–34': 0.3, '35–54': 0.33, '55–85': 0.37 }) },
    ],
  }
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  const { jobId } = await call<{ jobId: string }>(engine, '/cohorts/generate', body)
  let job: CohortGenerationJob
  do {
    await new Promise((resolve) => setTimeout(resolve, 100))
    job = await call(engine, `/cohorts/generate/${jobId}`)
  } while (job.status === 'queued' || job.status === 'running')
  const seconds = (performance.now() - startedAt) / 1000
  const { user, system } = process.cpuUsage(cpu)
  delay.disable()
  if (job.status !== 'succeeded') throw new Error(JSON.stringify(job.error))
  const names = await fullNames(engine)
  printResults([
    { what: `${COUNT} people generated (wanted < ${MOST_SECONDS})`, value: seconds, unit: 's' },
    // Other work on the machine slows the clock, not this.
    { what: 'CPU per person, all threads', value: (user + system) / 1000 / COUNT, unit: 'ms' },
    { what: 'event loop delay, p99', value: delay.percentile(99) / 1e6, unit: 'ms' },
    { what: 'full names that nobody shares', value: (100 * names) / COUNT, unit: '%' },
    { what: 'margins off by', value: job.report!.maxGapPoints, unit: 'points' },
  ])
}

/** Different full names among everybody. */
async function fullNames(of: Engine): Promise<number> {
  const names = new Set<string>()
  let after = ''
  do {
    const page = await call<PersonaList>(of, `/personas?limit=200${after}`)
    for (const { firstName, lastName } of page.personas) names.add(`${firstName} ${lastName}`)
    after = page.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`
  } while (after !== '')
  return names.size
}

async function call<T>(of: Engine, path: string, body?: unknown): Promise<T> {
  const init: RequestInit =
    body === undefined
      ? {}
      : {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }
  const answer = await of.app.fetch(new Request(`http://localhost${path}`, init), {
    principal: of.principal('cli'),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as T
}
