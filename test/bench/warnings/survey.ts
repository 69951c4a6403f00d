import { Question } from '../../../src/shared/contract/questions.ts'

const options = ['Bus', 'Train', 'Car', 'Bicycle', 'On foot']

/** Twenty questions: every type with closed answers, most in a drawn order, some in blocks. */
export const survey: readonly Question[] = [
  ...numbered(4, (i) => ({ type: 'likert', text: `Statement ${i} on travel.`, block: 'views' })),
  ...numbered(3, (i) => ({
    type: 'single',
    text: `Way ${i}?`,
    options,
    rotateOptions: true,
    block: 'ways',
  })),
  ...numbered(2, (i) => ({
    type: 'multi',
    text: `Ways ${i}?`,
    options,
    rotateOptions: true,
    block: 'ways',
  })),
  ...numbered(2, (i) => ({ type: 'yesno', text: `Would you ${i}?` })),
  ...numbered(2, (i) => ({ type: 'nps', text: `Recommend ${i}?` })),
  {
    id: 'spend',
    type: 'numeric',
    text: 'Spending?',
    min: 0,
    max: 400,
    reference: { mean: 120, sd: 40 },
  },
  { id: 'minutes', type: 'numeric', text: 'Minutes?', min: 0, max: 180 },
  {
    id: 'expected',
    type: 'likert',
    text: 'Expected.',
    referenceShares: [0.1, 0.2, 0.3, 0.25, 0.15],
  },
  { id: 'places', type: 'rank', text: 'Order?', options, rotateOptions: true },
  { id: 'parts', type: 'allocation', text: 'Parts?', options, rotateOptions: true },
  ...numbered(2, (i) => ({
    type: 'matrix',
    text: `Views ${i}`,
    rows: ['Fast', 'Cheap', 'Clean', 'Safe', 'Easy'],
    rotateRows: true,
  })),
].map((question) => Question.parse(question))

export const rotation = { blocks: true, within: ['views', 'ways'] }

function numbered<T extends { type: string }>(count: number, make: (i: number) => T) {
  return Array.from({ length: count }, (_, i) => ({ id: `${make(i).type}${i}`, ...make(i) }))
}
