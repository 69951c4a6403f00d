import { expect, it } from 'vitest'
import type { Crosstab } from '../../../../shared/contract/crosstab.ts'
import { nextSort, readSort, sortRows, writeSort } from './sort-rows.ts'

type Row = Crosstab['rows'][number]

function rowOf(label: string, kind: Row['kind'], numbers: readonly (number | null)[]): Row {
  const cells = numbers.map((estimate) => ({ estimate: { estimate } }))
  const of = { label, value: label, kind, group: null, isShare: kind === 'share' }
  return { ...of, total: cells[0], cells } as unknown as Row
}
const rows = [
  { ...rowOf('Everyone', 'share', [1, 1]), value: '__all' },
  rowOf('Bus', 'share', [0.3, 0.1]),
  rowOf('Few', 'share', [0.2, null]),
  rowOf('Car', 'share', [0.5, 0.4]),
  rowOf('Mean', 'mean', [9, 7]),
  rowOf('Median', 'quantile', [8, 99]),
]
const labels = (sort: string) =>
  sortRows({ rows } as Crosstab, readSort(sort)).rows.map(({ label }) => label)

it('puts shares in the order of a column and leaves what is no part of it', () => {
  expect(labels('1')).toEqual(['Everyone', 'Car', 'Bus', 'Few', 'Mean', 'Median'])
  expect(labels('-1')).toEqual(['Everyone', 'Few', 'Bus', 'Car', 'Mean', 'Median'])
  expect(labels('all')).toEqual(['Everyone', 'Car', 'Bus', 'Few', 'Mean', 'Median'])
  expect(labels('nonsense')).toEqual(rows.map(({ label }) => label))
})

it('goes from highest first to lowest first to the order of the question', () => {
  const first = nextSort(null, 2)
  const second = nextSort(first, 2)
  expect([first, second].map((sort) => writeSort(sort!))).toEqual(['2', '-2'])
  expect(nextSort(second, 2)).toBeNull()
  expect(nextSort(second, 'all')).toEqual(readSort('all'))
})
