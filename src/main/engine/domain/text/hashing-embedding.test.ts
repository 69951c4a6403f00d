import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashingEmbedding } from './hashing-embedding.ts'

function cosine(a: string, b: string): number {
  const [left, right] = [hashingEmbedding(a), hashingEmbedding(b)]
  return left.reduce((sum, value, i) => sum + value * right[i]!, 0)
}

describe('hashingEmbedding', () => {
  it('has unit length and no gaps, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const vector = hashingEmbedding(text)
        expect(vector).toHaveLength(256)
        expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
      }),
    )
  })

  it('is the same for the same text, in any letter case and with any stop words', () => {
    expect(cosine('The nurse worked in Lyon', 'nurse worked, lyon')).toBeCloseTo(1, 5)
    expect(cosine('The nurse worked in Lyon', 'nurse works, lyon')).toBeGreaterThan(0.9)
  })

  it.each([
    {
      query: 'Tell me about your wedding',
      near: 'My wedding day in the village church',
      far: 'I changed the tyres of the delivery van',
    },
    {
      query: 'What was it like to lose your job?',
      near: 'Lost my job when the factory closed',
      far: 'Planted tomatoes on the balcony with my daughter',
    },
    {
      query: 'schooling',
      near: 'My first day at primary school',
      far: 'The dog ran away on a Sunday',
    },
  ])('puts "$query" nearer to what shares its topic', ({ query, near, far }) => {
    expect(cosine(query, near)).toBeGreaterThan(cosine(query, far) + 0.1)
  })

  it('brings misspellings and compounds near by their characters', () => {
    expect(cosine('hospitl', 'hospital')).toBeGreaterThan(0.1)
    expect(cosine('fisherman', 'fishermen of the bay')).toBeGreaterThan(0.1)
  })

  it('tells the order of words', () => {
    const other = cosine('dog bites postman', 'postman bites dog')
    expect(other).toBeGreaterThan(0.6)
    expect(other).toBeLessThan(0.99)
  })

  it('keeps texts without anything in common apart', () => {
    const topics = [
      'violin lessons',
      'mortgage advisor',
      'frozen pizza',
      'kayak holiday',
      'tax audit',
    ]
    const cosines = topics.flatMap((a, i) => topics.slice(i + 1).map((b) => Math.abs(cosine(a, b))))
    expect(Math.max(...cosines)).toBeLessThan(0.4)
  })
})
