import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Question } from '../../../../shared/contract/skills.ts'
import { parseAnswer, renderQuestion } from './first-step.ts'

const likert = Question.parse({ id: 'q', type: 'likert', text: 'Useful?' })
const single = Question.parse({
  id: 'q',
  type: 'single',
  text: 'Which?',
  options: ['Bus', 'Bus and train', 'Car', 'None of these'],
  allowDontKnow: true,
})
const numeric = Question.parse({
  id: 'q',
  type: 'numeric',
  text: 'How much?',
  min: 0,
  max: 5000,
  decimals: 2,
  unit: 'euros',
})

describe('a choice', () => {
  it.each([
    ['Answer: Bus', 'Bus'],
    ['answer:  **Bus and train**\n\nBecause I take both the bus and the car.', 'Bus and train'],
    ['Car.', 'Car'],
    ['3', 'Car'],
    ['(c) Car', 'Car'],
    ['I would take the car', 'Car'],
    ['Answer: Bus and train, mostly', 'Bus and train'],
    ['Answer: none of these', 'None of these'],
  ])('%j is %s', (text, value) => {
    expect(parseAnswer(single, text)).toEqual({ status: 'valid', value })
  })

  it.each([
    'Answer: Bus or Car',
    'Answer: a plane',
    'Answer: not the Car',
    '7',
    '1. Car',
    '',
    'Error: connection reset',
  ])('%j is invalid, never the first option', (text) => {
    expect(parseAnswer(single, text)).toMatchObject({ status: 'invalid', value: null })
  })

  it('tells not knowing from refusing, and allows the first only where it is offered', () => {
    expect(parseAnswer(single, 'Answer: I don’t know\nHard to say.').status).toBe('dont_know')
    expect(parseAnswer(single, "Answer: I'd rather not say").status).toBe('refused')
    expect(parseAnswer(likert, "Answer: I don't know").status).toBe('invalid')
  })
})

describe('a scale', () => {
  it.each([
    ['Answer: Agree', 4],
    ['Answer: Strongly agree', 5],
    ['4. Agree', 4],
    ['2', 2],
    ['Answer: neither agree nor disagree', 3],
  ])('%j is %d', (text, value) => {
    expect(parseAnswer(likert, text)).toEqual({ status: 'valid', value })
  })
  it('does not take a contradiction', () => {
    expect(parseAnswer(likert, 'Answer: 2. Strongly agree').status).toBe('invalid')
    expect(parseAnswer(likert, 'Answer: I do not agree').status).toBe('invalid')
  })
})

describe('a number', () => {
  it.each([
    ['Answer: 1200', 1200],
    ['Answer: 1,200.50 euros', 1200.5],
    ['Answer: 1.200,50 €', 1200.5],
    ['Answer: €3,5', 3.5],
    ['Answer: 1 200', 1200],
    ['about 45 euros', 45],
    ['Answer: 1,200', 1200],
  ])('%j is %d', (text, value) => {
    expect(parseAnswer(numeric, text)).toEqual({ status: 'valid', value })
  })
  it.each(['Answer: between 10 and 20', 'Answer: 6000', 'Answer: a lot', 'Answer: −5'])(
    '%j is invalid',
    (text) => {
      expect(parseAnswer(numeric, text).status).toBe('invalid')
    },
  )
})

it('reads back every option of any question as itself', () => {
  const options = fc.uniqueArray(fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,20}[A-Za-z]$/), {
    minLength: 2,
    maxLength: 6,
    selector: (text) => text.toLowerCase().replaceAll(/\s+/g, ' '),
  })
  fc.assert(
    fc.property(options, fc.nat(), (texts, index) => {
      const question = Question.parse({ id: 'q', type: 'single', text: 'Which?', options: texts })
      if (question.type !== 'single') return
      const option = question.options[index % question.options.length]!
      expect(parseAnswer(question, `Answer: ${option}\n\nBecause.`)).toEqual({
        status: 'valid',
        value: option,
      })
    }),
  )
})

it('puts the whole question: text, every option and how to answer', () => {
  expect(renderQuestion(single)).toBe(
    [
      'Which?',
      '',
      '- Bus',
      '- Bus and train',
      '- Car',
      '- None of these',
      '',
      `Answer on the first line as "Answer: …" with one of the options above, word for word; "I don't know"; or "I'd rather not say". Then say in a sentence or two why.`,
    ].join('\n'),
  )
})
