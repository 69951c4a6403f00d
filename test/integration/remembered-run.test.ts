import { afterEach, expect, it } from 'vitest'
import type { Run, RunMemories } from '../../src/shared/contract/runs.ts'
import type { TimelineEntry } from '../../src/shared/contract/timeline.ts'
import { createFakeChatModel } from '../helpers/fake-chat-model.ts'
import {
  openTestEngine,
  runSmallStudy,
  waitForRun,
  type TestEngine,
} from '../helpers/test-engine.ts'

let engine: TestEngine
afterEach(() => engine.close())

const questions = [
  { id: 'q', type: 'likert', text: 'The {{place}} is easy to reach.' },
  { id: 'o', type: 'open', text: 'You said {{answers.q}}. Why?' },
]
const twoWays = {
  design: 'within',
  replicates: 2,
  conditions: [
    { id: 'a', name: 'A', variables: { place: 'shop' } },
    { id: 'b', name: 'B', variables: { place: 'locker' } },
  ],
}

/** What the personas of the workspace have from studies, by persona. */
async function studyMemories(): Promise<TimelineEntry[][]> {
  const { personas } = await engine.call<{ personas: { id: string }[] }>('GET', '/personas')
  return Promise.all(
    personas.map(async ({ id }) => {
      const { entries } = await engine.call<{ entries: TimelineEntry[] }>(
        'GET',
        `/personas/${id}/timeline?limit=200`,
      )
      return entries.filter(({ source }) => source === 'study')
    }),
  )
}

async function waitForMemories(runId: string, written: number): Promise<RunMemories> {
  for (let i = 0; ; i++) {
    const memories = await engine.call<RunMemories>('GET', `/runs/${runId}/memories`)
    if ((memories.state === 'succeeded' && memories.written >= written) || i > 500) return memories
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

it('leaves no trace unless the study says so', async () => {
  engine = await openTestEngine()
  const { id } = await runSmallStudy(engine, { people: 2 })
  expect(await engine.call('GET', `/runs/${id}/memories`)).toEqual({ state: 'off', written: 0 })
  expect((await studyMemories()).flat()).toEqual([])
})

it('is remembered once it is over, one memory for each condition, replicates aside', async () => {
  const model = createFakeChatModel({
    answer: ({ context }) =>
      context.userPrompt.includes('Why?') ? 'Because it is near.' : 'Answer: Agree',
  })
  engine = await openTestEngine({ fake: model })
  const run = await runSmallStudy(engine, {
    questions,
    people: 3,
    design: { ...twoWays, model: 'fake', remember: true },
  })
  expect(await waitForMemories(run.id, 6)).toEqual({ state: 'succeeded', written: 6 })
  const [first, ...others] = await studyMemories()
  for (const memories of [first!, ...others]) expect(memories).toHaveLength(2)
  const [shop] = first!.filter(({ facts }) => facts.includes('shop'))
  expect(shop).toMatchObject({
    eventLabel: 'Answered 2 questions, the first: The shop is easy to reach.',
    facts:
      'Asked “The shop is easy to reach.”, I answered: Agree. Asked “You said Agree. Why?”, I answered: Because it is near.',
    memoryType: 'normal',
    metadata: { runId: run.id },
  })
  // Nothing of it was there for any task of the run itself.
  const prompts = model.requests.flatMap(({ messages }) => messages.map(({ content }) => content))
  expect(prompts.filter((text) => text.includes('I answered:'))).toEqual([])
})

it('comes to mind in the next run', async () => {
  const model = createFakeChatModel({ answer: () => 'Answer: Agree' })
  engine = await openTestEngine({ fake: model })
  const run = await runSmallStudy(engine, {
    questions: [{ id: 'q', type: 'likert', text: 'The parcel locker is easy to reach.' }],
    people: 2,
    design: { model: 'fake', remember: true },
  })
  await waitForMemories(run.id, 2)
  const { run: again } = await engine.call<{ run: Run }>('POST', `/studies/${run.studyId}/runs`, {
    cache: false,
  })
  await waitForRun(engine, again.id)
  expect(
    model.requests
      .at(-1)!
      .messages.map(({ content }) => content)
      .join('\n'),
  ).toContain('The parcel locker is easy to reach')
  await waitForMemories(again.id, 2)
  expect((await studyMemories()).map(({ length }) => length)).toEqual([2, 2])
})
