import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CriteriaTree, type Criterion } from '../../../../shared/contract/cohorts.ts'
import { aPersona } from '../../../../../test/helpers/a-persona.ts'
import { bandLabels, bandOf } from './bands.ts'
import { fieldsOf } from './fields-of.ts'
import { fieldValue, type FieldValue } from './field-value.ts'
import { matcherOf, matches } from './matches.ts'
import { sentence } from './sentence.ts'

const nurse = aPersona({
  age: 41,
  location: 'Lyon',
  baseOccupation: 'Nurse',
  gender: 'woman',
  values: ['benevolence', 'security', 'tradition'],
  attributes: { region: 'South', children: '2', member: true },
})

describe('a criterion', () => {
  it.each<[Criterion, boolean]>([
    [{ field: 'age', op: 'gte', value: 41 }, true],
    [{ field: 'age', op: 'gt', value: 41 }, false],
    [{ field: 'age', op: 'lt', value: '42' }, true],
    [{ field: 'location', op: 'eq', value: ' lyon ' }, true],
    [{ field: 'location', op: 'in', value: ['Paris', 'Lyon'] }, true],
    [{ field: 'location', op: 'notIn', value: ['Paris'] }, true],
    [{ field: 'baseOccupation', op: 'contains', value: 'nur' }, true],
    [{ field: 'values', op: 'eq', value: 'security' }, true],
    [{ field: 'values', op: 'neq', value: 'power' }, true],
    [{ field: 'attributes.children', op: 'gte', value: 2 }, true],
    [{ field: 'attributes.member', op: 'eq', value: true }, true],
    [{ field: 'attributes.region', op: 'exists' }, true],
    [{ field: 'attributes.nothing', op: 'exists' }, false],
    [{ field: 'attributes.nothing', op: 'exists', value: false }, true],
    [{ field: 'attributes.nothing', op: 'eq', value: 'x' }, false],
    [{ field: 'attributes.nothing', op: 'neq', value: 'x' }, true],
    [{ field: 'attributes.nothing', op: 'lt', value: 5 }, false],
    [{ field: 'traits.openness', op: 'gte', value: 0 }, true],
    [{ field: 'income', op: 'lt', value: 5 }, false],
  ])('%j is %s', (criterion, expected) => {
    expect(matches(criterion, nurse)).toBe(expected)
  })
})

const criterion: fc.Arbitrary<Criterion> = fc.record({
  field: fc.constantFrom('age', 'location', 'gender', 'attributes.region'),
  op: fc.constantFrom('eq', 'neq', 'lt', 'gte', 'contains'),
  value: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.constantFrom('Lyon', 'woman', 'South')),
})
const { tree } = fc.letrec<{ tree: CriteriaTree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    criterion,
    fc.array(tie('tree'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('tree').map((not) => ({ not })),
  ),
}))

