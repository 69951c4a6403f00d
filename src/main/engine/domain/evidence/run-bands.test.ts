import { expect, it } from 'vitest'
import type { AttributeValue, Persona } from '../../../../shared/contract/personas.ts'
import { runBands } from './run-bands.ts'
import { segmentOf } from './segment.ts'

const withAttributes = (attributes: Record<string, AttributeValue>, income?: string) =>
  ({ gender: 'woman', attributes, ...(income !== undefined && { income }) }) as never as Persona
const numbered = (n: number) => Array.from({ length: n }, (_, i) => i)

it('cuts attributes that are numbers with many values, and leaves all else as it is', () => {
  const people = numbered(40).map((i) =>
    withAttributes({ rent: i * 25, rooms: i % 8, postcode: `0${4000 + i}`, owner: i % 2 === 0 }),
  )
  const bands = runBands(people)
  expect([...bands.keys()]).toEqual(['attributes.rent'])
  const of = (field: string) => [...new Set(people.map((one) => segmentOf(one, field, bands)))]
  expect(of('attributes.rent')).toEqual(['under 200', '200–499', '500–799', '800+'])
  expect(of('attributes.rooms')).toEqual(numbered(8).map(String))
  expect(of('attributes.postcode')).toHaveLength(40)
  expect(of('gender × attributes.rent')).toEqual([
    'woman × under 200',
    'woman × 200–499',
    'woman × 500–799',
    'woman × 800+',
  ])
})

it('has no segment for who has no value, and one of their own for words', () => {
  const people = numbered(40).map((i) => withAttributes({ rent: i }))
  const bands = runBands([...people, withAttributes({ rent: 'none' }), withAttributes({})])
  expect(bands).toEqual(runBands(people))
  expect(segmentOf(withAttributes({}), 'attributes.rent', bands)).toBeNull()
  expect(segmentOf(withAttributes({}), 'gender × attributes.rent', bands)).toBeNull()
  expect(segmentOf(withAttributes({ rent: 'none' }), 'attributes.rent', bands)).toBe('none')
})

it('cuts incomes that are written as numbers, but not ranges', () => {
  const paid = numbered(40).map((i) => withAttributes({}, String(15_000 + i * 500)))
  const bands = runBands(paid)
  expect(bands.get('income')!.labels).toEqual([
    'under 20,000',
    '20,000–24,999',
    '25,000–29,999',
    '30,000+',
  ])
  expect(segmentOf(paid[10]!, 'income', bands)).toBe('20,000–24,999')
  expect(segmentOf(withAttributes({}, '£25k–35k'), 'income', bands)).toBe('£25k–35k')
  const ranges = numbered(40).map((i) => withAttributes({}, `£${i}k–${i + 1}k`))
  expect(runBands(ranges).size).toBe(0)
})

it('cuts as before whatever the order of the personas', () => {
  const people = numbered(57).map((i) => withAttributes({ rent: (i * i) % 101 }))
  expect(runBands(people.toReversed())).toEqual(runBands(people))
})
