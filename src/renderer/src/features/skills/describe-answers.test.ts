import { expect, it } from 'vitest'
import { Question } from '../../../../shared/contract/skills.ts'
import { answerLists, describeAnswers } from './describe-answers.ts'

const question = (more: object) => Question.parse({ id: 'q', text: 'Well?', ...more })

it('lists what is chosen from, and says the rest', () => {
  const single = question({ type: 'single', options: ['A', 'B'], allowDontKnow: true })
  expect(answerLists(single)).toEqual([{ path: 'options', name: 'Options', texts: ['A', 'B'] }])
  expect(describeAnswers(single)).toBe('“don’t know” offered')
  expect(describeAnswers(question({ type: 'open' }))).toBe('In their own words')
  expect(describeAnswers(question({ type: 'numeric', min: 0, max: 20, unit: '€' }))).toBe(
    '0 to 20 €',
  )
})

it('lists the levels of each attribute', () => {
  const attributes = [{ name: 'Price', levels: ['1 €', '2 €'] }]
  const conjoint = { id: 'q', type: 'conjoint', text: 'Which?', attributes } as unknown as Question
  expect(answerLists(conjoint)).toEqual([
    { path: 'attributes.0.levels', name: 'Price', texts: ['1 €', '2 €'] },
  ])
})
