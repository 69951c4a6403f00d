import { expect, it } from 'vitest'
import type { Crosstab } from '../../../../shared/contract/crosstab.ts'
import { cellText, cellTexts, explainCell, testSentence } from './crosstab-words.ts'

type Row = Crosstab['rows'][number]
type Cell = Row['cells'][number]
const row = { label: 'Yes', group: null, kind: 'share', isShare: true } as Row
const cell = (estimate: Partial<Cell['estimate']>, letters: string[] = []): Cell => ({
  estimate: {
    estimate: 0.366,
    standardError: 0.05,
    lower: 0.29,
    upper: 0.46,
    level: 0.95,
    n: 120,
    effectiveN: 98.2,
    size: 'ok',
    ...estimate,
  },
  count: 44,
  letters,
})
const column = { label: 'woman', parent: { value: 'c', label: 'City' } }

it('says what a share is of, how sure it is and what it is higher than', () => {
  const words = explainCell(row, column as never, cell({}, ['B', 'C']))
  expect(words.replaceAll('\u2009', ' ')).toBe(
    'Yes, City, woman: 37 %, 44 of 120 answers, weighted. With 95 % confidence between 29 % and 46 % for personas like these; effective n 98. Higher than column B, C.',
  )
})

it('shows nothing of too few', () => {
  const few = cell({ estimate: null, lower: null, upper: null, n: 3, size: 'suppressed' })
  expect(cellTexts(row, few, null)).toEqual({ number: 'too few', interval: '' })
  expect(cellText(row, few, null)).toBe('too few')
  expect(explainCell(row, null, few)).toBe(
    'Yes, all columns together: 3 answers of fewer than 5 personas are too few to show.',
  )
})

it('writes means with their unit and both ends', () => {
  const mean = { ...row, kind: 'mean', isShare: false } as Row
  expect(cellTexts(mean, cell({ estimate: 12.34, lower: 11, upper: 13.5 }), '€')).toEqual({
    number: '12.3 €',
    interval: '11.0–13.5',
  })
})

it('writes the test of a table, and why there is none', () => {
  const test = { statistic: 4.2325, numeratorDf: 1.81, denominatorDf: 157.4686, p: 0.0193 }
  expect(testSentence({ test, testNote: null } as Crosstab)).toBe(
    'Rows and columns together: F(1.8, 157.5) = 4.23, p = 0.019 (Rao–Scott).',
  )
  expect(testSentence({ test: null, testNote: 'Too few.' } as Crosstab)).toBe('Too few.')
})
