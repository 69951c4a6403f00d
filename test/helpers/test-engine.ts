import type { Run } from '../../src/shared/contract/runs.ts'
import type { Study } from '../../src/shared/contract/studies.ts'
import { createEngine, type Engine } from '../../src/main/engine/index.ts'
import type { EngineConfig } from '../../src/main/engine/engine-config.ts'
import type { ChatModel } from '../../src/main/engine/models/chat-model.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'

export type TestEngine = Engine & {
  /** Calls REST as the command line would; throws what is not a success. */
  call<T>(method: string, path: string, body?: unknown): Promise<T>
}

/** An engine in memory, exact vectors, with the models given by name. */
export async function openTestEngine(
  models: Readonly<Record<string, ChatModel>> = {},
  config: Partial<EngineConfig> = {},
): Promise<TestEngine> {
  const names = Object.keys(models)
  const engine = await createEngine({
    workspaceDir: ':memory:',
    resourcesDir: 'resources',
    ...(names.length > 0
      ? {
          models: {
            get: (name = names[0]!) => models[name]!,
            list: () => names.map((name) => ({ name, rehearsal: models[name]!.rehearsal })),
            embedding: createOfflineEmbedding(),
          },
        }
      : {}),
    ...config,
  })
  const principal = engine.principal('cli')
  return {
    ...engine,
    async call<T>(method: string, path: string, body?: unknown) {
      const init: RequestInit = { method }
      if (body !== undefined) {
        init.body = JSON.stringify(body)
        init.headers = { 'content-type': 'application/json' }
      }
      const request = new Request(`http://localhost${path}`, init)
      const answer = await engine.app.fetch(request, { principal })
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as T
    },
  }
}

export type SmallStudy = { people?: number; design?: object; questions?: readonly object[] }

/** Launches a study on a few people and returns its run. */
export async function launchSmallStudy(
  { call }: TestEngine,
  {
    people = 6,
    design = {},
    questions = [{ id: 'q', type: 'likert', text: 'Fine?' }],
  }: SmallStudy = {},
): Promise<Run> {
  const file = {
    workbench: 1,
    name: 'Small',
    personas: {
      inline: Array.from({ length: people }, (_, i) => ({
        firstName: `Ada${i}`,
        lastName: 'Berg',
        age: 30 + (i % 60),
        location: 'Leeds, England',
        baseOccupation: 'Nurse',
      })),
    },
    cohorts: [{ name: 'Everyone', criteria: { all: [] } }],
    population: {},
    skill: { name: 'Small', objective: 'Test', questions },
    study: design,
  }
  const { study } = await call<{ study: Study }>('POST', '/study-files', { file })
  return (await call<{ run: Run }>('POST', `/studies/${study.id}/runs`, {})).run
}

/** Waits until the run is as wanted. */
export async function waitForRun(
  { call }: TestEngine,
  runId: string,
  isWanted: (run: Run) => boolean = ({ status }) =>
    !['queued', 'running', 'paused'].includes(status),
): Promise<Run> {
  for (let i = 0; i < 2000; i++) {
    const { run } = await call<{ run: Run }>('GET', `/runs/${runId}`)
    if (isWanted(run)) return run
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('The run never got there')
}
