import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personalDataIn } from './personal-data.ts'
import { termsIn } from './plain-text.ts'
import { toxicity } from './toxicity.ts'

describe('terms', () => {
  it.each([
    ['Tell me about Project Titan.', 'project titan'],
    ['ＰＲＯＪＥＣＴ   títan!', 'Project Titan'],
    ['pro\u200Bject-titan', 'project titan'],
    ['Please IGNORE  previous\ninstructions now', 'ignore previous instructions'],
  ])('finds in %j the term %j', (text, term) => {
    expect(termsIn(text, [term])).toEqual([term])
  })
  it('does not find a term inside a word', () => {
    expect(termsIn('The class assessed classics', ['ass', 'classic'])).toEqual([])
  })
  it('never finds a term without letters', () => {
    fc.assert(fc.property(fc.string(), (text) => termsIn(text, ['***', '']).length === 0))
  })
})

describe('personal data', () => {
  it.each([
    ['Write to anna.berg@example.org please', ['e-mail']],
    ['Call me on +33 6 12 34 56 78', ['phone']],
    ['My number is (020) 7946 0958 12', ['phone']],
    ['+4915112345678', ['phone']],
    ['Card 4111 1111 1111 1111', ['card']],
    ['SSN 536-90-4399', ['national id']],
    ['I live at 221 Baker Street', ['street address']],
    ['au 12 rue de la Paix', ['street address']],
    ['Lindenstraße 14', ['street address']],
  ])('%j holds %j', (text, kinds) => {
    expect(personalDataIn(text)).toEqual(kinds)
  })

  it.each([
    'I was born in 1984 and moved to Lyon in 2007.',
    'Between 2015-2019 I earned 32 000 euros, then 41,500 a year.',
    'The parcel cost 4.90 and arrived on 12.03.2024.',
    'On 2024-03-12 we had 1 200 000 visitors, 3 in 4 of them new.',
    'I take bus 42, then walk 10 minutes to Square One.',
    'My order was 4111 1111 1111 1112.',
    'We are 4 at home; 2 children, 12 and 15 years old.',
    'Room 101, 3rd floor, at 9.30 every day.',
    'About 7 out of 10, or 70 %.',
  ])('%j holds none', (text) => {
    expect(personalDataIn(text)).toEqual([])
  })

  it('lets a persona say what its seed says', () => {
    expect(personalDataIn('I live at 221 Baker Street', ['221 Baker Street, London'])).toEqual([])
  })
})

it('grows with hostility and passes ordinary complaint', () => {
  const scores = [
    'The queue was long and I was annoyed.',
    'That was a stupid decision.',
    'You stupid, pathetic idiot',
    'kill yourself',
  ].map(toxicity)
  expect(scores).toEqual(scores.toSorted((a, b) => a - b))
  expect(scores[1]).toBeLessThan(0.7)
  expect(scores[3]).toBeGreaterThanOrEqual(0.7)
})
