import { expect, it } from 'vitest'
import { bm25 } from './bm25.ts'

const terms = (text: string) => {
  const counts = new Map<string, number>()
  for (const term of text.split(' ')) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

const concept = (term: string) => ({ term, related: [] })

it('equals the formula worked out by hand', () => {
  // N = 10, df = 1: idf = ln(1 + 9.5/1.5); tf = 2, |d| = avgdl: 2·2.2 / (2 + 1.2)
  const [score] = bm25([concept('dog')], [{ terms: terms('dog dog cat'), length: 30 }], {
    count: 10,
    meanLength: 30,
  })
  expect(score!.score).toBeCloseTo(Math.log(1 + 9.5 / 1.5) * ((2 * 2.2) / 3.2), 12)
})

it('weighs a rare word above a common one, and counts what no memory has as uncovered', () => {
  const documents = [
    { terms: terms('dog walk'), length: 10 },
    { terms: terms('walk'), length: 10 },
    { terms: terms('walk park'), length: 10 },
  ]
  const scores = bm25(['dog', 'walk', 'zebra'].map(concept), documents, {
    count: 3,
    meanLength: 10,
  })
  expect(scores[0]!.score).toBeGreaterThan(scores[1]!.score)
  expect(scores[0]!.coverage).toBeLessThan(1)
  expect(scores.map(({ matchedTerms }) => matchedTerms)).toEqual([
    ['dog', 'walk'],
    ['walk'],
    ['walk'],
  ])
})

it('counts a related word for half, and the word itself before it', () => {
  const pet = { term: 'pet', related: ['dog', 'cat'] }
  const documents = [
    { terms: terms('pet'), length: 10 },
    { terms: terms('dog'), length: 10 },
  ]
  const [exact, related] = bm25([pet], documents, { count: 9, meanLength: 10 })
  expect([exact!.coverage, related!.coverage]).toEqual([1, 0.5])
  expect(exact!.score).toBeGreaterThan(related!.score)
  expect(related!.matchedTerms).toEqual(['dog'])
})
