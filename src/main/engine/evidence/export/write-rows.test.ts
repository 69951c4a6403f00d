import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { toCsv } from './write-rows.ts'

it('writes what a model may answer so that it is read as text, in its column', () => {
  const said = ['nul \0 here', '\0=1+1', '@SUM(1)', '-5', 'two\r\nlines, "quoted"; 😀', '']
  const rows = said.map((text, i) => ({ text, number: -i, after: 'x' }))
  const read: Record<string, string>[] = parse(toCsv(rows, ['text', 'number', 'after'], true), {
    columns: true,
  })
  expect(read.map(({ text }) => text)).toEqual([
    'nul  here',
    "'=1+1",
    "'@SUM(1)",
    "'-5",
    'two\r\nlines, "quoted"; 😀',
    '',
  ])
  expect(read.map(({ number, after }) => [number, after])).toEqual(
    said.map((_, i) => [i === 0 ? '0' : String(-i), 'x']),
  )
})
