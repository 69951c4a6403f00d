import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyEdit,
  to100,
  withCohort,
  withMargins,
  withMoved,
  withoutCohort,
  withPercent,
  type PopulationEdit,
} from './population-draft.ts'

const of = (...percents: number[]): PopulationEdit => ({
  ...emptyEdit,
  cohorts: percents.map((percent, i) => ({ cohortId: `c${i}`, percent })),
})
const percents = ({ cohorts }: PopulationEdit) => cohorts.map(({ percent }) => percent)
const sum = (edit: PopulationEdit) =>
  Math.round(percents(edit).reduce((a, b) => a + b, 0) * 10) / 10

describe('shares', () => {
  it('sum to 100 whatever is done to them', () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('set' as const),
        i: fc.nat(5),
        to: fc.double({ min: -5, max: 120, noNaN: true }),
      }),
      fc.record({ do: fc.constant('add' as const) }),
      fc.record({ do: fc.constant('remove' as const), i: fc.nat(5) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let edit = of(60, 40)
        steps.forEach((one, n) => {
          if (one.do === 'add') edit = withCohort(edit, `new${n}`)
          else if (one.do === 'set') edit = withPercent(edit, one.i % edit.cohorts.length, one.to)
          else if (edit.cohorts.length > 1)
            edit = withoutCohort(edit, edit.cohorts[one.i % edit.cohorts.length]!.cohortId)
          expect(sum(edit)).toBe(100)
          expect(Math.min(...percents(edit))).toBeGreaterThanOrEqual(0)
        })
      }),
    )
  })

  it('keep the proportions of those that are not touched', () => {
    expect(percents(withPercent(of(20, 40, 40), 0, 60))).toEqual([60, 20, 20])
    expect(percents(withCohort(of(50, 50), 'c'))).toEqual([33.4, 33.3, 33.3])
    expect(percents(withPercent(of(100), 0, 30))).toEqual([100])
    expect(to100([0, 0])).toEqual([50, 50])
  })

  it('move with their cohort', () => {
    expect(percents(withMoved(of(70, 30), 1, -1))).toEqual([30, 70])
    expect(percents(withMoved(of(70, 30), 0, -1))).toEqual([70, 30])
  })
})

it('replaces a margin about the same variables and adds the others', () => {
  const margin = (field: string, category: string) => ({
    fields: [field],
    targets: [{ category, share: 1 }],
  })
  const edit = { ...emptyEdit, margins: [margin('age', 'old'), margin('gender', 'kept')] }
  expect(withMargins(edit, [margin('education', 'new'), margin('age', 'new')]).margins).toEqual([
    margin('age', 'new'),
    margin('gender', 'kept'),
    margin('education', 'new'),
  ])
})
