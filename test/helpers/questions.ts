import { Question } from '../../src/shared/contract/questions.ts'

const base = { id: 'q', text: 'What do you think?' }
const options = ['Bus', 'Bus and train', 'Car', 'Bicycle; or on foot', 'None of these']

/** One question of every type, options that are easily mixed up among them. */
export const oneOfEach: readonly Question[] = [
  { ...base, type: 'open' },
  { ...base, type: 'single', options, rotateOptions: true, anchorLast: 1 },
  { ...base, type: 'multi', options, exclusive: ['None of these'], maxChoices: 3 },
  { ...base, type: 'likert' },
  { ...base, type: 'numeric', min: -5, max: 5, decimals: 1 },
  { ...base, type: 'yesno' },
  { ...base, type: 'nps' },
  { ...base, type: 'rank', options, rotateOptions: true, top: 3 },
  { ...base, type: 'allocation', options, unit: 'points' },
  { ...base, type: 'matrix', rows: ['It is fast: always', 'It is cheap', 'Fun'], rotateRows: true },
  { ...base, type: 'maxdiff', options: [...options, 'Taxi'], setSize: 3 },
  {
    ...base,
    type: 'conjoint',
    attributes: [
      { name: 'Price', levels: ['1 €', '2 €', '3 €'] },
      { name: 'Speed', levels: ['Slow', 'Fast'] },
    ],
    tasks: 6,
  },
  { ...base, type: 'price', prices: [1, 2.5, 5, 10], currency: '€', ladder: 'all' },
  {
    ...base,
    type: 'json',
    schema: {
      type: 'object',
      properties: {
        choice: { enum: ['a', 'b'] },
        count: { type: 'integer', minimum: 1, maximum: 9 },
        words: { type: 'string' },
      },
      required: ['choice', 'count'],
      additionalProperties: false,
    },
  },
].map((question) => Question.parse(question))
