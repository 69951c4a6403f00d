import { describe, expect, it } from 'vitest'
import { createDice } from './dice.ts'
import { readEducation } from './education.ts'
import { readGender } from './gender.ts'
import { readHousehold } from './household.ts'
import { occupationFamilies, readField, readOccupation } from './occupations/read-occupation.ts'
import { otherPlaces, readLocation } from './places.ts'

const seed = { firstName: 'A', lastName: 'B', age: 40, location: 'Lyon', baseOccupation: 'cook' }

it.each([
  ['female', 'woman'],
  ['W', 'woman'],
  ['Frau', 'woman'],
  [' Man ', 'man'],
  ['m', 'man'],
  ['non-binary', 'other'],
  ['', 'other'],
  [undefined, 'other'],
] as const)('reads the gender %s as %s', (text, expected) => {
  expect(readGender(text)).toBe(expected)
})

it.each([
  ['PhD in physics', 'doctorate'],
  ["Master's degree", 'master'],
  ['Bachelor of Nursing', 'bachelor'],
  ['University degree', 'bachelor'],
  ['Apprenticeship', 'vocational'],
  ['some college', 'vocational'],
  ['High school diploma', 'secondary'],
  ['Abitur', 'secondary'],
  ['primary school', 'primary'],
  ['less than high school', 'primary'],
  ['no formal education', 'none'],
  ['???', undefined],
] as const)('reads the education %s as %s', (text, expected) => {
  expect(readEducation(text)).toBe(expected)
})

it.each([
  ['lives alone', 'none', undefined],
  ['married, two children', 'married', 2],
  ['with partner and 3 small kids', 'together', 3],
  ['widowed', 'widowed', undefined],
  ['divorced, no children', 'divorced', 0],
  ['single mother', 'none', 1],
  ['husband and daughter', 'married', 1],
  ['shared flat', undefined, undefined],
] as const)('reads the household "%s"', (household, partner, children) => {
  expect(readHousehold({ ...seed, household })).toEqual({ partner, children })
})

it.each([
  [{ maritalStatus: 'married', children: 2 }, 'married', 2],
  [{ has_children: false, married: false }, 'none', 0],
  [{ number_of_kids: 12 }, undefined, 8],
] as const)('reads the attributes %o', (attributes, partner, children) => {
  expect(readHousehold({ ...seed, attributes })).toEqual({ partner, children })
})

describe('occupations', () => {
  it('come in at least 25 families, none of them named twice', () => {
    expect(occupationFamilies.length).toBeGreaterThanOrEqual(25)
    expect(new Set(occupationFamilies.map(({ id }) => id)).size).toBe(occupationFamilies.length)
  })

  it.each([
    ['Registered nurse', 'nursing', 'working', 'Registered nurse'],
    ['software engineer', 'software', 'working', 'software engineer'],
    ['Civil engineer', 'engineering', 'working', 'Civil engineer'],
    ['Retired primary school teacher', 'teaching', 'retired', 'primary school teacher'],
    ['teacher (retired)', 'teaching', 'retired', 'teacher'],
    ['retired', 'general', 'retired', ''],
    ['unemployed electrician', 'construction', 'seeking', 'electrician'],
    ['nursing student', 'student', 'learning', 'nursing student'],
    ['student support officer', 'administration', 'working', 'student support officer'],
    ['Homemaker', 'household', 'household', 'Homemaker'],
    ['high school student', 'pupil', 'learning', 'high school student'],
    ['schoolchild', 'pupil', 'learning', 'schoolchild'],
    ['bar manager', 'management', 'working', 'bar manager'],
    ['barber', 'beauty', 'working', 'barber'],
    ['Infirmière', 'nursing', 'working', 'Infirmière'],
    ['quantum whisperer', 'general', 'working', 'quantum whisperer'],
  ])('reads "%s"', (text, family, status, title) => {
    const read = readOccupation(text)
    expect({ ...read, family: read.family.id }).toEqual({ family, status, title })
  })

  it('tell what a student studies', () => {
    expect(readField('law student')).toBe('law')
    expect(readField('Student of heraldry')).toBe('heraldry')
    expect(readField('student')).toBe('')
  })
})

describe('locations', () => {
  it.each([
    ['Lyon, France', 'Lyon', 'french'],
    ['st gallen', 'st gallen', 'german'],
    ['A village in Peru', 'A village in Peru', 'spanish'],
    ['Malmo', 'Malmo', 'nordic'],
    ['Nowhere', 'Nowhere', undefined],
    [', ,', ', ,', undefined],
  ])('reads "%s"', (text, city, pool) => {
    const home = readLocation(text)
    expect({ city: home.city, pool: home.region?.pool }).toEqual({ city, pool })
  })

  it('have neighbours that are not the place itself', () => {
    for (let i = 0; i < 100; i++) {
      const places = otherPlaces(readLocation('Lyon'), 4, createDice(`${i}`))
      expect(new Set([...places, 'Lyon']).size).toBe(5)
    }
  })
})
