import { describe, expect, it } from 'vitest'
import { marginsFromCells, MarginsTableError } from './margins-table.ts'

type Row = { variable: string; category: string; share: string }
const marginsFromTable = (table: readonly Row[]) =>
  marginsFromCells([
    ['variable', 'category', 'share'],
    ...table.map(({ variable, category, share }) => [variable, category, share]),
  ]).margins

const rows = (variable: string, shares: Record<string, string>) =>
  Object.entries(shares).map(([category, share]) => ({ variable, category, share }))

describe('a table of margins', () => {
  it('has a margin per variable, shares as fractions or per cent', () => {
    const table = [
      ...rows('gender', { woman: '0.51', man: '49 %' }),
      ...rows('region', { all: '1' }),
    ]
    expect(marginsFromTable(table)).toEqual([
      {
        fields: ['gender'],
        targets: [
          { category: 'woman', share: 0.51 },
          { category: 'man', share: 0.49 },
        ],
      },
      { fields: ['attributes.region'], targets: [{ category: 'all', share: 1 }] },
    ])
  })

  it.each([
    { categories: ['18–34', '35-54', '55+'], bands: [18, 35, 55] },
    { categories: ['18 to 34 years', '35 to 54 years', '55 and over'], bands: [18, 35, 55] },
    { categories: ['under 18', '18+'], bands: [18] },
    { categories: ['<18', '≥ 18'], bands: [18] },
    { categories: ['1', '2', '3', '4+'], bands: [1, 2, 3, 4] },
    // Nobody is meant to be 55 or over: they make a band without a target, and are named.
    { categories: ['18–34', '35–54'], bands: [18, 35, 55] },
    { categories: ['18–29', '40–54'], bands: [18, 30, 40, 55] },
    { categories: ['north', '35+'], bands: undefined },
    { categories: ['1', '2', '3'], bands: undefined },
  ])('reads the bands of $categories', ({ categories, bands }) => {
    const share = String(1 / categories.length)
    const table = categories.map((category) => ({ variable: 'age', category, share }))
    expect(marginsFromTable(table)[0]!.bands).toEqual(bands)
  })

  it('reads the bands of one of two crossed variables', () => {
    const cells = ['woman × 18–34', 'man × 18–34', 'woman × 35+', 'man * 35+']
    const [margin] = marginsFromTable(
      rows('Sex × Age', Object.fromEntries(cells.map((c) => [c, '0.25']))),
    )
    expect(margin).toMatchObject({ fields: ['gender', 'age'], bands: [18, 35] })
    expect(margin!.targets.map(({ category }) => category)).toEqual([
      'woman × 18–34',
      'man × 18–34',
      'woman × 35+',
      'man × 35+',
    ])
  })

  it.each([
    { row: { variable: 'age', category: '', share: '0.5' }, message: /Row 2 of the margins needs/ },
    {
      row: { variable: 'age', category: '18+', share: '51' },
      message: /age sum to 51 %. 49 points/,
    },
    { row: { variable: 'age', category: '18+', share: 'half' }, message: /Row 2.*“half”/ },
    { row: { variable: 'age', category: '18+', share: '-1' }, message: /Row 2.*“-1”/ },
  ])('names the row that cannot be read: $row.share', ({ row, message }) => {
    expect(() => marginsFromTable([row])).toThrow(MarginsTableError)
    expect(() => marginsFromTable([row])).toThrow(message)
  })
})
