import { expect, it } from 'vitest'
import { words } from '../tokenize.ts'
import { meaningOf, nearWords } from './word-vectors.ts'

function cosine(a: string, b: string): number {
  const [left, right] = [meaningOf(words(a))!, meaningOf(words(b))!]
  return left.reduce((sum, value, i) => sum + value * right[i]!, 0)
}

it('knows words that are met in the same places, nearest first, no two of one stem', () => {
  const near = nearWords('dog')
  expect(near[0]).toMatchObject({ term: 'cat' })
  const terms = near.map(({ term }) => term)
  expect(terms).toContain('pet')
  expect(new Set(terms).size).toBe(terms.length)
  expect(terms).not.toContain('dog')
  const similarities = near.map(({ similarity }) => similarity)
  expect(similarities).toEqual(similarities.toSorted((a, b) => b - a))
})

it('knows nothing of a word that is not in its table', () => {
  expect(nearWords('qwertzuiop')).toEqual([])
  expect(meaningOf(['qwertzuiop'])).toBeNull()
  expect(meaningOf(words('the of and'))).toBeNull()
})

it.each([
  {
    question: 'Why did she see a physician?',
    answer: 'The doctor at the clinic said I was ill.',
    other: 'We painted the fence and mowed the lawn.',
  },
  {
    question: 'What did he cook for supper?',
    answer: 'I made a stew with onions and potatoes that evening.',
    other: 'The judge read the verdict in the morning.',
  },
])('puts “$question” nearer to its answer, which shares no word', ({ question, answer, other }) => {
  expect(cosine(question, answer)).toBeGreaterThan(cosine(question, other) + 0.15)
})
