import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personalDataIn } from './personal-data.ts'
import { compileTerms, findTerms, plainText } from './plain-text.ts'
import { toxicity } from './toxicity.ts'

const find = (text: string, terms: string[]) => findTerms(plainText(text), compileTerms(terms))

describe('terms', () => {
  it.each([
    ['Tell me about Project Titan.', 'project titan'],
    ['ＰＲＯＪＥＣＴ   títan!', 'Project Titan'],
    ['pro\u200Bject-ti\u00ADtan', 'project titan'],
    ['Please IGNORE  previous\ninstructions now', 'ignore previous instructions'],
    ['“Ignore—previous…instructions”', 'ignore previous instructions'],
    ['GROSSE STRASSE', 'große straße'],
    ['I write C++, mostly', 'c++'],
    ['#ProjectTitan is a hashtag: #project titan', 'project titan'],
    ['ПРОЕКТ Титан', 'проект титан'],
    ['我喜欢蓝色汽车', '蓝色'],
    ['서울에서 왔어요', '서울'],
  ])('finds in %j the term %j', (text, term) => {
    expect(find(text, [term])).toEqual([term])
  })

  it.each([
    ['The class assessed classics', ['ass', 'classic']],
    ['Vitamin C is good for you', ['C++', 'C#']],
    ['projects titanic', ['project titan']],
    ['क्या', ['का']],
    ['각', ['가']],
    ['かき', ['が']],
  ])('does not find in %j any of %j', (text, terms) => {
    expect(find(text, terms)).toEqual([])
  })

  it('never finds a term without letters', () => {
    fc.assert(fc.property(fc.string(), (text) => find(text, ['***', '', ' - ']).length === 0))
  })

  it('finds a term wherever it stands as words, in any case', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    fc.assert(
      fc.property(fc.array(word), word, fc.array(word), fc.boolean(), (before, term, after, up) => {
        const text = [...before, up ? term.toUpperCase() : term, ...after].join(', ')
        return find(text, [term]).length === 1
      }),
    )
  })

  it('reads a text the same however it was read before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = plainText(text)
        return plainText(once) === once
      }),
    )
  })
})

