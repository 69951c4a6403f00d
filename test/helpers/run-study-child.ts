// A process to be killed: opens the workspace given as its first argument, launches the study file
// given as its second unless a run is there already, and ends when the run is over. A third argument
// is the price of the model that the environment names, as JSON.
import { readFile } from 'node:fs/promises'
import type { Run } from '../../src/shared/contract/runs.ts'
import type { Study } from '../../src/shared/contract/studies.ts'
import { createEngine } from '../../src/main/engine/index.ts'

const [workspaceDir, studyFile, pricing] = process.argv.slice(2) as [string, string, string?]
const engine = await createEngine({
  workspaceDir,
  resourcesDir: 'resources',
  vectorIndex: 'exact',
})
const principal = engine.principal('cli')

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const init: RequestInit = { method }
  if (body !== undefined) {
    init.body = JSON.stringify(body)
    init.headers = { 'content-type': 'application/json' }
  }
  const answer = await engine.app.fetch(new Request(`http://localhost${path}`, init), { principal })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as T
}

async function launch(): Promise<Run> {
  if (pricing !== undefined) {
    const model = process.env['WORKBENCH_MODEL_NAME']
    await call('PUT', '/models/pricing', { model, pricing: JSON.parse(pricing) })
  }
  const file = await readFile(studyFile, 'utf8')
  const { study } = await call<{ study: Study }>('POST', '/study-files', { file })
  return (await call<{ run: Run }>('POST', `/studies/${study.id}/runs`, {})).run
}

const { runs } = await call<{ runs: Run[] }>('GET', '/runs')
const { id } = runs[0] ?? (await launch())
console.log('running')
for (;;) {
  const { run } = await call<{ run: Run }>('GET', `/runs/${id}`)
  if (run.status === 'succeeded' || run.status === 'budget_stopped') break
  await new Promise((resolve) => setTimeout(resolve, 20))
}
console.log('over')
await engine.close()
