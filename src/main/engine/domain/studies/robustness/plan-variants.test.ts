import { expect, it } from 'vitest'
import { Question } from '../../../../../shared/contract/questions.ts'
import { planVariants } from './plan-variants.ts'

const questions = [
  Question.parse({ id: 'a', type: 'open', text: 'Why do you ride?' }),
  Question.parse({ id: 'b', type: 'likert', text: 'I like {{thing}}.' }),
  Question.parse({ id: 'c', type: 'yesno', text: '{{thing}}?' }),
]
const none = {
  wordings: [],
  punctuation: false,
  optionOrder: false,
  formats: [],
  models: [],
  maxVariants: 12,
}

it('has the study’s own way first, and alone where nothing else is wanted', () => {
  expect(planVariants(none, questions, 'offline')).toEqual({
    variants: [
      {
        id: 'v0',
        wording: 0,
        optionOrder: 'as_designed',
        format: 'second-person',
        model: 'offline',
      },
    ],
    wordings: [],
    isFull: true,
  })
})

it('crosses all levels while there is room', () => {
  const { variants, isFull } = planVariants(
    { ...none, wordings: [{ a: 'For what reason?' }], optionOrder: true, models: ['m', 'offline'] },
    questions,
    'offline',
  )
  expect([variants.length, isFull]).toEqual([8, true])
  const cells = variants.map((variant) => JSON.stringify({ ...variant, id: '' }))
  expect(new Set(cells).size).toBe(8)
})

it('takes a part in which levels, and pairs of them, meet about equally often', () => {
  const { variants, isFull } = planVariants(
    {
      ...none,
      wordings: [{ a: 'For what reason?' }, { a: 'What makes you ride?' }],
      optionOrder: true,
      formats: ['list', 'third-person'],
      models: ['m'],
      maxVariants: 12,
    },
    questions,
    'offline',
  )
  expect([variants.length, isFull]).toEqual([12, false])
  const counts = (of: (variant: (typeof variants)[number]) => string) =>
    [...Map.groupBy(variants, of).values()].map(({ length }) => length)
  for (const factor of ['wording', 'optionOrder', 'format', 'model'] as const) {
    const found = counts((variant) => String(variant[factor]))
    expect(Math.max(...found) - Math.min(...found)).toBeLessThanOrEqual(1)
  }
  const pairs = counts((variant) => `${variant.wording} ${variant.format}`)
  expect([pairs.length, Math.max(...pairs)]).toEqual([9, 2])
})

it('changes punctuation and nothing else, and leaves a variable at the beginning alone', () => {
  const { wordings } = planVariants({ ...none, punctuation: true }, questions, 'offline')
  expect(wordings).toEqual([{ a: 'why do you ride ?', b: 'I like {{thing}}', c: '{{thing}} ?' }])
})
