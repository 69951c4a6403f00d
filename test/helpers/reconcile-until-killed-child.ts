// A process to be killed: opens the workspace given as its first argument with an embedding model
// that takes its time, has everything embedded again, and says how far it is.
import { createEngine } from '../../src/main/engine/index.ts'
import { createFakeChatModel } from './fake-chat-model.ts'
import { slowly, wordEmbedding } from './word-embedding.ts'

const [workspaceDir] = process.argv.slice(2) as [string]
const chat = createFakeChatModel()
const engine = await createEngine({
  workspaceDir,
  resourcesDir: 'resources',
  models: {
    get: () => chat,
    list: () => [{ name: 'fake', rehearsal: true }],
    embedding: slowly(wordEmbedding, 20),
  },
})
const principal = engine.principal('cli')
for (;;) {
  const answer = await engine.app.fetch(new Request('http://localhost/timeline/reconcile'), {
    principal,
  })
  const { jobs } = (await answer.json()) as { jobs: { progress: { done: number } | null }[] }
  console.log(jobs[0]?.progress?.done ?? 0)
  await new Promise((resolve) => setTimeout(resolve, 20))
}
