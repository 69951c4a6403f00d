import { expect, it } from 'vitest'
import type { RunEvidence } from '../../src/shared/contract/arm-evidence.ts'
import type { Replay } from '../../src/shared/contract/run-comparison.ts'
import { createOfflineChat } from '../../src/main/engine/models/offline-chat.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { launchSmallStudy, openTestEngine, waitForRun } from '../helpers/test-engine.ts'

it('replays ratings of an embedding on the network without it, and calls nobody for evidence', async () => {
  const chat = createOfflineChat({ matches: () => true })
  const offline = createOfflineEmbedding()
  let isOnline = true
  const served = {
    id: 'served-embedding-1',
    dimensions: offline.dimensions,
    embed: async (texts: readonly string[]) => {
      if (!isOnline) throw new Error('There is no network')
      return offline.embed(texts)
    },
  }
  const engine = await openTestEngine(
    {},
    {
      models: {
        get: () => chat,
        list: () => [{ name: 'offline', rehearsal: true }],
        embedding: served,
      },
    },
  )
  const run = await launchSmallStudy(engine, {
    people: 12,
    questions: [
      {
        id: 'spoken',
        text: 'How do you like tea?',
        type: 'likert',
        mode: 'similarity',
        references: [
          ['I hate it', 'I do not like it', 'I do not mind', 'I like it', 'I love it'],
          ['Never tea', 'Rather no tea', 'Some tea', 'Rather tea', 'Always tea'],
        ],
      },
    ],
  })
  expect(await waitForRun(engine, run.id)).toMatchObject({ status: 'succeeded' })
  isOnline = false
  const { replay } = await engine.call<{ replay: Replay }>('POST', `/runs/${run.id}/replay`, {})
  expect(replay).toMatchObject({ identical: true, tasks: 12, differences: [] })
  const { questions } = await engine.call<RunEvidence>('GET', `/runs/${run.id}/evidence`)
  const quality = questions[0]!.referenceQuality!
  expect(quality.sets.map(({ alikeness, order }) => [alikeness, order])).toEqual([
    [null, null],
    [null, null],
  ])
  expect(quality.rated).toBeGreaterThan(8)
  expect(quality.sets[0]!.discrimination).toBeGreaterThan(0)
  await engine.close()
})
