import { describe, expect, it } from 'vitest'
import { aPersona } from '../../../../../test/helpers/persona.ts'
import type { CohortId } from '../../../../shared/contract/ids.ts'
import type { Margin } from '../../../../shared/contract/populations.ts'
import { balance, type CohortMembers } from './balance.ts'
import { InfeasibleMarginError } from './rake.ts'

type People = CohortMembers['members']
const people = (n: number, from = 0, gender = 'woman'): People =>
  Array.from({ length: n }, (_, i) => aPersona(from + i, { gender, age: 20 + ((from + i) % 40) }))
const cohort = (name: string, targetShare: number, members: People): CohortMembers => ({
  id: name as CohortId,
  name,
  targetShare,
  members,
})
const gender = (woman: number): Margin => ({
  fields: ['gender'],
  targets: [
    { category: 'Woman', share: woman },
    { category: 'man', share: 1 - woman },
  ],
})

describe('balancing', () => {
  it('gives cohorts their shares and margins theirs, and says how well', () => {
    const nurses = [...people(30), ...people(10, 30, 'man')]
    const drivers = [...people(10, 40), ...people(50, 50, 'man')]
    const { members, report } = balance(
      [cohort('nurses', 0.5, nurses), cohort('drivers', 0.5, drivers)],
      { margins: [gender(0.5)] },
    )
    const ofNurses = members.filter(({ cohortId }) => cohortId === 'nurses')
    expect(ofNurses.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(50, 5)
    expect(report).toMatchObject({ converged: true, conflicts: [], warnings: [] })
    expect(report.margins[1]).toEqual({
      name: 'gender',
      maxGapPoints: expect.closeTo(0, 6),
      categories: [
        { category: 'Woman', n: 40, target: 0.5, before: 0.4, after: expect.closeTo(0.5, 6) },
        { category: 'man', n: 60, target: 0.5, before: 0.6, after: expect.closeTo(0.5, 6) },
      ],
    })
    expect(report.designEffect * report.effectiveN).toBeCloseTo(100)
  })

  it('counts a persona of two cohorts once, in the first', () => {
    const both = people(35)
    const { members, report } = balance(
      [cohort('first', 0.5, both), cohort('second', 0.5, [...both.slice(0, 5), ...people(40, 35)])],
      { margins: [] },
    )
    expect(members.length).toBe(75)
    expect(members[0]!.cohortId).toBe('first')
    expect(report.conflicts).toEqual([{ cohortId: 'second', countedIn: 'first', personas: 5 }])
  })

  it('warns of small cohorts, costly weights and margins that trimming leaves unmet', () => {
    const { report } = balance(
      [cohort('many', 0.2, people(60)), cohort('few', 0.8, people(6, 60))],
      { margins: [], trim: { lower: 0.3, upper: 3 } },
    )
    expect(report.warnings).toEqual([
      expect.stringMatching(/^Effective n \d+ of 66: the weights cost you/),
      expect.stringMatching(/largest gap is 52\.7 points\. Widen the trimming, or add personas/),
      'few has 6 personas; under 30 one person can tip its answer.',
    ])
  })

  it.each([
    {
      what: 'a cohort without members',
      cohorts: [cohort('full', 0.5, people(3)), cohort('empty', 0.5, [])],
      margins: [],
      message: /nobody is in “empty”/,
    },
    {
      what: 'a category that nobody is in',
      cohorts: [cohort('women', 1, people(4))],
      margins: [gender(0.5)],
      message: /gender: nobody is in “man”, whose target share is 0.5/,
    },
    {
      what: 'people without a category',
      cohorts: [cohort('all', 1, [...people(2), ...people(2, 2, 'man'), ...people(1, 4, 'other')])],
      margins: [gender(0.5)],
      message: /1 persona is in “other”, which has no target share/,
    },
    {
      what: 'a margin that the cohorts contradict',
      cohorts: [cohort('women', 0.4, people(4)), cohort('men', 0.6, people(4, 4, 'man'))],
      margins: [gender(0.5)],
      message: /cohort makes “Woman” 40 % of everyone, but gender asks for 50 %/,
    },
  ])('refuses $what by name', ({ cohorts, margins, message }) => {
    expect(() => balance(cohorts, { margins })).toThrow(InfeasibleMarginError)
    expect(() => balance(cohorts, { margins })).toThrow(message)
  })

  it('crosses fields, typed as people type them', () => {
    const members = [...people(40), ...people(40, 40, 'man')]
    const cells = ['20-39 * woman', '40 - 59 × man', '20–39 × man', '40–59 × woman']
    const { report } = balance([cohort('all', 1, members)], {
      margins: [
        {
          fields: ['age', 'gender'],
          bands: [20, 40, 60],
          targets: cells.map((category) => ({ category, share: 0.25 })),
        },
      ],
    })
    expect(report.margins[1]!.categories.map(({ after }) => after)).toEqual(
      cells.map(() => expect.closeTo(0.25, 6)),
    )
  })
})
