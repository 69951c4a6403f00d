import { describe, expect, it } from 'vitest'
import { scoreKeywords, scoreLength, scorePattern, scoreSimilarity } from './score-text.ts'
import { sentimentOf } from './sentiment.ts'

const keywords = (words: string[], want: 'any' | 'all' | 'none', text: string) =>
  scoreKeywords({ id: 'k', name: 'K', type: 'keywords', words, want }, text)

describe('keywords', () => {
  it('are whole words, case, accents and marks aside', () => {
    expect(keywords(['café', 'night bus'], 'all', 'A Cafe, by night-bus!')).toEqual({
      score: 1,
      explanation: 'Said: “café”, “night bus”',
    })
    expect(keywords(['cost'], 'any', 'A costly thing').score).toBe(0)
    expect(keywords(['cost'], 'none', 'It is cheap')).toEqual({
      score: 1,
      explanation: 'None is said',
    })
    expect(keywords(['cost', 'price'], 'all', 'The price').score).toBe(0)
  })
})

it('tells whether an answer is as long as asked for', () => {
  const rule = { id: 'l', name: 'L', type: 'length', min: 3, max: 4 } as const
  expect(scoreLength(rule, 'one two')).toEqual({ score: 0, explanation: '2 words, under 3–4' })
  expect(scoreLength(rule, 'one two three').score).toBe(1)
  expect(scoreLength(rule, 'a b c d e')).toEqual({ score: 0, explanation: '5 words, over 3–4' })
})

it('takes the mean of a scale from how near its statements are', () => {
  expect(scoreSimilarity([0, 0, 1])).toEqual({
    score: 3,
    explanation: 'Nearest to statement 3 of 3',
  })
  expect(scoreSimilarity([1, 0, 1]).score).toBe(2)
  expect(scoreSimilarity([0.5, 0.5, 0.5])).toEqual({
    score: null,
    explanation: 'Not scored: it is as near to every statement',
  })
})

it('shows what a pattern found', () => {
  expect(scorePattern(null).score).toBe(0)
  expect(scorePattern('12 euros')).toEqual({ score: 1, explanation: 'Matches “12 euros”' })
})

describe('the sentiment of a text', () => {
  const score = (text: string) => sentimentOf(text)?.score

  it.each([
    ['I love it, it is a wonderful service.', 1],
    ['The locker is easy to use and saves me trips.', 1],
    ['Not bad at all, to be fair with them.', 1],
    ['I would not mind it, and the price is reasonable.', 1],
    ['It was a relief to have somebody who cares and is patient.', 1],
    ['I am really disappointed with the delays.', -1],
    ['I do not trust them with my data.', -1],
    ["I don't like it and I never would.", -1],
    ['It is pretty bad, the app is confusing.', -1],
    ['They are rude, and I hate the waiting.', -1],
    ['The shop was cheap, but the staff were awful and the queue was a nightmare.', -1],
    ['I take the bus to work on Mondays.', 0],
    ['There are two of them in my street.', 0],
  ])('%s', (text, sign) => {
    expect(Math.sign(score(text)!)).toBe(sign)
  })

  it('is stronger with a stronger word, and within −1 … 1', () => {
    expect(score('It is very good.')!).toBeGreaterThan(score('It is good.')!)
    expect(score('It is slightly good.')!).toBeLessThan(score('It is good.')!)
    expect(score('It is excellent.')!).toBeGreaterThan(score('It is good.')!)
    const most = score('I love it. '.repeat(200))!
    expect(most).toBeGreaterThan(0.99)
    expect(most).toBeLessThanOrEqual(1)
  })

  it('is not guessed in another language', () => {
    expect(score('Das ist eine sehr gute Idee und ich würde es nicht missen wollen.')).toBe(
      undefined,
    )
  })
})
