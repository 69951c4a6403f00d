import { expect, it } from 'vitest'
import { queryConcepts } from './query-concepts.ts'

const terms = (question: string) => queryConcepts(question).map(({ term }) => term)

it('leaves out the words that every question is made of', () => {
  expect(terms('Tell me, what do you think about your dog?')).toEqual(['dog'])
  expect(terms('How are you today?')).toEqual([])
})

it('knows words that stand for the same in a life', () => {
  const [work] = queryConcepts('What do you do for work?')
  expect(work!.related).toEqual(expect.arrayContaining(['job', 'career', 'shift']))
  expect(work!.related).not.toContain('work')
})

it('reads no more of a long question than it looks for', () => {
  const long = Array.from({ length: 500 }, (_, i) => `word${i}`).join(' ')
  expect(terms(long)).toHaveLength(64)
})
