import { describe, expect, it } from 'vitest'
import { hashingEmbedding } from '../text/hashing-embedding.ts'
import { carryOver } from './carry-over.ts'
import { codeAnswers, usesKeyword } from './code-answers.ts'
import { codingOf, type OpenAnswers } from './coding-of.ts'

const prices = Array.from(
  { length: 8 },
  (_, i) => `The price of ${i} pounds is too high for my budget`,
)
const queues = Array.from(
  { length: 8 },
  (_, i) => `The queue took ${i} hours and I had to wait outside`,
)
const themes = [
  { id: 'price', label: 'Price', keywords: ['price'] },
  { id: 'queue', label: 'Queue', keywords: ['queue'] },
  { id: 'smell', label: 'Smell', keywords: ['bad smell'] },
]
const texts = [...prices, ...queues]
const known = [...prices.map(() => 0), ...queues.map(() => 1)]
const answersOf = (all: readonly string[], prefix = ''): OpenAnswers => ({
  taskIds: all.map((_, i) => `${prefix}${i}`),
  texts: all,
  asked: 'What do you think?',
  vectors: all.map(hashingEmbedding),
})

describe('answers nobody coded yet', () => {
  const more = [
    'The price is far too high for me',
    'I had to wait in the queue for hours',
    'There was a bad smell',
    'Purple elephants dance',
  ]
  it('go to the nearest theme, by keyword to one without a middle, else to none', () => {
    const all = answersOf([...texts, ...more])
    const { themeOf } = codeAnswers(themes, [...known, ...more.map(() => undefined)], all)
    expect(themeOf.slice(-4)).toEqual([0, 1, 2, -1])
    expect(themeOf.slice(0, 16)).toEqual(known)
  })

  it('keep what somebody coded, also as none', () => {
    const { themeOf } = codeAnswers(themes, [-1, 1, ...known.slice(2)], answersOf(texts))
    expect(themeOf.slice(0, 3)).toEqual([-1, 1, 0])
  })

  it('are found by words where there are no vectors', () => {
    const bare = { texts: more, vectors: more.map(() => undefined) }
    expect(
      codeAnswers(
        themes,
        more.map(() => undefined),
        bare,
      ).themeOf,
    ).toEqual([0, 1, 2, -1])
  })
})

it('is carried over to another run’s answers by nearness and words', () => {
  const coded = new Map(texts.map((_, i) => [String(i), themes[known[i]!]!.id]))
  const target = [
    'What a price, it broke my budget',
    'We had to wait outside for hours',
    'Bad smells',
  ]
  const begun = carryOver({ themes, coded }, answersOf(texts), answersOf(target, 'new '))
  expect(begun).toEqual({
    themes,
    coded: [
      ['new 0', 'price'],
      ['new 1', 'queue'],
      ['new 2', 'smell'],
    ],
  })
})

it('is a codebook’s coding where there is one, and the themes found where there is none', () => {
  const open = answersOf(texts)
  const codebook = { themes, coded: open.taskIds.map((task) => [task, 'smell'] as const) }
  expect(new Set(codingOf(open, 's', codebook).themeOf)).toEqual(new Set([2]))
  expect(new Set(codingOf(open, 's', undefined).themeOf.slice(0, 8)).size).toBe(1)
})

it('finds keywords as whole words in any form, and phrases', () => {
  expect(usesKeyword('Prices rose', ['price'])).toBe(true)
  expect(usesKeyword('A priceless day', ['price'])).toBe(false)
  expect(usesKeyword('What bad smells!', ['bad smell'])).toBe(true)
  expect(usesKeyword('Bad, and a smell', ['bad smell'])).toBe(false)
  expect(usesKeyword('Anything', ['', '  '])).toBe(false)
})
