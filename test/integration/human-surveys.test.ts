import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  HumanSurveyAnswer,
  HumanSurveyList,
  SurveyPreview,
} from '../../src/shared/contract/human-surveys.ts'
import { openTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await openTestEngine()
})
afterAll(() => engine.close())

const preview = (body: object) => engine.call<SurveyPreview>('POST', '/human-surveys/preview', body)
const create = (body: object) =>
  engine.call<HumanSurveyAnswer>('POST', '/human-surveys', {
    about: { name: 'Tea habits' },
    ...body,
  })

const answers = [
  'respid,wt,gender,Q1,drink,why',
  'a,1.5,woman,1 = Strongly disagree,Tea,warm',
  'b,0.5,man,5 = Strongly agree,"Tea, iced",it is cold and I like it',
  'c,2,woman,3 = Neither,Tea,n/a',
  'd,zero,man,1 = Strongly disagree,Coffee,strong',
  'e,1,man,Don’t know,Coffee,habit',
  'a,1,man,3 = Neither,Coffee,again',
  'g,1,woman',
].join('\n')

describe('a table of single answers', () => {
  it('is read column by column, bad lines with their numbers, and nothing is kept', async () => {
    const found = await preview({ text: answers })
    expect(found.columns.map(({ name, role }) => [name, role])).toEqual([
      ['respid', 'person'],
      ['wt', 'weight'],
      ['gender', 'segment'],
      ['Q1', 'question'],
      ['drink', 'question'],
      ['why', 'question'],
    ])
    const chosen = [{ name: 'why', role: 'ignore' }]
    const read = await preview({ text: answers, columns: chosen })
    expect(read).toMatchObject({ layout: 'answers', rows: 4, people: 4, weighted: true })
    expect(read.badLines).toEqual([
      { line: 5, message: 'has the weight “zero”, which is no number above 0' },
      { line: 7, message: 'names “a”, as line 2 does' },
      { line: 8, message: 'has 3 cells where the first line has 6' },
    ])
    expect(read.items.find(({ id }) => id === 'Q1')).toMatchObject({
      kind: 'question',
      ordered: true,
      values: [
        { value: '1 = Strongly disagree', label: 'Strongly disagree', count: 1, share: 0.375 },
        { value: '3 = Neither', label: 'Neither', count: 1, share: 0.5 },
        { value: '5 = Strongly agree', label: 'Strongly agree', count: 1, share: 0.125 },
      ],
      n: 3,
      // (1.5 + 0.5 + 2)² / (1.5² + 0.5² + 2²)
      effectiveN: expect.closeTo(16 / 6.5, 10),
      missing: 1,
    })
    expect((await engine.call<HumanSurveyList>('GET', '/human-surveys')).surveys).toEqual([])
  })

  it('is kept, described, changed and thrown away', async () => {
    const columns = [
      { name: 'why', role: 'ignore' },
      { name: 'Q1', role: 'question', text: 'Tea is better than coffee.', usedFor: ['tuning'] },
    ]
    const { survey, items } = await create({
      text: answers,
      columns,
      about: { name: 'Tea', population: 'Adults', publishedAt: '2019-05-01', citation: 'X (2019)' },
    })
    expect(survey).toMatchObject({
      name: 'Tea',
      publishedAt: '2019-05-01',
      rows: 4,
      questions: 2,
      segments: 1,
      weighted: true,
      namesPeople: true,
      validations: 0,
    })
    expect(items.map(({ id, text, usedFor }) => [id, text, usedFor])).toEqual([
      ['gender', 'gender', []],
      ['Q1', 'Tea is better than coffee.', ['tuning']],
      ['drink', 'drink', []],
    ])
    const path = `/human-surveys/${survey.id}`
    const change = {
      about: { licence: 'CC BY', designEffect: 2 },
      items: [{ id: 'drink', usedFor: ['margins'] }],
    }
    const changed = await engine.call<HumanSurveyAnswer>('PATCH', path, change)
    expect(changed.survey).toMatchObject({ population: 'Adults', licence: 'CC BY', effectiveN: 2 })
    expect(changed.items[2]).toMatchObject({ usedFor: ['margins'], n: 4, effectiveN: 2 })
    await expect(
      engine.call('PATCH', path, { items: [{ id: 'Q9', ordered: true }] }),
    ).rejects.toThrow(/400.*Q9.*is no item/)

    await engine.call('DELETE', path)
    await expect(engine.call('GET', path)).rejects.toThrow(': 404 ')
    const back = await engine.call<HumanSurveyAnswer>('POST', `${path}/restore`)
    expect(back).toEqual(changed)
    await expect(engine.call('POST', `${path}/restore`)).rejects.toThrow(
      /404.*No survey .* in the trash/,
    )
    await engine.call('DELETE', path)
  })

  it.each([
    ['a\n', /no row below/],
    [`${Array.from({ length: 2001 }, (_, i) => `q${i}`).join(',')}\n1`, /has 2001 columns/],
    ['a,b\n1,"2\n3,4', /cannot be read/],
  ])('%.20s is refused', async (text, message) => {
    await expect(preview({ text })).rejects.toThrow(message)
    await expect(preview({ text })).rejects.toThrow(': 400 ')
  })

  it('numbers the second of two columns with one name, and says so', async () => {
    const text = 'q,q\nYes,No\nNo,No\nYes,Yes'
    const { items, notes } = await preview({ text })
    expect(items.map(({ id, values }) => [id, values[0]!.count])).toEqual([
      ['q', 2],
      ['q (2)', 2],
    ])
    expect(notes[0]).toBe('Another column is called “q”: this one is “q (2)” here.')
  })

  it('has the questions of an export of Qualtrics as its texts', async () => {
    const text = 'Q1\n"How happy, all in all?"\n"{""ImportId"":""QID1""}"\nVery\nNot\nVery'
    const { items, rows } = await preview({ text })
    expect(rows).toBe(3)
    expect(items).toMatchObject([{ id: 'Q1', text: 'How happy, all in all?', n: 3 }])
  })

  it('shows its columns also when none is a question yet, and is not kept like that', async () => {
    const text = 'id,wt\n1,2\n2,3'
    expect(await preview({ text })).toMatchObject({
      problem: 'No column is a question: choose at least one.',
      columns: [{ name: 'id' }, { name: 'wt', role: 'weight' }],
    })
    await expect(create({ text })).rejects.toThrow(/400.*No column is a question/)
  })

  it('is refused by name when a column that was chosen is not there', async () => {
    const columns = [{ name: 'Q7', role: 'question' }]
    await expect(preview({ text: answers, columns })).rejects.toThrow('no column “Q7”')
  })
})

