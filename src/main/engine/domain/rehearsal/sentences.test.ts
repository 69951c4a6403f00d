import { describe, expect, it } from 'vitest'
import { contract, expandContractions } from './contractions.ts'
import { exaggerate } from './exaggerate.ts'
import { decapitalise, leadIn, sentencesOf, withArticle } from './sentences.ts'

describe('sentencesOf', () => {
  it.each([
    {
      text: 'One. Two! Three? Four… Five',
      sentences: ['One.', 'Two!', 'Three?', 'Four…', 'Five.'],
    },
    {
      text: 'I met Dr. Hale at 4.30. She left.',
      sentences: ['I met Dr. Hale at 4.30.', 'She left.'],
    },
    { text: 'He said "no." I went.', sentences: ['He said "no."', 'I went.'] },
    { text: ' … ! ', sentences: [] },
    { text: '', sentences: [] },
  ])('reads $text', ({ text, sentences }) => {
    expect(sentencesOf(text)).toEqual(sentences)
  })
})

describe('decapitalise', () => {
  it.each([
    ['We moved', 'we moved'],
    ['I moved', 'I moved'],
    ["I'm here", "I'm here"],
    ['NHS letters came', 'NHS letters came'],
    ['Carol gave me a cake', 'Carol gave me a cake'],
    ['', ''],
  ])('turns "%s" into "%s"', (text, expected) => {
    expect(decapitalise(text)).toBe(expected)
  })
})

it.each([
  ['Honestly,', 'We moved.', 'Honestly, we moved.'],
  ['Honestly,', 'I moved.', 'Honestly, I moved.'],
  ['Honestly,', 'Biscuit ran away.', 'Honestly: Biscuit ran away.'],
  ['It is hard to put, but', 'Carol came.', 'It is hard to put, but Carol came.'],
  ['Listen:', 'The dog ran away.', 'Listen: the dog ran away.'],
])('leads in with "%s" to "%s"', (words, sentence, expected) => {
  expect(leadIn(words, sentence)).toBe(expected)
})

it.each([
  ['nurse', 'a nurse'],
  ['engineer', 'an engineer'],
  ['university lecturer', 'a university lecturer'],
  ['usher', 'an usher'],
  ['an architect', 'an architect'],
])('says what somebody is: %s', (noun, expected) => {
  expect(withArticle(noun)).toBe(expected)
})

describe('contractions', () => {
  it('are written out and back', () => {
    const short = "I'm sure it's fine, and we don't mind. Don't ask. Let's go, that's all."
    const long = 'I am sure it is fine, and we do not mind. Do not ask. Let us go, that is all.'
    expect(expandContractions(short)).toBe(long)
    expect(contract(long)).toBe(short)
  })

  it('are not made where nobody makes them', () => {
    const text =
      'I have to go, and that is what it is to me; I took from it is that, and than there is to it.'
    expect(contract(text)).toBe(
      "I have to go, and that's what it is to me; I took from it is that, and than there is to it.",
    )
  })
})

it('exaggerates counts and sizes, not years, times and decimals', () => {
  expect(exaggerate('In 1998, at 4:30, 3 big dogs ran 2.5 km past five houses.')).toBe(
    'In 1998, at 4:30, 9 gigantic dogs ran 2.5 km past twelve houses.',
  )
})
