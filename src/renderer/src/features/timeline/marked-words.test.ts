import { expect, it } from 'vitest'
import { excerptOf, markWords } from './marked-words.ts'

const written = (text: string, ...words: string[]) =>
  markWords(text, words)
    .map(({ text: part, isHit }) => (isHit ? `[${part}]` : part))
    .join('')

it.each([
  { text: 'Born in Zürich', words: ['zurich'], marked: 'Born in [Zürich]' },
  { text: 'ÉTÉ, été', words: ['ete'], marked: '[ÉTÉ], [été]' },
  { text: 'Zu\u0308rich again', words: ['zur'], marked: '[Zu\u0308r]ich again' },
  { text: 'banana', words: ['an', 'na'], marked: 'b[anana]' },
  { text: 'A boat', words: ['b', 'lake'], marked: 'A [b]oat' },
  { text: 'A boat', words: [], marked: 'A boat' },
  { text: '', words: ['x'], marked: '' },
])('marks $words in $text', ({ text, words, marked }) => {
  expect(written(text, ...words)).toBe(marked)
})

const body = {
  facts: 'We rented a boat and it leaked before we were half-way across, so we swam to the jetty.',
  feelings: 'Amused.',
  interpretation: 'Plans matter less.',
  emotionTags: ['joy', 'relief'],
}
const excerpt = (...words: string[]) =>
  excerptOf(body, words)
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('')

it('begins an excerpt shortly before the words, in the field that has them', () => {
  expect(excerpt('boat')).toMatch(/^We rented a \[boat\] and/)
  expect(excerpt('jetty')).toBe('…half-way across, so we swam to the [jetty].')
  expect(excerpt('amus')).toBe('[Amus]ed.')
  expect(excerpt('relief')).toBe('joy, [relief]')
  expect(excerpt('nowhere')).toBe(body.facts)
})
