import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EngineError } from '../errors.ts'
import { readMargins as read } from './read-margins.ts'

const sharesOf = (text: string) =>
  Object.fromEntries(
    read(text).margins.flatMap(({ targets }) =>
      targets.map(({ category, share }) => [category, Number(share.toFixed(6))]),
    ),
  )

describe('tables as people have them', () => {
  it.each([
    [
      'a paste from a spreadsheet',
      'Variable\tCategory\tShare\ngender\twoman\t51,2\ngender\tman\t48,8\n',
    ],
    [
      'a byte-order mark and quoted cells',
      '\ufeff"variable","category","share"\n"gender","woman","51.2"\n"gender","man","48.8"',
    ],
    [
      'a heading in another order',
      'share (%);variable;category\r\n51,2;gender;woman\r\n48,8;gender;man\r\n',
    ],
    [
      'columns nobody asked for',
      'source,variable,category,share\nX,gender,woman,0.512\nX,gender,man,0.488',
    ],
    ['a merged cell', 'variable,category,share\nSex,woman,51.2%\n,man,48.8%\n,,\n'],
    ['one variable', 'Sex;Percent\nwoman;51.2\nman;48.8'],
    ['counts with thousands', 'variable,category,count\nsex,woman,"512,000"\nsex,man,"488,000"'],
    ['counts with points', 'variable;category;population\nsex;woman;5.120.000\nsex;man;4.880.000'],
    ['counts with thin spaces', 'variable\tcategory\tn\nsex\twoman\t512 000\nsex\tman\t488’000'],
    ['counts that are not called so', 'variable,category,share\nsex,woman,5120\nsex,man,4880'],
    ['a total', 'variable,category,count\nsex,Total,1000\nsex,woman,512\nsex,man,488'],
  ])('reads %s', (_, text) => {
    expect(sharesOf(text)).toEqual({ woman: 0.512, man: 0.488 })
    expect(read(text).margins[0]!.fields).toEqual(['gender'])
  })

  it('takes shares that rounding has moved from 100, and says so', () => {
    const { margins, notes } = read(
      'variable,category,share\nedu,low,33.3\nedu,middle,33.3\nedu,high,33.3',
    )
    expect(margins[0]!.targets[0]!.share).toBeCloseTo(1 / 3, 12)
    expect(notes).toEqual(['edu sums to 99.9 %; scaled to 100 %.'])
  })

  it('keeps a category whose target is zero', () => {
    expect(
      sharesOf('variable,category,share\ngender,woman,50\ngender,man,50\ngender,other,0'),
    ).toEqual({ woman: 0.5, man: 0.5, other: 0 })
  })

  it.each([
    ['', /must name the columns variable, category and share/],
    ['a,b\n1,2', /it names “a”, “b”/],
    ['variable,category,share', /no rows/],
    [
      'variable,category,share\ngender,woman,51,2\ngender,man,48,8',
      /Row 2.*4 cells under 3 headings/,
    ],
    [
      'variable,category,share\ngender,woman,51\ngender,man,36',
      /sum to 87 %. 13 points are missing/,
    ],
    ['variable,category,share\ngender,woman,0.51\ngender,man,0.36', /sum to 0.87. 13 points/],
    ['variable,category,share\ngender,woman,51\ngender,woman,49', /“woman” twice, in rows 2 and 3/],
    ['variable,category,share\nage,18–34,50\nage,30–50,50', /Row 2.*“18–34” of age overlaps/],
    ['variable,category,share\nage × sex,18–34,100', /Row 2.*1 parts, but age × sex crosses 2/],
    ['variable,category,share\n"gender,woman,51', /cannot be read/],
    ['variable,category,count\ngender,woman,0\ngender,man,0', /counts of gender are all 0/],
  ])('refuses %j with what to do', (text, message) => {
    expect(() => read(text)).toThrow(EngineError)
    expect(() => read(text)).toThrow(message)
  })

  it('reads the shares it is given, however they are written', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 2, maxLength: 9 })
    const style = fc.constantFrom<(n: number) => string>(
      String,
      (n) => `"${n.toLocaleString('en')}"`,
      (n) => n.toLocaleString('de'),
      (n) => n.toLocaleString('fr'),
    )
    fc.assert(
      fc.property(counts, style, (ns, write) => {
        const lines = ns.map((n, i) => `x,c${i},${write(n)}`)
        const sum = ns.reduce((a, b) => a + b, 0)
        const [margin] = read(['variable,category,count', ...lines].join('\n')).margins
        margin!.targets.forEach(({ share }, i) => expect(share).toBeCloseTo(ns[i]! / sum, 10))
      }),
    )
  })

  it('never fails but with a reason', () => {
    const cell = fc.constantFrom(
      'variable',
      'category',
      'share',
      'age',
      '18–34',
      '0.5',
      '50%',
      '"',
      '×',
      '',
      'count',
    )
    const table = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 5 })
    fc.assert(
      fc.property(table, (cells) => {
        try {
          read(cells.map((row) => row.join(',')).join('\n'))
        } catch (error) {
          expect(error).toBeInstanceOf(EngineError)
        }
      }),
    )
  })
})
