import { expect, it } from 'vitest'
import { missedTargetWarnings } from './missed-targets.ts'

const margin = (...after: number[]) => ({
  name: 'Region',
  categories: after.map((share, i) => ({
    category: ['North', 'South'][i]!,
    n: 10 * (i + 1),
    target: 0.5,
    before: 0.4,
    after: share,
  })),
})

it('names the category that is farthest from its target', () => {
  const balance = { maxGapPoints: 20, margins: [margin(0.48, 0.52), margin(0.75, 0.3)] }
  const [warning, ...more] = missedTargetWarnings(balance)
  expect(more).toEqual([])
  expect(warning!.what).toBe('“North” (Region) is to be 50 %, and is 75 % with the weights.')
  expect(warning!.numbers.map(({ value }) => value)).toEqual([0.5, 0.75, 0.4, 10])
})

it('says nothing where targets are met, or nearly', () => {
  expect(missedTargetWarnings({ maxGapPoints: 0.2, margins: [margin(0.502, 0.498)] })).toEqual([])
  expect(missedTargetWarnings({ maxGapPoints: 0, margins: [] })).toEqual([])
})
