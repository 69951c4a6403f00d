import { afterAll, beforeAll, expect, it } from 'vitest'
import { questionTypes } from '../../src/shared/contract/questions.ts'
import { newQuestion } from '../../src/renderer/src/features/skills/editor/new-question.ts'
import { openRest, type Rest } from '../helpers/rest.ts'

let rest: Rest
beforeAll(async () => {
  rest = await openRest()
})
afterAll(async () => {
  expect(rest.bugs).toEqual([])
  await rest.close()
})

it('says what a persona would get', async () => {
  const tea = { id: 'tea', type: 'single', text: 'Which tea?', options: ['Green', 'Black'] }
  const body = { questions: [tea, { ...tea, id: 'free', mode: 'two-pass' }] }
  const { prompts } = await rest.get('/skills/preview', { body })
  expect(prompts).toEqual([
    { questionId: 'tea', prompt: expect.stringMatching(/^Which tea\?\n[^]*Green\n[^]*Black/) },
    { questionId: 'free', prompt: 'Which tea?' },
  ])
})

it.each(questionTypes)('shows a new question of type %s', async (type) => {
  const question = { ...newQuestion([], type), text: 'How about it?' }
  const { prompts } = await rest.get('/skills/preview', { body: { questions: [question] } })
  expect(prompts[0].prompt).toContain('How about it?')
})

it('refuses a question that is not finished, and says which', async () => {
  const body = { questions: [{ id: 'q', type: 'single', text: 'Which?', options: ['One'] }] }
  const { status, body: answer } = await rest.ask('/skills/preview', { body })
  expect(status).toBe(400)
  expect(answer.details[0].path).toBe('questions.0.options')
})
