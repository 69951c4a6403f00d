import { expect, it } from 'vitest'
import { exaggerate } from './exaggerate.ts'

it.each([
  ['We caught three pike.', 'We caught seven pike.'],
  ['The wind took a few tiles off a house.', 'The wind took dozens of tiles off a house.'],
  ['There were 40 people.', 'There were 120 people.'],
  ['It was a big fish.', 'It was a gigantic fish.'],
])('makes "%s" bigger', (text, grown) => {
  expect(exaggerate(text)).toBe(grown)
})

it.each([
  'I was 7.',
  'I was nine that summer.',
  'At the time I was eight years old.',
  'That was on 14 May 2003.',
  'It was May 14.',
  'We met at 8:30 on the 12th.',
  'He turned 30.',
])('leaves dates, times and ages alone: %s', (text) => {
  expect(exaggerate(text)).toBe(text)
})
