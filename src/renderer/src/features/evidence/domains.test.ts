import { expect, it } from 'vitest'
import type { Estimate, QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import { aroundZeroScale, meanScale, placeOn, shareScale, toDomainGroups } from './domains.ts'

function anEstimate(estimate: number, half = 0): Estimate {
  return {
    estimate,
    lower: estimate - half,
    upper: estimate + half,
    standardError: null,
    level: 0.95,
    n: 100,
    effectiveN: 80,
    size: 'ok',
  }
}

it('puts everyone first, then cohorts in their colours, conditions and other segments', () => {
  const question = {
    overall: {},
    segments: [
      { by: 'cohort', value: 'c1', label: 'Nurses' },
      { by: 'attributes.region', value: 'south', label: 'south' },
    ],
    conditions: [{ by: 'condition', value: 'early', label: 'Told early' }],
  } as unknown as QuestionEvidence
  const groups = toDomainGroups(question)
  expect(groups.map(({ title, domains }) => [title, domains.map(({ filter }) => filter)])).toEqual([
    ['', [{}]],
    ['Cohorts', [{ cohortId: 'c1' }]],
    ['Conditions', [{ condition: 'early' }]],
    ['By region', [{ segmentBy: 'attributes.region', segmentValue: 'south' }]],
  ])
})

it('starts the scale of shares at zero and holds every whisker', () => {
  expect(shareScale([anEstimate(0.31, 0.05), anEstimate(0.12)])).toMatchObject({ from: 0, to: 0.4 })
  expect(shareScale([anEstimate(0.97, 0.02)]).to).toBe(1)
})

it('draws means around what was found, in round steps', () => {
  expect(meanScale([anEstimate(11.4, 0.8), anEstimate(9.8, 0.8)])).toMatchObject({
    from: 9,
    to: 13,
  })
  expect(meanScale([], { from: 1, to: 5 }).ticks).toEqual([1, 2, 3, 4, 5])
  const scale = meanScale([{ ...anEstimate(3), lower: null, upper: null }])
  expect(placeOn(scale, 3)).toBeGreaterThanOrEqual(0)
})

it('draws what may lie on either side of zero with zero in the middle', () => {
  const scale = aroundZeroScale([anEstimate(0.9, 0.3), anEstimate(-0.4, 0.1)])
  expect(placeOn(scale, 0)).toBe(50)
  expect(scale.to).toBeGreaterThanOrEqual(1.2)
  expect(scale.ticks).toContain(0)
})
