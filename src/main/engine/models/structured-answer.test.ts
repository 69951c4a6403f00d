import { expect, it } from 'vitest'
import { z } from 'zod'
import { aChatRequest } from '../../../../test/helpers/chat-request.ts'
import { createFakeChatModel } from '../../../../test/helpers/fake-chat-model.ts'
import { startFakeOpenAi } from '../../../../test/helpers/fake-openai-server.ts'
import { memorySecrets } from '../../../../test/helpers/memory-secrets.ts'
import { createOpenAiChat } from './openai-chat.ts'
import { askForShape } from './structured-answer.ts'

const answer = z.strictObject({ verdict: z.enum(['yes', 'no']), reason: z.string() })
const request = { ...aChatRequest(), name: 'verdict', answer }

it.each([
  '{"verdict":"yes","reason":"so"}',
  'Sure!\n```json\n{ "verdict": "yes", "reason": "so" }\n```',
])('reads %j', async (text) => {
  const model = createFakeChatModel({ answer: () => text })
  expect(await askForShape(model, request)).toEqual({ verdict: 'yes', reason: 'so' })
})

it.each([
  ['I cannot say.', /invalid|expected/i],
  ['{"verdict":"yes"', /expected/i],
  ['{"verdict":"maybe","reason":"so"}', /verdict/],
  ['{"verdict":"yes","reason":"so","more":1}', /more/],
])('refuses %j', async (text, message) => {
  const model = createFakeChatModel({ answer: () => text })
  await expect(askForShape(model, request)).rejects.toMatchObject({
    code: 'model_failed',
    message: expect.stringMatching(message),
  })
})

it('asks an endpoint by schema, and without one where the endpoint refuses that', async () => {
  const server = await startFakeOpenAi()
  const endpoint = { baseUrl: server.baseUrl, model: 'small' }
  const model = createOpenAiChat(endpoint, { secrets: memorySecrets(), now: () => 0 })
  const words = ['{"verdict":"no",', '"reason":"x"}']
  server.behave({ kind: 'answer', words })
  expect(await askForShape(model, request)).toEqual({ verdict: 'no', reason: 'x' })
  expect(server.seen[0]!.body['response_format']).toEqual({
    type: 'json_schema',
    json_schema: {
      name: 'verdict',
      strict: true,
      schema: {
        type: 'object',
        properties: {
          verdict: { type: 'string', enum: ['yes', 'no'] },
          reason: { type: 'string' },
        },
        required: ['verdict', 'reason'],
        additionalProperties: false,
      },
    },
  })
  server.behave({ kind: 'picky', refuses: ['response_format'] })
  await expect(askForShape(model, request)).rejects.toMatchObject({ code: 'model_failed' })
  expect(server.seen.at(-1)!.body).not.toHaveProperty('response_format')
  await server.stop()
})
