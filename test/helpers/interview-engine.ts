import { createEngine } from '../../src/main/engine/index.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { createFakeChatModel } from './fake-chat-model.ts'

/** An engine over a folder whose model has climbed another mountain in every answer. */
export async function openInterviews(workspaceDir: string) {
  const model = createFakeChatModel({
    rehearsal: false,
    answer: ({ context }) => `I climbed Mount ${context.userPrompt.split(' ').at(-1)} in 2009.`,
  })
  const engine = await createEngine({
    workspaceDir,
    resourcesDir: 'resources',
    vectorIndex: 'exact',
    models: {
      get: () => model,
      list: () => [{ name: model.name, rehearsal: false }],
      embedding: createOfflineEmbedding(),
    },
  })
  const principal = engine.principal('cli')
  async function call(path: string, body?: object) {
    const init: RequestInit =
      body === undefined
        ? {}
        : {
            method: 'POST',
            body: JSON.stringify(body),
            headers: { 'content-type': 'application/json' },
          }
    const request = new Request(`http://localhost${path}`, init)
    return (await engine.app.fetch(request, { principal })).json()
  }
  return { engine, call }
}