describe('many personas', () => {
  const value = fc.constantFrom<Criterion['value'][]>(
    ...([41, '41', ' 41.0 ', 'Lyon', 'lyon ', true, 'true', '', 'security', 5, undefined] as const),
    ...([[41, 'Lyon'], ['41', true], [], ['power', 'security']] as (string | number | boolean)[][]),
  )
  const any: fc.Arbitrary<Criterion> = fc.record(
    {
      field: fc.constantFrom(
        'age',
        'location',
        'values',
        'income',
        'attributes.x',
        'traits.openness',
      ),
      op: fc.constantFrom(
        'eq',
        'neq',
        'in',
        'notIn',
        'contains',
        'lt',
        'lte',
        'gt',
        'gte',
        'exists',
      ),
      value: value as fc.Arbitrary<NonNullable<Criterion['value']>>,
    },
    { requiredKeys: ['field', 'op'] },
  )
  const person = fc
    .record({
      age: fc.constantFrom(41, 5, 0),
      location: fc.constantFrom('Lyon', ' LYON', '41', 'true'),
      x: fc.constantFrom<string | number | boolean | undefined>(
        undefined,
        41,
        '41',
        true,
        '',
        'Lyon',
      ),
    })
    .map(({ x, ...rest }) => aPersona({ ...rest, attributes: x === undefined ? {} : { x } }))

  it('are matched as each would be alone', () => {
    fc.assert(
      fc.property(any, fc.array(person, { minLength: 1, maxLength: 5 }), (criterion, people) => {
        const isMatch = matcherOf(criterion)
        for (const persona of [...people, ...people])
          expect(isMatch(persona)).toBe(
            isMetPlainly(criterion, fieldValue(persona, criterion.field)),
          )
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a tree', () => {
  it('follows De Morgan', () => {
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        expect(matches({ not: { all: [a, b] } }, nurse)).toBe(
          matches({ any: [{ not: a }, { not: b }] }, nurse),
        )
      }),
    )
  })

  it('names every field and value of itself in its sentence', () => {
    fc.assert(
      fc.property(tree, (one) => {
        const text = sentence(one)
        for (const { field, value } of leaves(one)) {
          expect(text).toContain(field.split('.').at(-1))
          expect(text).toContain(String(value))
        }
        expect(CriteriaTree.safeParse(one).success).toBe(true)
      }),
    )
  })

  it('lists its fields', () => {
    expect(
      fieldsOf({
        all: [{ field: 'age', op: 'gt', value: 1 }, { not: { field: 'age', op: 'exists' } }],
      }),
    ).toEqual(['age'])
  })
})

it.each<[CriteriaTree, string]>([
  [{ all: [] }, 'Everyone'],
  [{ field: 'age', op: 'gte', value: 35 }, 'Everyone whose age is 35 or more'],
  [
    {
      all: [
        { field: 'age', op: 'lt', value: 35 },
        {
          any: [
            { field: 'location', op: 'in', value: ['Lyon', 'Lille'] },
            { not: { field: 'baseOccupation', op: 'contains', value: 'retired' } },
          ],
        },
      ],
    },
    'Everyone whose age is under 35 and (whose location is Lyon or Lille or whose occupation does not contain “retired”)',
  ],
])('reads %j as a sentence', (one, expected) => {
  expect(sentence(one)).toBe(expected)
})

it('puts numbers into bands', () => {
  const bounds = [18, 35, 55]
  expect([17, 18, 34, 35, 54, 55, 99].map((age) => bandOf(age, bounds))).toEqual([
    'under 18',
    '18–34',
    '18–34',
    '35–54',
    '35–54',
    '55+',
    '55+',
  ])
  expect(bandLabels([0.5, 1])).toEqual(['under 0.5', '0.5 to under 1', '1+'])
})

function leaves(one: CriteriaTree): Criterion[] {
  if ('all' in one) return one.all.flatMap(leaves)
  if ('any' in one) return one.any.flatMap(leaves)
  if ('not' in one) return leaves(one.not)
  return [one]
}

/** The rules of a criterion as one would say them, for one value at a time. */
function isMetPlainly({ op, value }: Criterion, found: FieldValue): boolean {
  const number = (one: unknown) => {
    const read = typeof one === 'string' && one.trim() !== '' ? Number(one) : one
    return typeof read === 'number' && Number.isFinite(read) ? read : undefined
  }
  const plain = (one: unknown) => String(one).trim().toLowerCase()
  const same = (a: unknown, b: unknown) => {
    if (b === undefined) return false
    const [x, y] = [number(a), number(b)]
    return x !== undefined && y !== undefined ? x === y : plain(a) === plain(b)
  }
  const has = found === undefined || found === null ? [] : [found].flat()
  const wanted = value === undefined ? [] : [value].flat()
  const [x, y] = [number(found), number(value)]
  const compares = (holds: boolean) => x !== undefined && y !== undefined && holds
  switch (op) {
    case 'exists':
      return (has.length > 0 && found !== '') === (value !== false)
    case 'eq':
      return has.some((one) => same(one, value))
    case 'neq':
      return !has.some((one) => same(one, value))
    case 'in':
      return has.some((one) => wanted.some((other) => same(one, other)))
    case 'notIn':
      return !has.some((one) => wanted.some((other) => same(one, other)))
    case 'contains':
      return has.some((one) => plain(one).includes(plain(value)))
    case 'lt':
      return compares(x! < y!)
    case 'lte':
      return compares(x! <= y!)
    case 'gt':
      return compares(x! > y!)
    case 'gte':
      return compares(x! >= y!)
  }
}
