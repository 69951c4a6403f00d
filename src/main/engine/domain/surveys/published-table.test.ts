import { describe, expect, it } from 'vitest'
import { headOf } from './table-head.ts'
import { proposeColumns } from './propose-roles.ts'
import { readSurvey } from './read-survey.ts'
import { countReader, shareOf } from './table-numbers.ts'

/** As the reader of surveys does it: roles are those proposed. */
function read(text: string, base: number | null = null) {
  const records = text.split('\n').map((line, i) => ({ line: i + 1, cells: line.split(';') }))
  const { header, rows } = headOf(records)
  const columns = header.map((name, at) => ({ name, cells: rows.map(({ cells }) => cells[at]!) }))
  const proposed = proposeColumns(columns)
  const choices = proposed.columns.map(({ name, role }) => ({ name, role }))
  const { layout } = proposed
  const found = readSurvey(header, rows, { layout, choices, base, separator: ';' })
  const { items, weights } = found.data
  const counts = items.map(({ id, values, codes, asked }) => ({
    id,
    asked,
    counts: Object.fromEntries(
      values.map((value, k) => [
        value,
        weights.reduce((sum, weight, row) => sum + (codes[row] === k ? weight : 0), 0),
      ]),
    ),
  }))
  return { ...found, layout, roles: choices.map(({ role }) => role), counts }
}

describe('shares of a published table', () => {
  it('become counts of the people asked, who are not counts themselves', () => {
    const found = read('question;answer;percent;n\nHappy;Very;30;2000\nHappy;Not;70;2000')
    expect(found.roles).toEqual(['question', 'answer', 'percent', 'base'])
    expect(found.counts).toEqual([{ id: 'Happy', asked: 2000, counts: { Very: 600, Not: 1400 } }])
    expect(found).toMatchObject({ fromShares: true, badLines: [] })
    expect(found.notes[0]).toMatch(/how they were weighted is not known/)
  })

  it('that rounding makes 99 or 101 % are of everybody; less is people without an answer', () => {
    const all = read('question;answer;%;base\nA;x;33;300\nA;y;33;300\nA;z;33;300').counts[0]!
    expect(all.counts).toEqual({ x: 100, y: 100, z: 100 })
    const some = read('question;answer;%;base\nA;x;40;300\nA;y;50;300').counts[0]!
    expect(some).toEqual({ id: 'A', asked: 300, counts: { x: 120, y: 150 } })
  })

  it('may be parts of one, signed, tiny or none', () => {
    expect(read('answer;share;n\nx;0.25;80\ny;0,75;80').counts[0]!.counts).toEqual({ x: 20, y: 60 })
    expect(['30 %', '12,5%', '*', '<1', '–', 'x'].map(shareOf)).toEqual([
      30,
      12.5,
      0.25,
      0.5,
      0,
      Number.NaN,
    ])
  })

  it('name the people asked once where cells were merged, or in a row of their own', () => {
    const merged = 'question;answer;%;base\nA;x;40;300\n;y;60;\nB;x;10;500\n;z;90;'
    expect(read(merged).counts).toEqual([
      { id: 'A', asked: 300, counts: { x: 120, y: 180 } },
      { id: 'B', asked: 500, counts: { x: 50, z: 450 } },
    ])
    const row = read('question;answer;%\nA;x;40\nA;y;60\nA;Total;100\nA;N;1.500')
    expect(row.counts).toEqual([{ id: 'A', asked: 1500, counts: { x: 600, y: 900 } }])
    expect(row.badLines.map(({ line }) => line)).toEqual([4, 5])
  })

  it('are taken for shares whatever they are called, where they add up to 100', () => {
    const text = 'Answer;Total;Men;Women\nYes;34;30;38\nNo;64;69;60\nDK;2;1;2'
    expect(() => read(text)).toThrow('Shares alone do not say how many people they are of')
    expect(read(text, 1000)).toMatchObject({
      roles: ['answer', 'percent', 'ignore', 'ignore'],
      counts: [{ asked: 1000, counts: { Yes: 340, No: 640 } }],
    })
  })

  it('stand in groups, each with its own people', () => {
    const found = read(
      'question;answer;sex;%;n\nA;x;man;40;100\nA;y;man;60;100\nA;x;woman;20;300\nA;y;woman;80;300',
    )
    expect(found.roles).toEqual(['question', 'answer', 'segment', 'percent', 'base'])
    expect(found.counts[0]).toEqual({ id: 'A', asked: 400, counts: { x: 100, y: 300 } })
    const total = read('answer;sex;count\nx;Total;5\nx;man;2\nx;woman;3')
    expect(total.counts[0]).toMatchObject({ asked: 5, counts: { x: 5 } })
    expect(total.badLines).toMatchObject([{ line: 2 }])
  })

  it('are refused without people, and where they are no parts of one whole', () => {
    const text = 'question;answer;%\nA;x;40\nA;y;60'
    expect(() => read(text)).toThrow('Shares alone do not say how many people they are of')
    expect(read(text, 50).counts[0]!.counts).toEqual({ x: 20, y: 30 })
    const several = read('question;answer;%;n\nA;x;80;50\nA;y;60;50\nB;x;100;50')
    expect(several.counts.map(({ id }) => id)).toEqual(['B'])
    expect(several.badLines).toMatchObject([
      { line: 2, message: expect.stringContaining('add up to 140 %') },
      { line: 3 },
    ])
  })

  it('stand in columns, a row per question', () => {
    const found = read('Item;Yes;No;DK;N\nVote;60%;35%;5%;1.000\nSmoke;20%;80%;;500')
    expect(found).toMatchObject({
      layout: 'wide',
      roles: ['question', 'percent', 'percent', 'percent', 'base'],
      counts: [
        { id: 'Vote', asked: 1000, counts: { Yes: 600, No: 350 } },
        { id: 'Smoke', asked: 500, counts: { Yes: 100, No: 400 } },
      ],
    })
  })
})

