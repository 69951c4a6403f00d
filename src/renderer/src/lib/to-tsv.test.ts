import { expect, it } from 'vitest'
import { toTsv } from './to-tsv.ts'

it('keeps cells in their columns whatever they hold', () => {
  expect(
    toTsv([
      ['a\tb', 1, undefined],
      ['two\nlines', null, 'c'],
    ]),
  ).toBe('a b\t1\t\ntwo lines\t\tc')
})
