import { expect, it } from 'vitest'
import { readProposals } from './proposals.ts'

const themes = ['Cost, price', 'Price, budget', 'Time'].map((label, i) => ({
  id: `t${i + 1}`,
  label,
  keywords: [],
}))
const proposal = (action: 'rename' | 'merge', numbers: number[], label: string) => ({
  action,
  themes: numbers,
  label,
  reason: ' because ',
})

it('become edits that can be made, with a sentence each', () => {
  expect(
    readProposals(
      {
        proposals: [
          proposal('merge', [1, 2], ' What it\ncosts '),
          proposal('rename', [3], 'Waiting'),
        ],
      },
      themes,
    ),
  ).toEqual({
    proposals: [
      {
        edit: { type: 'merge', themeIds: ['t1', 't2'], label: 'What it costs' },
        sentence: 'Merged “Cost, price”, “Price, budget” into “What it costs”',
        reason: 'because',
      },
      {
        edit: { type: 'rename', themeId: 't3', label: 'Waiting' },
        sentence: 'Renamed “Time” to “Waiting”',
        reason: 'because',
      },
    ],
    unusable: 0,
  })
})

it.each([
  ['themes there are not', proposal('merge', [1, 9], 'A')],
  ['numbers that are none', proposal('rename', [0.5], 'A')],
  ['a merge of one', proposal('merge', [1, 1], 'A')],
  ['a rename of two', proposal('rename', [1, 2], 'A')],
  ['no name', proposal('rename', [1], '  ')],
  ['the name it has', proposal('rename', [3], 'Time')],
  ['the name of another', proposal('rename', [1], 'time')],
])('are not usable with %s', (_, bad) => {
  expect(readProposals({ proposals: [bad] }, themes)).toEqual({ proposals: [], unusable: 1 })
})