describe('counts of a published table', () => {
  it('are not doubled by their total', () => {
    const found = read('question;answer;count;percent\nA;x;10;33\nA;y;20;67\nA;Total;30;100')
    expect(found.roles).toEqual(['question', 'answer', 'count', 'ignore'])
    expect(found.counts[0]).toEqual({ id: 'A', asked: 30, counts: { x: 10, y: 20 } })
  })

  it.each([
    [['1,203', '456'], ',', [1203, 456]],
    [['1.203', '456'], ';', [1203, 456]],
    [['1,5', '203,25'], ';', [1.5, 203.25]],
    [['1.203,5', '99'], ';', [1203.5, 99]],
    [['203.456', '12.5'], ',', [203.456, 12.5]],
    [["1'203", '1 203 456'], ',', [1203, 1_203_456]],
    [['1,203,456'], ',', [1_203_456]],
    [['12 %', 'many'], ',', [Number.NaN, Number.NaN]],
  ])('%j in a file of “%s” are %j', (cells, separator, numbers) => {
    const reader = countReader(cells, separator)
    expect(cells.map(reader)).toEqual(numbers)
  })

  it('that are fractions are said to be weighted', () => {
    expect(read('answer;count\nx;10,5\ny;20').notes[0]).toMatch(/line 2: 10.5/)
  })
})

describe('the row that names the columns', () => {
  const head = (...rows: string[][]) => headOf(rows.map((cells, i) => ({ cells, line: i + 1 })))

  it('stands below titles, and says every name once', () => {
    expect(
      head(['Topline', '2018', '', ''], ['q', 'a', '%', 'n'], ['1', '2', '3', '4']),
    ).toMatchObject({ header: ['q', 'a', '%', 'n'] })
    // A column of row numbers has no name.
    expect(head(['', 'q1', 'q2'], ['1', 'Yes', 'No']).header).toEqual(['column 1', 'q1', 'q2'])
    const found = head(['Table 1', ''], ['a', 'a'], ['1', '2'])
    expect(found).toMatchObject({ header: ['a', 'a (2)'], rows: [{ line: 3 }] })
    expect(found.notes).toEqual([
      'Line 1 is a title: “Table 1”.',
      'Another column is called “a”: this one is “a (2)” here.',
    ])
    expect(head(['only'], ['Yes'], ['No']).header).toEqual(['only'])
  })

  it('is followed by texts and ids in an export of Qualtrics', () => {
    const found = head(['Q1'], ['How happy?'], ['{"ImportId":"QID1"}'], ['Very'])
    expect(found).toMatchObject({ header: ['Q1'], texts: ['How happy?'], rows: [{ line: 4 }] })
  })
})
