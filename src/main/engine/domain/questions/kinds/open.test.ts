import { expect, it } from 'vitest'
import { readFree } from './open.ts'

it.each([
  ['Answer: It is too dear for me.', 'It is too dear for me.'],
  [
    '**Answer:** It is too dear.\n\nAnswer: not this one.',
    'It is too dear.\n\nAnswer: not this one.',
  ],
  ['The answer: wait and see.', 'The answer: wait and see.'],
  ['Answer:', 'Answer:'],
])('takes free words without the form of the questions before them: %j', (said, value) => {
  expect(readFree(said)).toEqual({ status: 'valid', value })
})

it.each([
  ["Answer: I'd rather not say", 'refused'],
  ["**Answer:** I don't know.", 'dont_know'],
  ["I'd rather not say", 'refused'],
])('finds no answer in the form of one: %j', (said, status) => {
  expect(readFree(said)).toEqual({ status, value: null })
})
