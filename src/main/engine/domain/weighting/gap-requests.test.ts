import { describe, expect, it } from 'vitest'
import { CohortGenerationBody } from '../../../../shared/contract/cohort-generation.ts'
import type { CriteriaTree } from '../../../../shared/contract/cohorts.ts'
import type { Margin } from '../../../../shared/contract/populations.ts'
import { gapRequests } from './gap-requests.ts'

const cohort = (name: string, targetShare: number, criteria: CriteriaTree = { all: [] }) => ({
  name,
  targetShare,
  criteria,
})
const is = (field: string, value: string | number) => ({ field, op: 'eq' as const, value })
const gender: Margin = {
  fields: ['gender'],
  targets: [
    { category: 'woman', share: 0.5 },
    { category: 'man', share: 0.5 },
  ],
}
const age: Margin = {
  fields: ['age'],
  bands: [18, 35, 60],
  targets: [
    { category: '18–34', share: 0.3 },
    { category: '35–59', share: 0.4 },
    { category: '60+', share: 0.3 },
  ],
}
const cross: Margin = {
  fields: ['age', 'gender'],
  bands: [18, 60],
  targets: [
    { category: '18–59 × woman', share: 0.4 },
    { category: '18–59 × man', share: 0.3 },
    { category: '60+ × woman', share: 0.2 },
    { category: '60+ × man', share: 0.1 },
  ],
}
const gap = (part: { margin: number; category: string }, more = {}) => ({
  parts: [part],
  cohort: undefined,
  missing: 30,
  ...more,
})

describe('the request for what is missing', () => {
  it('fixes the gap and meets the other margins', () => {
    const { requests } = gapRequests(
      [gender, age],
      [cohort('All', 1)],
      gap({ margin: 0, category: 'man' }),
    )
    expect(requests).toEqual([
      {
        name: 'man for All',
        count: 30,
        where: { gender: 'man' },
        margins: [age],
        joint: [],
        randomSeed: expect.any(Number),
      },
    ])
    expect(CohortGenerationBody.safeParse(requests[0]).success).toBe(true)
  })

  it('gives a band of ages as a margin of one category', () => {
    const { requests } = gapRequests(
      [age],
      [cohort('All', 1)],
      gap({ margin: 0, category: '35–59' }),
    )
    expect(requests[0]!.margins).toEqual([
      { fields: ['age'], bands: [35, 60], targets: [{ category: '35–59', share: 1 }] },
    ])
  })

  it('keeps what a crossing says within the gap', () => {
    const { requests } = gapRequests(
      [gender, cross],
      [cohort('All', 1)],
      gap({ margin: 0, category: 'man' }),
    )
    expect(requests[0]).toMatchObject({ where: { gender: 'man' }, joint: [] })
    expect(requests[0]!.margins).toEqual([
      {
        fields: ['age'],
        bands: [18, 60],
        targets: [
          { category: '18–59', share: expect.closeTo(0.75, 9) },
          { category: '60+', share: expect.closeTo(0.25, 9) },
        ],
      },
    ])
  })

  it('passes a crossing on whole where the gap is about something else', () => {
    const area: Margin = {
      fields: ['attributes.area'],
      targets: [
        { category: 'city', share: 0.5 },
        { category: 'land', share: 0.5 },
      ],
    }
    const { requests } = gapRequests(
      [area, cross, gender],
      [cohort('All', 1)],
      gap({ margin: 0, category: 'city' }),
    )
    expect(requests[0]!.where).toEqual({ 'attributes.area': 'city' })
    expect(requests[0]!.margins).toEqual([])
    expect(requests[0]!.joint).toEqual([
      {
        fields: ['age', 'gender'],
        bands: [18, 60],
        cells: expect.arrayContaining([
          { categories: ['60+', 'man'], share: expect.closeTo(0.1, 9) },
        ]),
      },
    ])
  })

  it('is one per cohort, in proportion, without those whose criteria rule it out', () => {
    const cohorts = [
      cohort('North', 0.5, is('attributes.region', 'north')),
      cohort('South', 0.25, {
        all: [is('attributes.region', 'south'), { field: 'age', op: 'gte', value: 30 }],
      }),
      cohort('Women', 0.25, is('gender', 'Woman')),
    ]
    const { requests } = gapRequests([gender, age], cohorts, gap({ margin: 0, category: 'man' }))
    expect(requests.map(({ name, count, where }) => [name, count, where])).toEqual([
      ['man for North', 20, { gender: 'man', 'attributes.region': 'north' }],
      ['man for South', 10, { gender: 'man', 'attributes.region': 'south' }],
    ])
    expect(requests[1]!.margins[0]!.targets[0]).toMatchObject({ category: '30–34' })
  })

  it('goes to one cohort where the gap is in one, as the criteria spell it', () => {
    const cohorts = [cohort('North', 0.5, is('attributes.region', 'North')), cohort('Rest', 0.5)]
    const { requests } = gapRequests([gender], cohorts, { parts: [], cohort: 0, missing: 12_345 })
    expect(requests).toMatchObject([
      { name: 'North', count: 10_000, where: { 'attributes.region': 'North' }, margins: [gender] },
    ])
  })

  it.each<[string, CriteriaTree]>([
    ['any of several', { any: [is('gender', 'man'), is('age', 40)] }],
    ['what is not', { not: is('gender', 'man') }],
    ['a trait, which is drawn', { field: 'traits.openness', op: 'gte', value: 50 }],
  ])('is missing with a reason for criteria of %s', (_, criteria) => {
    const { requests, reason } = gapRequests(
      [age],
      [cohort('Odd', 1, criteria)],
      gap({ margin: 0, category: '60+' }),
    )
    expect({ requests, reason }).toEqual({
      requests: [],
      reason: expect.stringMatching(/criteria of Odd/),
    })
  })

  it('is missing with a reason where no cohort takes such people, or a margin cannot be given', () => {
    const men = cohort('Men', 1, is('gender', 'man'))
    const ruledOut = gapRequests([gender], [men], gap({ margin: 0, category: 'woman' }))
    expect(ruledOut.reason).toMatch(/rule them out/)
    const open: Margin = {
      fields: ['traits.openness'],
      bands: [50],
      targets: [{ category: '50+', share: 1 }],
    }
    expect(gapRequests([open], [men], gap({ margin: 0, category: '50+' })).reason).toMatch(
      /traits.openness is drawn/,
    )
  })
})