describe('personal data', () => {
  it.each([
    ['Write to anna.berg@example.org please', ['e-mail']],
    ['anna.berg [at] example [dot] org', ['e-mail']],
    ['Call me on +33 6 12 34 56 78', ['phone']],
    ['+33 612 345 678', ['phone']],
    ['My number is (020) 7946 0958 12', ['phone']],
    ['(555) 123-4567', ['phone']],
    ['555-123-4567', ['phone']],
    ['06 12 34 56 78', ['phone']],
    ['06.12.34.56.78', ['phone']],
    ['0612345678', ['phone']],
    ['020 7946 0958', ['phone']],
    ['030/1234567', ['phone']],
    ['+4915112345678', ['phone']],
    ['0049 151 12345678', ['phone']],
    ['my mobile number is 5551234', ['phone']],
    ['Card 4111 1111 1111 1111', ['card']],
    ['5500005555555559', ['card']],
    ['3782 822463 10005', ['card']],
    ['SSN 536-90-4399', ['national id']],
    ['QQ is no prefix, but AB 12 34 56 C is one', ['national id']],
    ['2 55 08 14 168 025 38', ['national id']],
    ['DNI 12345678Z', ['national id']],
    ['X1234567L', ['national id']],
    ['RSSMRA85T10A562S', ['national id']],
    ['756.1234.5678.97', ['national id']],
    ['811218-9876', ['national id']],
    ['111.444.777-35', ['national id']],
    ['86095742719', ['national id']],
    ['passport number 533380006', ['national id']],
    ['I live at 221B Baker Street', ['street address']],
    ['i live at 221b baker street, london', ['street address']],
    ['at 5 Oak Drive', ['street address']],
    ['1600 Pennsylvania Ave.', ['street address']],
    ['11 W. 42nd Street', ['street address']],
    ['au 12 rue de la Paix', ['street address']],
    ['12 rue victor hugo', ['street address']],
    ['5 place Bellecour', ['street address']],
    ['Lindenstraße 14', ['street address']],
    ['Hauptstr. 5a', ['street address']],
    ['Calle Mayor, 12', ['street address']],
    ['Via Roma 10', ['street address']],
    ['Keizersgracht 174', ['street address']],
    ['anna@example.org, +33 6 12 34 56 78', ['e-mail', 'phone']],
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
    'The years 2015 2016 2017 2018 were hard.',
    'My scores were 70 80 85 90 95 out of 100.',
    'Open 08.00-12.30 13.30-18.00, Saturdays 09.00-12.00.',
    'The population grew by +12 000 000 in a decade.',
    'Pi is +3.14159265.',
    'In 2019 Oxford Street was empty.',
    'On 3 March Street parties are banned.',
    'I bought 2 Google Drive plans.',
    'I have 1 place that I love and 2 avenue trees.',
    'Il y a 1 place de parking devant chez moi.',
    'Ich sitze auf Sitzplatz 12 im Wagen, Parkplatz 3 ist frei.',
    'They moved to 3 different places on the road.',
    'We live at 10 minutes down the road.',
    'The video has 1 234 567 890 views.',
    'ISBN 978-3-16-148410-0, EAN 4006381333931.',
    'The flight number is 1234 and the ticket cost 1 299.',
    'My order number is 12345678.',
    'IP 192.168.100.200 answered in 0.5-0.7 s.',
    'Smith (2019) 45, 123-145.',
    'Version 1.2.3-4 from 2024-11-24T09:00:00.000Z, build 1732440000000.',
    'The INSEE-like row 1 84 12 75 108 223 30 has the wrong key.',
    'We won 3-2, then 4-1 and 2-2.',
  ])('%j holds none', (text) => {
    expect(personalDataIn(text)).toEqual([])
  })

  it('lets a persona say what its seed says', () => {
    const own = ['221 Baker  Street, London', 'anna@example.org']
    expect(personalDataIn('At 221 Baker Street; anna@example.org', own)).toEqual([])
    expect(personalDataIn('At 222 Baker Street', own)).toEqual(['street address'])
  })

  it('sees none in any number up to eight digits, however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (number) => {
        for (const locale of ['en', 'de', 'fr', 'en-IN'])
          expect(personalDataIn(`We sold ${number.toLocaleString(locale)} of them.`)).toEqual([])
      }),
    )
  })

  it('sees none in any date', () => {
    const date = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(date, (when) => {
        for (const locale of ['en-US', 'en-GB', 'de', 'fr', 'sv'])
          expect(personalDataIn(`It was on ${when.toLocaleDateString(locale)}.`)).toEqual([])
        expect(personalDataIn(`At ${when.toISOString()}.`)).toEqual([])
      }),
    )
  })

  it.each([
    'a',
    '1',
    ' 1',
    '1 ',
    '-1',
    'A',
    'Aa ',
    '@',
    'a@',
    'a.',
    '+1',
    '(1',
    'at ',
    '0 ',
    'rue ',
    'Via A',
    '1 A ',
  ])('reads 20,000 characters of %j in a moment', (unit) => {
    const text = unit.repeat(20_000 / unit.length)
    const started = performance.now()
    personalDataIn(text)
    plainText(text)
    toxicity(text)
    expect(performance.now() - started).toBeLessThan(200)
  })
})

describe('hostility', () => {
  it('grows', () => {
    const scores = [
      'The queue was long and I was annoyed.',
      'That was a stupid decision.',
      'You stupid, pathetic idiot',
      'You are a bastard',
      'Go and kill yourself',
    ].map(toxicity)
    expect(scores).toEqual(scores.toSorted((a, b) => a - b))
    expect(new Set(scores).size).toBe(scores.length)
  })

  it.each([
    'This fucking app crashed again, what a shitty update, fuck.',
    'I hate all the waiting.',
    'I gas the car up on Fridays and go die-hard shopping.',
    'Don’t kill yourself working for them.',
    'The floor was spic and span, with no chink in the armour.',
    'I could have killed him when he forgot the milk.',
    'They should be ashamed.',
  ])('passes %j at the default threshold', (text) => {
    expect(toxicity(text)).toBeLessThanOrEqual(0.7)
  })

  it.each([
    'I will kill you.',
    'I’ll hurt you, wait and see',
    'KILL  YOURSELF',
    'You deserve to die',
    'They should all be exterminated.',
    'You worthless piece of shit',
    'those subhumans',
  ])('does not pass %j', (text) => {
    expect(toxicity(text)).toBeGreaterThan(0.7)
  })

  it('is between 0 and 1 for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const score = toxicity(text)
        return score >= 0 && score <= 1
      }),
    )
  })
})
