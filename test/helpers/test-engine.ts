import { readFileSync } from 'node:fs'
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

/** A study as `POST /study-files` takes it, with the files that it names. */
export type StudyBody = {
  readonly file: string | object
  readonly files?: Readonly<Record<string, string>>
}

export type SmallStudy = {
  people?: number
  /** What is said of each of them besides, or instead. */
  person?: (i: number) => object
  design?: object
  questions?: readonly object[]
}

/** A study on a few people, all in one cohort. */
export function smallStudy({
  people = 6,
  person = () => ({}),
  design = {},
  questions = [{ id: 'q', type: 'likert', text: 'Fine?' }],
}: SmallStudy = {}): StudyBody {
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
        ...person(i),
      })),
    },
    cohorts: [{ name: 'Everyone', criteria: { all: [] } }],
    population: {},
    skill: { name: 'Small', objective: 'Test', questions },
    study: design,
  }
  return { file }
}

/** The study that the workbench comes with. */
export function sampleStudy(): StudyBody {
  const read = (name: string) => readFileSync(`resources/samples/${name}`, 'utf8')
  return {
    file: read('parcel-lockers.yaml'),
    files: { 'people.csv': read('people.csv'), 'margins.csv': read('margins.csv') },
  }
}

export async function importStudy({ call }: TestEngine, body: StudyBody): Promise<Study> {
  return (await call<{ study: Study }>('POST', '/study-files', body)).study
}

export async function launchStudy({ call }: TestEngine, { id }: { id: string }): Promise<Run> {
  return (await call<{ run: Run }>('POST', `/studies/${id}/runs`, {})).run
}

/** Launches a study and returns its run as it ended. */
export async function runStudy(engine: TestEngine, study: { id: string }): Promise<Run> {
  return waitForRun(engine, (await launchStudy(engine, study)).id)
}

/** Launches a study on a few people. */
export async function launchSmallStudy(engine: TestEngine, study?: SmallStudy): Promise<Run> {
  return launchStudy(engine, await importStudy(engine, smallStudy(study)))
}

/** The same, as it ended. */
export async function runSmallStudy(engine: TestEngine, study?: SmallStudy): Promise<Run> {
  return runStudy(engine, await importStudy(engine, smallStudy(study)))
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
