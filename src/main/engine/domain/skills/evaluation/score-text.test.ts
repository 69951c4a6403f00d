import { describe, expect, it } from 'vitest'
import { scoreKeywords, scoreLength, scorePattern, scoreSimilarity } from './score-text.ts'

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
