import readExcel from 'read-excel-file/node'
import { expect, it } from 'vitest'
import { writeXlsx } from './write-xlsx.ts'

it('leaves out what XML has no place for and cuts what a cell cannot hold', async () => {
  const rows = [
    ['text'],
    ['bell \u0007, half\ud83d, tab \tend'],
    ['x'.repeat(40_000)],
    [Number.NaN],
  ]
  const [sheet] = await readExcel(Buffer.from(await writeXlsx([{ name: 'One', rows }])))
  expect(sheet!.data.slice(0, 3)).toEqual([
    ['text'],
    ['bell , half, tab \tend'],
    ['x'.repeat(32_767)],
  ])
})
