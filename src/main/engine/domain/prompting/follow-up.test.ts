import { expect, it } from 'vitest'
import { withItsSubject } from './follow-up.ts'

const history = [
  { prompt: 'Tell me about your school', response: 'It was far.' },
  { prompt: 'What about the fire?', response: 'No.' },
]

it.each(['Why?', 'Please, tell me.', 'And how did it end?', 'What happened then?', 'Go on'])(
  'goes on about what was talked of: %s',
  (question) => {
    expect(withItsSubject(question, history)).toBe(`What about the fire?\n${question}`)
  },
)

it('reaches past other follow-ups', () => {
  const longer = [...history, { prompt: 'Why?', response: 'Leave it.' }]
  expect(withItsSubject('Please?', longer)).toBe('What about the fire?\nPlease?')
})

it.each([
  'Do you have a dog?',
  'Hello',
  'Who are you?',
  'How are you feeling now?',
  'Thank you',
  'Is there something you are ashamed of?',
  'Are there debts?',
])('leaves alone what has a subject of its own, or none: %s', (question) => {
  expect(withItsSubject(question, history)).toBe(question)
})

it('is the question where nothing was talked of', () => {
  expect(withItsSubject('Why?', [])).toBe('Why?')
})
