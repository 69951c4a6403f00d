import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Codebook, CodebookProposals } from '../../src/shared/contract/codebooks.ts'
import type { Run } from '../../src/shared/contract/runs.ts'
import { createOpenAiChat } from '../../src/main/engine/models/openai-chat.ts'
import { startFakeOpenAi } from '../helpers/fake-openai-server.ts'
import { memorySecrets } from '../helpers/memory-secrets.ts'
import { openTestEngine, runSmallStudy, type TestEngine } from '../helpers/test-engine.ts'

const said = [
  'The price of the ticket is too high for my budget',
  'The queue at the counter took an hour and I had to wait',
]

let server: Awaited<ReturnType<typeof startFakeOpenAi>>
let engine: TestEngine
let run: Run
let path: string

beforeAll(async () => {
  server = await startFakeOpenAi()
  server.behave((n) => ({ kind: 'answer', words: [`${said[n % 2]!}, I was number ${n}`] }))
  const endpoint = { baseUrl: server.baseUrl, model: 'served' }
  const model = createOpenAiChat(endpoint, { secrets: memorySecrets(), now: Date.now })
  engine = await openTestEngine({ served: model })
  run = await runSmallStudy(engine, {
    people: 24,
    questions: [{ id: 'why', type: 'open', text: 'What was it like?' }],
    design: { model: 'served' },
  })
  path = `/runs/${run.id}/codebooks/why`
}, 60_000)
afterAll(async () => {
  await engine.close()
  await server.stop()
})

const propose = () => engine.call<CodebookProposals>('POST', `${path}/proposals`)
const codebook = () =>
  engine.call<{ codebook: Codebook }>('GET', path).then((answer) => answer.codebook)
const answerWith = (text: string) => server.behave({ kind: 'answer', words: [text] })

describe('proposals of a language model', () => {
  it('are edits to accept one by one; nothing is changed by asking', async () => {
    answerWith(
      `Here you are: ${JSON.stringify({
        proposals: [
          { action: 'rename', themes: [1], label: 'A clear name', reason: 'It is plain' },
          { action: 'merge', themes: [1, 2], label: 'Everything', reason: 'The same' },
          { action: 'rename', themes: [77], label: 'Nobody', reason: '' },
        ],
      })}`,
    )
    const { proposals, unusable, modelName } = await propose()
    expect({ unusable, modelName }).toEqual({ unusable: 1, modelName: 'served' })
    expect(proposals.map(({ edit }) => edit.type)).toEqual(['rename', 'merge'])
    const before = await codebook()
    expect(before.revision).toBe(0)
    await engine.call('POST', `${path}/edits`, { edit: proposals[0]!.edit })
    const after = await codebook()
    expect(after.themes[0]!.label).toBe('A clear name')
    expect(after.history).toHaveLength(1)
  })

  it('are asked for with the themes and what people said, and no more than that', async () => {
    const { body } = server.seen.at(-1)!
    const asked = JSON.stringify(body)
    expect(asked).toContain('What was it like?')
    expect(asked).toMatch(/The price of the ticket|The queue at the counter/)
    expect(asked).not.toContain('Ada0')
  })

  it.each([
    ['words', 'I would rather not.'],
    ['another shape', '{"proposals": "none"}'],
    ['half an object', '{"proposals": [{"action": "rename"'],
  ])('fail as the model’s fault when it answers with %s, and change nothing', async (_, text) => {
    answerWith(text)
    const before = await codebook()
    await expect(propose()).rejects.toThrow(/502.*model_failed/)
    expect(await codebook()).toEqual(before)
  })
})

it('are not to be had from the built-in model', async () => {
  const plain = await openTestEngine()
  const { id } = await runSmallStudy(plain, {
    questions: [{ id: 'why', type: 'open', text: 'What was it like?' }],
  })
  await expect(plain.call('POST', `/runs/${id}/codebooks/why/proposals`)).rejects.toThrow(
    /409.*language model/,
  )
  await plain.close()
})
