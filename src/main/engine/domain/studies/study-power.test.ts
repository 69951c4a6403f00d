import { expect, it } from 'vitest'
import { Question } from '../../../../shared/contract/skills.ts'
import { StudyDesign } from '../../../../shared/contract/studies.ts'
import { studyPower, type PowerInput } from './study-power.ts'

const fair = Question.parse({ id: 'fair', type: 'likert', text: 'Fair?' })
const ids = ['a', 'b', 'c', 'd']

function powerOf(design: object, more: Partial<PowerInput> = {}) {
  return studyPower({
    design: StudyDesign.parse(design),
    questions: [fair],
    members: Array.from({ length: 128 }, (_, i) => ({
      weight: 1,
      segments: { cohort: i % 2 === 0 ? 'x' : 'y' },
    })),
    labels: {},
    sds: { fair: { sd: 1, source: 'human', note: 'A survey' } },
    alpha: 0.05,
    power: 0.8,
    icc: 0.5,
    iccSource: 'given',
    ...more,
  })
}
const conditions = (count: number) => ids.slice(0, count).map((id) => ({ id, name: id }))
const smallest = (...of: Parameters<typeof powerOf>) =>
  powerOf(...of).differences[0]!.smallestDifference!

it('sees half a standard deviation with 64 in a group (Cohen 1988)', () => {
  expect(smallest({ conditions: conditions(2) })).toBeCloseTo(0.499, 2)
})

it('takes weights for the people they cost: a design effect of 2 is half the people', () => {
  const weighted = Array.from({ length: 128 }, (_, i) => ({
    weight: i < 64 ? 1 + 1 : 0,
    segments: { cohort: 'x' },
  }))
  const halved = powerOf({ conditions: conditions(2) }, { members: weighted })
  expect(halved.designEffect).toBeCloseTo(2)
  expect(halved.differences[0]!.groups[0]!.effectiveN).toBeCloseTo(32)
})

it('gains little from replicates of alike answers, much from those of unlike ones', () => {
  const design = { conditions: conditions(2), replicates: 4 }
  const [alike, unlike] = [smallest(design, { icc: 0.95 }), smallest(design, { icc: 0 })]
  const once = smallest({ conditions: conditions(2) })
  expect(alike / once).toBeGreaterThan(0.97)
  expect(unlike / once).toBeCloseTo(0.5, 1)
})

it('divides α by the pairs of all primary comparisons of a question', () => {
  const comparisons = ['condition', 'cohort'].map((by) => ({ questionId: 'fair', by }))
  const { differences } = powerOf({ conditions: conditions(4), comparisons })
  // Six pairs of conditions and one of cohorts.
  expect(differences.map(({ alpha }) => alpha)).toEqual([0.05 / 7, 0.05 / 7])
})

it.each([
  ['nobody', []],
  ['one persona', [{ weight: 1, segments: { cohort: 'x' } }]],
])('promises nothing with %s', (_, members) => {
  const { differences } = powerOf({ conditions: conditions(2) }, { members })
  expect(differences[0]).toMatchObject({ smallestDifference: null, standardised: null })
  expect(differences[0]!.sentence).toContain('too few personas')
})
