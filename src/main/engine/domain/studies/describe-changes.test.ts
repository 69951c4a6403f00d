import fc from 'fast-check'
import { expect, it } from 'vitest'
import { StudyDesign } from '../../../../shared/contract/studies.ts'
import { describeChanges } from './describe-changes.ts'
import { describeStudy } from './describe-design.ts'

const version = { versionId: '11111111-1', version: 1 }
const of = (design: object) =>
  describeStudy({
    name: 'Bus',
    skill: version,
    population: version,
    design: StudyDesign.parse(design),
  })

it('says what was added, changed and taken out', () => {
  const before = of({ hypothesis: 'More', comparisons: [{ questionId: 'q', by: 'cohort' }] })
  const after = of({
    hypothesis: 'Less',
    exclusions: 'Refusals',
    comparisons: [{ questionId: 'q', by: 'condition' }],
  })
  expect(describeChanges(before, after).map(({ sentence }) => sentence)).toEqual([
    'Hypothesis: “More” became “Less”.',
    'Primary comparisons: “q by cohort” was taken out.',
    'Primary comparisons: “q by condition” was added.',
    'Exclusions: “Refusals” was added.',
  ])
  expect(describeChanges(after, before).map(({ path }) => path)).toContain('exclusions')
})

it('finds no change in the same study, and some in one that differs in any field', () => {
  const changes = fc.record(
    {
      replicates: fc.integer({ min: 2, max: 20 }),
      budgetTokens: fc.integer({ min: 1, max: 1e6 }),
      temperature: fc.constantFrom(0, 1.3),
      design: fc.constant('within'),
      power: fc.constant({ alpha: 0.01 }),
      rehearsal: fc.constant({ effects: [{ questionId: 'q', delta: 1 }] }),
      asOf: fc.constant('2026-01-01T00:00:00Z'),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(changes, (change) => {
      const found = describeChanges(of({}), of(change)).map(({ path }) => path)
      expect(new Set(found)).toEqual(new Set(Object.keys(change)))
      expect(describeChanges(of(change), of(change))).toEqual([])
    }),
  )
})

it('tells a changed order of conditions from changed conditions', () => {
  const [a, b] = [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ]
  const [change] = describeChanges(of({ conditions: [a, b] }), of({ conditions: [b, a] }))
  expect(change!.sentence).toBe('Conditions: the order is now B [b], A [a].')
})
