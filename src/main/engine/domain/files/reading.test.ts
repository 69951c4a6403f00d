import { describe, expect, it } from 'vitest'
import { findEmotions } from './emotions.ts'
import { whyNoEvent } from './is-event.ts'
import { guessStrength, guessType, readPassage } from './reading.ts'

describe('what a passage says', () => {
  it('is told apart into facts, feelings and meaning', () => {
    expect(
      readPassage(
        'We missed the train when the strike began. I felt lost and angry. Looking back, it taught me patience.',
      ),
    ).toEqual({
      facts: 'We missed the train when the strike began.',
      feelings: 'I felt lost and angry.',
      interpretation: 'Looking back, it taught me patience.',
      emotionTags: ['confusion', 'anger'],
    })
  })

  it('keeps a fact that comes with a feeling', () => {
    const text = 'I was so happy when Karim asked me to marry him.'
    expect(readPassage(text)).toMatchObject({ facts: text, feelings: text, emotionTags: ['joy'] })
  })

  it('loses no fact to a feeling that stands beside it', () => {
    const text = 'We capsized twice, and I was terrified at first.'
    expect(readPassage(`It was windy. ${text}`).facts).toBe(`It was windy. ${text}`)
  })

  it('is not made up where nothing is felt or meant', () => {
    expect(readPassage('We moved to Lyon.')).toMatchObject({
      feelings: null,
      interpretation: null,
      emotionTags: [],
    })
  })

  it.each([
    ['I was not afraid.', []],
    ['Nobody was happy about it.', []],
    ['We missed the bus and lost the keys.', []],
    ['I missed her and felt lost.', ['nostalgia', 'confusion']],
    ['I was fed up and homesick.', ['frustration', 'nostalgia']],
  ])('names in “%s” the feelings %j', (text, expected) => {
    expect(findEmotions(text).map(({ emotion }) => emotion)).toEqual(expected)
  })
})

describe('the type', () => {
  it.each([
    ['I won the first prize at the fair.', 'pride'],
    ['She was proud of her garden.', 'pride'],
    ['I stole a book and was ashamed for weeks.', 'shame'],
    ['He hit me. I have never told anyone.', 'repressed'],
    ['I was not proud of that.', 'normal'],
    ['The fish was as big as a house, you would not believe it.', 'normal'],
    ['We moved to Lyon.', 'normal'],
  ])('of “%s” is guessed to be %s', (text, expected) => {
    expect(guessType(text).value).toBe(expected)
  })
})

describe('the strength', () => {
  const now = Date.UTC(2026, 10, 27)
  const strength = (text: string, year = 2005) => guessStrength(text, Date.UTC(year, 0), now)

  it('grows with what is never forgotten and falls with what is hazy', () => {
    const plain = strength('We had dinner.')
    expect(strength('I will never forget that dinner.')).toBeGreaterThan(plain)
    expect(strength('I vaguely recall a dinner.')).toBeLessThan(plain)
    expect(strength('We had dinner.', 2026)).toBeGreaterThan(plain)
  })

  it('stays within its bounds', () => {
    const strong =
      'The worst day! I will never forget the funeral; for the first time I was terrified.'
    expect(strength(strong, 2026)).toBeLessThanOrEqual(100)
    expect(strength('I vaguely recall an ordinary day, nothing special.', 1960)).toBeGreaterThan(0)
  })
})

it.each<[string, boolean, RegExp | null]>([
  ['We moved to Lyon.', false, null],
  ['Lyon is the third largest city of France.', false, /no past tense/],
  ['Lyon is the third largest city of France.', true, null],
  ['Und dann zogen wir nach Lyon, mitten im Winter.', false, null],
  ['Yes.', true, /Too short/],
  ['https://example.org/a/b', false, /Too short|address/],
  ['12 34 56 78 90 / 11 12 ------', true, /Figures/],
  ['An introduction to it ........ 12', true, /contents/],
  ['What was it that we wanted?', true, /question/],
])('of “%s” (time: %s) it is said why it is no event: %s', (text, hasTime, expected) => {
  const reason = whyNoEvent(text, { hasTime })
  if (expected === null) expect(reason).toBeNull()
  else expect(reason).toMatch(expected)
})
