import { expect, it } from 'vitest'
import { fieldsIn, SegmentField } from '../../../../shared/contract/segment-field.ts'
import { segmentDomains } from './domains.ts'
import type { EvidenceRow } from './evidence-input.ts'

const field = 'gender × age'
const rowsOf = (segments: readonly (string | null)[]) =>
  segments.map((segment) => ({ segments: { [field]: segment } }) as unknown as EvidenceRow)

it('takes two fields apart, and leaves a field alone that only looks like two', () => {
  expect(fieldsIn('gender × attributes.area')).toEqual(['gender', 'attributes.area'])
  expect(fieldsIn('attributes.a × b')).toEqual(['attributes.a × b'])
  expect(fieldsIn('gender × gender')).toEqual(['gender × gender'])
  expect(fieldsIn('age')).toEqual(['age'])
  expect(SegmentField.safeParse('gender × shoe').success).toBe(false)
  expect(SegmentField.safeParse('gender × age').success).toBe(true)
})

it('puts segments in the order of the first field, then of the second', () => {
  const segments = [
    ['man × 55+', 2],
    ['woman × 18–34', 1],
    ['woman × 55+', 3],
    ['man × under 18', 1],
    ['woman × 35–54', 1],
  ] as const
  const rows = rowsOf([...segments.flatMap(([name, n]) => Array(n).fill(name) as string[]), null])
  const domains = segmentDomains({ rows }, field)
  // More women than men; ages go upwards.
  expect(domains.map(({ label }) => label)).toEqual([
    'woman × 18–34',
    'woman × 35–54',
    'woman × 55+',
    'man × under 18',
    'man × 55+',
  ])
  const inside = domains.map(({ rows: one }) => one.reduce((sum, is) => sum + is, 0))
  expect(inside).toEqual([1, 1, 3, 1, 2])
})
