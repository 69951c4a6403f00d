import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { CohortBody } from '../../../../shared/contract/cohorts.ts'
import { definitionChanges } from './definition-changes.ts'

const over = (age: number) => ({ field: 'age', op: 'gte', value: age })
const nurse = { field: 'baseOccupation', op: 'eq', value: 'nurse' }
const cohort = (body: object) => CohortBody.parse({ name: 'Nurses', criteria: nurse, ...body })
const [a, b] = [randomUUID(), randomUUID()]

it.each([
  [{}, {}, []],
  [{}, { name: 'Carers' }, ['Renamed from “Nurses” to “Carers”.']],
  [
    { criteria: { all: [nurse] } },
    { criteria: { all: [nurse, over(35)] } },
    ['The criterion “whose age is 35 or more” was added.'],
  ],
  [
    { criteria: { all: [nurse, over(35)] } },
    { criteria: over(40) },
    [
      'The criterion “whose age is 40 or more” was added.',
      'The criterion “whose occupation is nurse” was taken out.',
      'The criterion “whose age is 35 or more” was taken out.',
    ],
  ],
  [
    { criteria: { all: [nurse, over(35)] } },
    { criteria: { all: [nurse, over(40)] } },
    ['“whose age is 35 or more” became “whose age is 40 or more”.'],
  ],
  [
    { criteria: { all: [nurse, over(35)] } },
    { criteria: { all: [over(35), nurse] } },
    ['The criteria stand in another order.'],
  ],
  [
    { criteria: { any: [nurse, over(35)] } },
    { criteria: { not: nurse } },
    [
      'The criteria went from “Everyone whose occupation is nurse or whose age is 35 or more” to “Everyone whose occupation is not nurse”.',
    ],
  ],
  [
    { additions: [a] },
    { additions: [b, a], exclusions: [a] },
    ['One person more was added by hand.', 'One person more was taken out by hand.'],
  ],
  [{ exclusions: [a, b] }, {}, ['2 people are no longer taken out by hand.']],
])('tells what changed from %j to %j', (from, to, expected) => {
  expect(definitionChanges(cohort(from), cohort(to))).toEqual(expected)
})
