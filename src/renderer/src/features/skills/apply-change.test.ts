import { expect, it } from 'vitest'
import { Skill } from '../../../../shared/contract/skills.ts'
import { toRequest } from './apply-change.ts'

const id = '6f3c1f8e-5b0a-4a52-9c53-0d6a0f6a9b11'
const skill = Skill.parse({
  id,
  tenantId: id,
  versionId: id,
  version: 1,
  name: 'Tea',
  objective: 'Learn which.',
  questions: [
    { id: 'a', type: 'open', text: 'Why?' },
    { id: 'b', type: 'single', text: 'Which?', options: ['One', 'Two'] },
  ],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
})

it('sets a text, a setting or an option, and nothing else', () => {
  const [first, second] = skill.questions
  const put = (path: string, value: string | boolean) => toRequest(skill, { path, value })
  expect(put('objective', 'Learn why.')).toEqual({ objective: 'Learn why.' })
  expect(put('questions.0.text', 'Why not?')).toEqual({
    questions: [{ ...first, text: 'Why not?' }, second],
  })
  expect(put('questions.1.allowDontKnow', true)).toEqual({
    questions: [first, { ...second, allowDontKnow: true }],
  })
  expect(put('questions.1.options.0', 'Three')).toEqual({
    questions: [first, { ...second, options: ['Three', 'Two'] }],
  })
})
