import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { goldenTable } from '../../../../../test/fixtures/exports/golden-table.ts'
import { savVariables } from './sav-dictionary.ts'
import { codedColumns } from './coded-columns.ts'
import { writeDta } from './write-dta.ts'
import { writeSav } from './write-sav.ts'

type Read = {
  label: string
  notes?: string[]
  columns: Record<
    string,
    {
      label: string
      missing: number[] | null
      labels: Record<string, string> | null
      values: string[]
    }
  >
}

const folder = new URL('../../../../../test/fixtures/exports/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder))
/** What R reads in the golden files: see make-golden.ts. */
const inR = JSON.parse(read('golden.json').toString()) as Record<'sav' | 'dta', Read>

describe.each([
  ['sav', writeSav, ['-97', '-98', '-99'], ['-9999', '-9998', '-9997']],
  ['dta', writeDta, ['.a', '.b', '.c'], ['.c', '.b', '.a']],
] as const)('a file for statistics (%s)', (format, write, reasons, others) => {
  const { columns } = inR[format]
  const column = (i: number) => Object.values(columns)[i]!

  it('is the golden one, byte by byte', () => {
    expect(Buffer.from(write(goldenTable)).equals(read(`golden.${format}`))).toBe(true)
  })

  it('is read by R with every text, whatever its length', () => {
    goldenTable.variables.forEach(({ kind }, i) => {
      if (kind.form !== 'text' || kind.codes) return
      // Spaces at the end are what a field is filled with: R leaves them out.
      const texts = goldenTable.columns[i]!.map((cell) => String(cell ?? '').trimEnd())
      expect(column(i).values.map((text) => text.trimEnd())).toEqual(texts)
    })
  })

  it('is read by R with numbers, codes and why an answer is none', () => {
    expect(column(1).values).toEqual(['0.25', '1.5', '1', '2', '0.25'])
    expect(column(2)).toMatchObject({
      values: ['1', '2', '3', '.', '1'],
      labels: { yes: '1', no: '2', 'Não — ≥ “q”': '3' },
    })
    expect(column(4).values).toEqual(['1', '2', '3', '4', '.'])
    expect(column(5).values).toEqual(['3.1415926535897931', ...reasons, '.'])
    expect(column(7).values).toEqual(['.', ...others, '-1234'])
    expect(Object.keys(column(7).labels!)).toEqual(['Don’t know', 'Refused', 'Invalid'])
    expect(column(8).values[3]).toBe('1.0000000000000001e+300')
  })

  it('has names that the program takes, each once, and labels', () => {
    const names = Object.keys(columns)
    expect(names.slice(2, 4)).toEqual(['with_1', 'WITH_2'])
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    const allowed = format === 'sav' ? /^[a-z][\w.]{0,63}$/i : /^[a-z]\w{0,31}$/i
    for (const name of names) expect(name).toMatch(allowed)
    expect(column(5).label).toBe('A number')
    expect(inR[format].label).toBe('Golden — ≥ α')
  })
})

it('declares its weight, and what SPSS is to leave out', () => {
  const file = Buffer.from(writeSav(goldenTable))
  const weight = savVariables(codedColumns(goldenTable)).find(
    ({ longName }) => longName === 'weight',
  )!
  expect(file.readInt32LE(76)).toBe(weight.index)
  expect(inR.sav.columns['a.value']!.missing).toEqual([-97, -98, -99])
})

it('carries notes in both', () => {
  expect(inR.dta.notes![1]).toBe('REHEARSAL, NOT EVIDENCE ABOUT PEOPLE')
  expect(read('golden.sav').toString('latin1')).toContain('REHEARSAL, NOT EVIDENCE ABOUT PEOPLE')
})
