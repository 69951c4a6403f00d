import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { charactersOf, Printable } from './printable.ts'

const roboto = readFileSync('node_modules/pdfmake/fonts/Roboto/Roboto-Regular.ttf')
const has = charactersOf(roboto)

it('knows which characters a font has', () => {
  for (const character of 'Aa é ł Ω я ≥ × – “ ” ’ … − € £ ½'.replaceAll(' ', ''))
    expect([character, has(character.codePointAt(0)!)]).toEqual([character, true])
  for (const character of ['山', 'ع', '😀', '→'])
    expect([character, has(character.codePointAt(0)!)]).toEqual([character, false])
})

it('marks and counts what cannot be shown, and drops only what is never seen', () => {
  const printable = new Printable(has)
  expect(printable.text('\u0000e\u0301 山 👍\ufe0f\u200d\nend')).toBe('é ◊ ◊\nend')
  expect(printable.missing).toBe(2)
})
