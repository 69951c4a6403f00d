import { describe, expect, it } from 'vitest'
import { oneOfEach } from '../../../../../test/helpers/questions.ts'
import type { QuestionType } from '../../../../shared/contract/questions.ts'
import { fillQuestion, fillText } from '../studies/fill-question.ts'
import { valuesFor } from '../studies/shown-question.ts'
import { wordsOfAnswers } from '../studies/words-of-answers.ts'
import { answerInWords } from './answer-in-words.ts'

const of = (type: QuestionType) => oneOfEach.find((question) => question.type === type)!
const words = (type: QuestionType, value: unknown) =>
  answerInWords(of(type), of(type), { status: 'valid', value: value as never, text: '' })

describe('a valid answer', () => {
  it.each<[QuestionType, unknown, string]>([
    ['open', 'I like it.', 'I like it.'],
    ['single', 'Car', 'Car'],
    ['multi', ['Bus', 'Car'], 'Bus, Car'],
    ['likert', 4, 'Agree'],
    ['numeric', -2.5, '-2.5'],
    ['yesno', 'no', 'No'],
    ['nps', 9, '9'],
    ['rank', ['Car', 'Bus'], '1. Car, 2. Bus'],
    ['allocation', { Bus: 60, Car: 40 }, '60 to Bus, 40 to Car'],
    ['matrix', { Fun: 1, 'It is cheap': 5 }, 'It is cheap: Strongly agree; Fun: Strongly disagree'],
    [
      'maxdiff',
      [{ shown: ['Bus', 'Car', 'Taxi'], best: 'Bus', worst: 'Taxi' }],
      'best Bus, worst Taxi',
    ],
    [
      'conjoint',
      [
        {
          profiles: [
            [0, 0],
            [1, 1],
          ],
          chosen: 1,
        },
        { profiles: [[0, 0]], chosen: null },
      ],
      '2 €, Fast; none',
    ],
    ['price', { highest: 2.5, asked: [] }, 'up to 2.5 €'],
    ['price', { highest: null, asked: [] }, 'none accepted'],
    ['json', { choice: 'a', count: 3 }, 'choice: a; count: 3'],
  ])('to %s %j reads “%s”', (type, value, expected) => {
    expect(words(type, value)).toBe(expected)
  })
})

it.each([
  ['dont_know', 'Don’t know'],
  ['refused', 'Refused'],
  ['invalid', 'Not understood: Perhaps a boat?'],
] as const)('says %s in words', (status, expected) => {
  const answer = { status, value: null, text: 'Perhaps a boat?' }
  expect(answerInWords(of('single'), of('single'), answer)).toBe(expected)
})

describe('what is filled in', () => {
  const single = { ...of('single'), options: ['Pay {{how}}', 'After {{answers.use}}'] } as never
  const chosen = (value: string) => ({ status: 'valid', value, text: '' }) as const

  it('is shown as it was, or as a blank with its name', () => {
    const filled = fillQuestion(single, { how: 'by the month' })
    expect(answerInWords(single, filled, chosen('Pay {{how}}'))).toBe('Pay by the month')
    expect(answerInWords(single, filled, chosen('After {{answers.use}}'))).toBe(
      'After [answer to use]',
    )
    expect(answerInWords(single, single, chosen('Pay {{how}}'))).toBe('Pay [how]')
  })

  it('comes from the answers of the same person', () => {
    const use = { ...of('yesno'), id: 'use' }
    const answers = [
      { questionId: 'use', status: 'valid', value: 'yes', text: 'Yes.' },
      { questionId: 'q', ...chosen('After {{answers.use}}') },
      { questionId: 'gone', status: 'valid', value: 3, text: 'Three.' },
    ] as const
    expect(wordsOfAnswers([use, single], {}, answers).map((answer) => answer.words)).toEqual([
      'Yes',
      'After Yes',
      'Three.',
    ])
  })

  it('is filled in itself before it fills another question', () => {
    const pay = { ...of('single'), id: 'pay', options: ['Pay {{how}}', 'Not at all'] } as never
    const given = new Map([['pay', { value: 'Pay {{how}}' }]])
    const values = valuesFor([pay], { how: 'by the month' }, given)
    expect(values['answers.pay']).toBe('Pay by the month')
    expect(fillText('You said “{{answers.pay}}”.', values)).toBe('You said “Pay by the month”.')
  })
})
