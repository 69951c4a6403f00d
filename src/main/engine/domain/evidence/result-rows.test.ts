import { expect, it } from 'vitest'
import type { Evidence, Estimate } from '../../../../shared/contract/evidence.ts'
import { resultRows } from './result-rows.ts'

const share: Estimate = {
  estimate: 0.4,
  standardError: 0.1,
  lower: 0.2,
  upper: 0.6,
  level: 0.95,
  n: 30,
  effectiveN: 12,
  size: 'small',
}
const theme = { keywords: [], sentiment: null, quotes: [], dissenting: [] }
const question = { text: 'Why?', unit: null, segments: [], conditions: [] }

it('gives each estimate with the wider intervals it has, and themes as shares', () => {
  const evidence = {
    questions: [
      {
        ...question,
        questionId: 'q',
        type: 'yesno',
        overall: {
          shares: [
            { value: 'yes', label: 'Yes', share: { ...share, bounds: { lower: 0.1, upper: 0.7 } } },
            {
              value: 'no',
              label: 'No',
              share: { ...share, cautious: { lower: 0.15, upper: 0.65, carriers: 9 } },
            },
          ],
        },
        themes: [],
      },
      {
        ...question,
        questionId: 'o',
        type: 'open',
        overall: {},
        themes: [{ ...theme, id: 't1', label: 'Money', share }],
      },
    ],
  } as unknown as Evidence
  const rows = [...resultRows(evidence)]
  expect(
    rows.map((row) => [
      row.name,
      row.measure,
      row.worstLower,
      row.worstUpper,
      row.cautiousLower,
      row.cautiousUpper,
    ]),
  ).toEqual([
    ['yes', 'Yes', 0.1, 0.7, null, null],
    ['no', 'No', null, null, 0.15, 0.65],
    ['t1', 'Money', null, null, null, null],
  ])
  expect(rows[2]).toMatchObject({ questionId: 'o', by: 'everyone', statistic: 'share', lower: 0.2 })
})
