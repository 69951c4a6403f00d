import { expect, it } from 'vitest'
import type { MeasureEstimate, QuestionEvidence } from './contract/evidence.ts'
import { measurePanels } from './measure-panels.ts'

const measure = (name: string, estimate: number | null, more: Partial<MeasureEstimate> = {}) =>
  ({ name, label: name, group: null, isShare: false, estimate: { estimate }, ...more }) as never
const question = (
  type: string,
  best: 'low' | 'high' | null,
  measures: MeasureEstimate[],
): QuestionEvidence => ({ type, scale: { best }, overall: { measures } }) as never

it.each([
  ['rank', 'low', ['b', 'c', 'a', 'unknown']],
  ['maxdiff', 'high', ['a', 'c', 'b', 'unknown']],
  ['matrix', null, ['a', 'b', 'unknown', 'c']],
] as const)('reads %s with the best (%s) first', (type, best, names) => {
  const all = [measure('a', 3), measure('b', 1), measure('unknown', null), measure('c', 2)]
  expect(measurePanels(question(type, best, all))).toMatchObject([{ heading: null, names }])
})

it('keeps attributes apart, shares on a scale from zero', () => {
  const share = { isShare: true }
  const all = [
    measure('Price: 1', 0.2, { ...share, group: 'Price' }),
    measure('Speed: fast', 0.4, { ...share, group: 'Speed' }),
    measure('Price: 2', 0.1, { ...share, group: 'Price' }),
  ]
  expect(measurePanels(question('conjoint', null, all))).toEqual([
    { heading: 'Price', isShare: true, axis: 'zero-based', names: ['Price: 1', 'Price: 2'] },
    { heading: 'Speed', isShare: true, axis: 'zero-based', names: ['Speed: fast'] },
  ])
})