describe('a table of counts', () => {
  const counts = [
    'question;answer;count;sex',
    'Intent;1;5;man',
    'Intent;2;9;man',
    'Intent;1;6;woman',
    'Intent;99;3;woman',
    'Drink;Tea;30;man',
    'Drink;Coffee;12 %;man',
    'Drink;Coffee;12;woman',
  ].join('\r\n')

  it('is people per question and answer, cut by its segments', async () => {
    const { survey, items } = await create({ text: counts })
    expect(survey).toMatchObject({ layout: 'counts', rows: 6, people: 42, questions: 2 })
    expect(items).toMatchObject([
      {
        id: 'Intent',
        values: [{ value: '1', count: 11, share: 0.55 }, { count: 9 }],
        n: 20,
        missing: 3,
      },
      { id: 'Drink', values: [{ value: 'Tea' }, { value: 'Coffee' }], n: 42, missing: 0 },
      { id: 'sex', kind: 'segment' },
    ])
    const { badLines } = await preview({ text: counts })
    expect(badLines).toEqual([
      { line: 7, message: 'has “12 %”: shares say nothing about how many were asked' },
    ])
  })
})

describe('shares of a published table', () => {
  const text = 'question,answer,percent\nTrust,Most can be,34\nTrust,Careful,65\nTrust,No answer,1'

  it('are kept as people once it is said how many were asked', async () => {
    expect((await preview({ text })).problem).toMatch(/do not say how many people/)
    await expect(create({ text })).rejects.toThrow(/400.*do not say how many people/)
    const seen = await preview({ text, base: 5000 })
    expect(seen).toMatchObject({ layout: 'counts', people: 5000, fromShares: true, problem: null })
    const about = { name: 'Trust', designEffect: 2 }
    const { survey, items } = await create({ text, base: 5000, about })
    expect(survey).toMatchObject({ fromShares: true, people: 5000, effectiveN: 2500 })
    expect(items).toMatchObject([{ n: 4950, missing: 50, values: [{ count: 1700 }, {}] }])
  })

  it('are kept as counts where a row is a question', async () => {
    const wide = 'Item,Yes,No,N\nVote,60%,40%,"1,000"\nSmoke,20%,80%,500'
    expect(await preview({ text: wide })).toMatchObject({ layout: 'wide', people: 1000 })
    const { survey, items } = await create({ text: wide })
    expect(survey).toMatchObject({ layout: 'counts', rows: 4 })
    expect(items.map(({ id, n }) => [id, n])).toEqual([
      ['Vote', 1000],
      ['Smoke', 500],
    ])
  })

  it('are refused as a whole where no row is left', async () => {
    const several = 'answer,percent,n\nTV,60,100\nWeb,80,100'
    expect((await preview({ text: several })).problem).toMatch(
      /^No row can be read: line 2 .*140 %/,
    )
    await expect(create({ text: several })).rejects.toThrow(/400.*140 %/)
  })
})

it('reads the microdata of a survey with its weights', async () => {
  const text = readFileSync('test/fixtures/nhanes/nhanes.csv', 'utf8')
  const found = await preview({ text })
  expect(found.columns.map(({ role }) => role)).toEqual(['segment', 'segment', 'segment', 'weight'])
  const columns = [{ name: 'race', role: 'question' }]
  const { items, survey } = await create({ text, columns, about: { name: 'NHANES' } })
  expect(survey).toMatchObject({ rows: 8591, weighted: true })
  // The same sums by hand.
  const rows = text.trim().split('\n').slice(1)
  const of = (row: string) => Number(row.split(',')[3])
  const total = rows.reduce((sum, row) => sum + of(row), 0)
  const white = rows.filter((row) => row.includes(',white,')).reduce((sum, row) => sum + of(row), 0)
  const race = items.find(({ id }) => id === 'race')!
  expect(race.values.find(({ value }) => value === 'white')!.share).toBeCloseTo(white / total, 12)
  const squares = rows.reduce((sum, row) => sum + of(row) ** 2, 0)
  expect(race.effectiveN).toBeCloseTo(total ** 2 / squares, 6)
})
