import { expect, it } from 'vitest'
import { subjectOf } from './subject.ts'

it.each([
  { question: 'What do you think about shared electric cars?', subject: 'shared electric cars' },
  { question: 'How useful is a shared electric car to you?', subject: 'a shared electric car' },
  { question: 'How likely are you to buy the Freshia meal kit?', subject: 'the Freshia meal kit' },
  { question: 'Would you use an app instead of cash?', subject: 'an app' },
  { question: 'How do you feel about your town and its parks?', subject: 'my town' },
  { question: 'Is the new bus line any good, in your view?', subject: 'the new bus line any good' },
  {
    question: 'What worries you about artificial intelligence at work?',
    subject: 'artificial intelligence',
  },
  { question: 'Why?', subject: 'it' },
  { question: '', subject: 'it' },
])('of "$question" is "$subject"', ({ question, subject }) => {
  expect(subjectOf(question)).toBe(subject)
})
