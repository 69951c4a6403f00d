import { describe, expect, it } from 'vitest'
import { createDice } from './dice.ts'
import { expand, listed } from './grammar.ts'
import { firstFeelings, ownWays } from './biography/feelings.ts'
import { lessons } from './biography/interpretations.ts'

const dice = createDice('key')

describe('expand', () => {
  it('reaches every wording, nested ones too', () => {
    const texts = Array.from({ length: 200 }, (_, i) => expand('[a|b [c|d]|]x', {}, dice, `${i}`))
    expect(new Set(texts)).toEqual(new Set(['Ax', 'B cx', 'B dx', 'X']))
  })

  it('chooses the same wording for the same purpose', () => {
    const wordings = '[one|two|three|four|five|six|seven|eight]'
    expect(expand(wordings, {}, dice, 'p')).toBe(expand(wordings, {}, dice, 'p'))
  })

  it('leaves what people wrote about themselves as it is', () => {
    expect(expand('in {place}. {^place}', { place: 'st. [x|y] {z}' }, dice, '')).toBe(
      'In st. [x|y] {z}. St. [x|y] {z}',
    )
  })

  it('leaves no gap where an optional part is absent', () => {
    expect(expand('he came [|] , and went', {}, dice, '')).toBe('He came, and went')
  })

  it('refuses a slot nobody fills', () => {
    expect(() => expand('{nobody}', {}, dice, '')).toThrow(RangeError)
  })
})

it('lists as people do', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ])
})

it('closes every bracket and brace it opens', () => {
  const templates = [
    ...Object.values(firstFeelings),
    ...Object.values(ownWays),
    ...Object.values(lessons),
  ].flat()
  for (const text of templates) {
    const left = text.replaceAll(/\[[^[\]]*\]/g, '').replaceAll(/\{\^?\w+\}/g, '')
    expect(left, text).not.toMatch(/[[\]{}|]/)
  }
})
