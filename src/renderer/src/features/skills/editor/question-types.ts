import type { QuestionType } from '../../../../../shared/contract/questions.ts'

type TypeWords = { readonly name: string; readonly about: string }

/** What each type is called on screen, and what its answers can tell. */
export const typeWords: Readonly<Record<QuestionType, TypeWords>> = {
  open: { name: 'Open answer', about: 'In their own words, with follow-ups if you like.' },
  single: { name: 'One of several', about: 'Exactly one option.' },
  multi: { name: 'Several of several', about: 'All options that apply, or a number of them.' },
  yesno: { name: 'Yes or no', about: 'One of the two.' },
  likert: { name: 'Agreement scale', about: 'Five or seven labelled points.' },
  nps: { name: 'Recommendation, 0 to 10', about: 'How likely to recommend (net promoter score).' },
  matrix: { name: 'Several statements, one scale', about: 'Every row is rated on the same scale.' },
  numeric: { name: 'Number', about: 'A number within a range.' },
  rank: { name: 'Ranking', about: 'Options from first to last.' },
  allocation: { name: 'Share out points', about: 'A total divided among options.' },
  maxdiff: {
    name: 'Best and worst (MaxDiff)',
    about: 'Small sets, in each the best and the worst: tells how far apart many options are.',
  },
  conjoint: {
    name: 'Choose between profiles (conjoint)',
    about: 'Profiles made of attributes: tells what each level of each attribute is worth.',
  },
  price: {
    name: 'Would they buy at this price',
    about: 'One price after another (Gabor–Granger): tells demand by price.',
  },
  json: { name: 'Structured answer', about: 'An object of the shape that a JSON Schema gives.' },
}

const group = (name: string, ...types: QuestionType[]) => ({
  group: name,
  items: types.map((value) => ({ value, label: typeWords[value].name })),
})

/** For a pick list. */
export const typeGroups = [
  group('Words', 'open'),
  group('Choices', 'single', 'multi', 'yesno'),
  group('Scales and numbers', 'likert', 'nps', 'matrix', 'numeric'),
  group('Against each other', 'rank', 'allocation', 'maxdiff', 'conjoint'),
  group('Money and data', 'price', 'json'),
]
