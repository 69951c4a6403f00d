import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize, words } from './tokenize.ts'

describe('words', () => {
  it.each([
    {
      text: "I don’t mind the Nurse's work",
      expected: ['i', 'dont', 'mind', 'the', 'nurse', 'work'],
    },
    { text: "We're 42, they’ve 7.5", expected: ['we', '42', 'they', '7', '5'] },
    { text: "l'école à Genève", expected: ['l', 'école', 'à', 'genève'] },
    { text: 'e\u0301cole ﬁne ＡＢＣ', expected: ['école', 'fine', 'abc'] },
    { text: '東京タワー in 2020', expected: ['東京', '京タ', 'タワ', 'ワー', 'in', '2020'] },
    { text: 'हिन्दी Привет', expected: ['हिन्दी', 'привет'] },
    { text: ' \n—…!? ', expected: [] },
  ])('reads $text', ({ text, expected }) => {
    expect(words(text)).toEqual(expected)
  })

  it('gives only lower-cased letters and digits, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const word of words(text)) {
          expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u)
          expect(word).toBe(word.toLowerCase())
        }
      }),
    )
  })
})

describe('tokenize', () => {
  it('leaves stop words out and brings forms of a word together', () => {
    expect(tokenize('She was running the hospitals')).toEqual(['run', 'hospit'])
    expect(tokenize('They run a hospital')).toEqual(['run', 'hospit'])
  })

  it('keeps what is said always and never', () => {
    expect(tokenize('I have never been abroad')).toEqual(['never', 'abroad'])
  })

  it('leaves words of other scripts as they are', () => {
    expect(tokenize('Привет, École!')).toEqual(['привет', 'école'])
  })
})
