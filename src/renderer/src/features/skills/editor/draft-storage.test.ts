import { expect, it } from 'vitest'
import { questionTypes } from '../../../../../shared/contract/questions.ts'
import { readDraft } from './draft-storage.ts'
import { newQuestion } from './new-question.ts'
import { emptySkillDraft, toCard } from './skill-draft.ts'

const text = (change: object = {}) =>
  JSON.stringify({ base: null, draft: { ...emptySkillDraft, ...change } })
const withQuestion = (question: object) => text({ cards: [{ key: 'a', question }] })

it('reads a draft of every type as the editor begins it', () => {
  const cards = questionTypes.map((type) => toCard(newQuestion([], type)))
  expect(readDraft(text({ cards }))?.draft.cards).toHaveLength(questionTypes.length)
})

it('reads what is unfinished: no wording, no options, a cleared number', () => {
  expect(readDraft(withQuestion({ id: 'q', type: 'single', text: '', options: [] }))).toBeDefined()
  expect(readDraft(withQuestion({ id: 'q', type: 'numeric', text: 'How many?' }))).toBeDefined()
})

it('reads a draft of before there were rules', () => {
  const { evaluation: _, ...before } = emptySkillDraft
  expect(readDraft(JSON.stringify({ base: null, draft: before }))?.draft.evaluation).toEqual([])
})

it.each([
  '{"base": nu',
  'null',
  text({ cards: 'none' }),
  withQuestion({ id: 'q', type: 'telepathy', text: 'What do I think?' }),
  withQuestion({ id: 'q', type: 'single', text: 'Which?' }),
  withQuestion({ id: 'q', type: 'single', text: 'Which?', options: 'a,b' }),
  withQuestion({ id: 'q', type: 'yesno', text: 'So?', showIf: 'always' }),
  withQuestion({ id: 'q', type: 'open', text: 'Why?', skipTo: { to: 'q' } }),
  text({ evaluation: [{ id: 'e', name: 'E', type: 'keywords', words: 'price' }] }),
  text({ evaluation: [{ id: 'e', name: 'E', type: 'magic' }] }),
])('does not take for a draft what the editor could not show: %s', (damaged) => {
  expect(readDraft(damaged)).toBeUndefined()
})
