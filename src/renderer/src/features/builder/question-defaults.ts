import type { QuestionOf, QuestionType } from '../../../../shared/contract/questions.ts'

const agreement = [
  'Strongly disagree',
  'Disagree',
  'Neither agree nor disagree',
  'Agree',
  'Strongly agree',
]
const rotated = { rotateOptions: false }

type Own<T extends QuestionType> = Omit<QuestionOf<T>, 'id' | 'text' | 'allowDontKnow'>

/** What a new question of each type begins with. */
export const questionDefaults: { readonly [T in QuestionType]: Own<T> } = {
  open: { type: 'open' },
  single: { type: 'single', options: ['Yes', 'No'], ...rotated },
  multi: { type: 'multi', options: ['Option 1', 'Option 2', 'Option 3'], ...rotated },
  likert: { type: 'likert', labels: agreement },
  numeric: { type: 'numeric', min: 0, max: 100, decimals: 0 },
  yesno: { type: 'yesno' },
  nps: { type: 'nps' },
  rank: { type: 'rank', options: ['Option 1', 'Option 2', 'Option 3'], ...rotated },
  allocation: { type: 'allocation', options: ['Option 1', 'Option 2'], total: 100, ...rotated },
  matrix: {
    type: 'matrix',
    rows: ['Statement 1', 'Statement 2'],
    labels: agreement,
    rotateRows: false,
  },
  maxdiff: {
    type: 'maxdiff',
    options: ['Option 1', 'Option 2', 'Option 3', 'Option 4', 'Option 5'],
    setSize: 4,
  },
  conjoint: {
    type: 'conjoint',
    attributes: [
      { name: 'Attribute 1', levels: ['Low', 'High'] },
      { name: 'Attribute 2', levels: ['Low', 'High'] },
    ],
    alternatives: 3,
    tasks: 8,
    allowNone: true,
  },
  price: { type: 'price', prices: [5, 10, 15, 20, 25], currency: '€', ladder: 'adaptive' },
  json: {
    type: 'json',
    schema: { type: 'object', properties: { answer: { type: 'string' } }, required: ['answer'] },
  },
}
