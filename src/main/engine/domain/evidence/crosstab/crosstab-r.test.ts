import { describe, expect, it } from 'vitest'
import type { Crosstab, CrosstabQuery } from '../../../../../shared/contract/crosstab.ts'
import type { Run } from '../../../../../shared/contract/runs.ts'
import { SkillBody } from '../../../../../shared/contract/skills.ts'
import type { Question } from '../../../../../shared/contract/questions.ts'
import { quantileEstimate } from '../../statistics/quantile.ts'
import { themesOf } from '../../themes/theme-evidence.ts'
import { numericValues } from '../answer-vectors.ts'
import { designOf } from '../design-of.ts'
import { toEstimate } from '../estimates.ts'
import type { EvidenceAnswer, EvidenceInput, ThemeAssignment } from '../evidence-input.ts'
import { computeCrosstab } from './crosstab.ts'
import { planCrosstab } from './plan-crosstab.ts'
import { expectClose, readFixtures } from '../../../../../../test/helpers/r-fixtures.ts'

type Numbers = readonly number[]
/** What R makes of one design: see make-fixtures.R. Cells: estimate, error, interval, n. */
type Fixture = {
  unit: number[]
  cohort: string[]
  condition: string[]
  gender: (string | null)[]
  w: number[]
  q: (string | null)[]
  y: (number | null)[]
  expected: {
    column: Numbers[][]
    row: Numbers[][]
    total: Numbers[][]
    byGender: Numbers[][]
    nested: Numbers[]
    means: Numbers[]
    everyone: Numbers
    chisq: Numbers
    chisqGender: Numbers
    chisqCondition: Numbers
    pairs: { p: Numbers; holm: Numbers }
    pairedP: Numbers
  }
}

const fixture = readFixtures<Fixture>('r-crosstab/fixtures.json')
const { expected } = fixture
const cohorts = ['a', 'b', 'c']
const options = ['no', 'maybe', 'yes']

const { questions } = SkillBody.parse({
  name: 'Crosstab',
  objective: 'Compare with R',
  instructions: '',
  questions: [
    { id: 'q', type: 'single', text: 'Would you?', options },
    { id: 'y', type: 'likert', text: 'Do you like it?' },
    { id: 'm', type: 'numeric', text: 'How many?', min: 0, max: 9 },
    { id: 'o', type: 'open', text: 'Why?' },
  ],
})
const [number, open] = [questions.pop(), questions.pop()].toReversed() as [Question, Question]

/** Every second answer is of one theme, every fifth of none. */
function openAnswers() {
  const themeOf = fixture.unit.map((_, row) => (row % 5 === 0 ? -1 : row % 2))
  const words = themeOf.map((theme, row): EvidenceAnswer | undefined =>
    row % 7 === 3 ? undefined : { status: 'valid', value: null, text: `Theme ${theme}` },
  )
  const labels = ['Price', 'Time'].map((label) => ({ id: label, label, keywords: [] }))
  const themes: ThemeAssignment = { labels, themeOf, closeness: themeOf.map(() => 1) }
  return { words, themes }
}

function inputOf(overrides: Partial<EvidenceInput> = {}): EvidenceInput {
  const answer = (value: string | number | null): EvidenceAnswer | undefined =>
    value === null ? undefined : { status: 'valid', value, text: String(value) }
  return {
    run: { status: 'succeeded', rehearsal: false } as Run,
    questions,
    cohorts: cohorts.map((id) => ({ id, name: id.toUpperCase(), fields: [] })),
    conditions: ['old', 'new'].map((id) => ({ id, name: id })),
    withinPersonas: false,
    comparisons: [{ questionId: 'q', by: 'cohort' }],
    segmentBy: null,
    rows: fixture.unit.map((unit, row) => ({
      taskId: String(row),
      unit,
      personaName: String(unit),
      cohort: cohorts.indexOf(fixture.cohort[row]!),
      weight: fixture.w[row]!,
      condition: fixture.condition[row]!,
      segments: { gender: fixture.gender[row]! },
    })),
    answers: { q: fixture.q.map(answer), y: fixture.y.map(answer) },
    themes: {},
    ...overrides,
  }
}

function tableOf(query: CrosstabQuery, input = inputOf()): Crosstab {
  const plan = planCrosstab(input, query)
  if ('message' in plan) throw new Error(`${plan.path} ${plan.message}`)
  return computeCrosstab(input, plan)
}

type Cell = Crosstab['rows'][number]['cells'][number]
const numbersOf = ({ estimate: { estimate, standardError, lower, upper, n } }: Cell) => [
  estimate,
  standardError,
  lower,
  upper,
  n,
]
const shareRows = ({ rows }: Crosstab) =>
  rows.filter(({ kind, value }) => kind === 'share' && value !== '__all')

describe('a crosstab equals R’s survey', () => {
  it.each(['column', 'row', 'total'] as const)('as shares of the %s', (show) => {
    const table = tableOf({ rows: 'question:q', columns: 'cohort', show })
    expect(shareRows(table)).toHaveLength(3)
    shareRows(table).forEach(({ cells }, row) =>
      cells.forEach((cell, column) => expectClose(numbersOf(cell), expected[show][row]![column]!)),
    )
  })

  it('by a field that some personas have no value of', () => {
    const table = tableOf({ rows: 'question:q', columns: 'field:gender' })
    const place = ['woman', 'man'].map((label) =>
      table.columns.findIndex((column) => column.label === label),
    )
    shareRows(table).forEach(({ cells }, row) =>
      place.forEach((at, column) =>
        expectClose(numbersOf(cells[at]!), expected.byGender[row]![column]!),
      ),
    )
    const { statistic, numeratorDf, denominatorDf, p } = table.test!
    expectClose([statistic, numeratorDf, denominatorDf, p], expected.chisqGender)
    const asked = fixture.q.filter((answer) => answer !== null).length
    expect(table.base.n + table.leftOut).toBe(asked)
    expect(table.columns.reduce((sum, { n }) => sum + n, 0)).toBe(table.base.n)
  })

  it('where two variables make the columns', () => {
    const table = tableOf({ rows: 'question:q', columns: 'condition', nested: 'cohort' })
    expect(table.columns.map(({ parent, value }) => `${parent!.value} ${value}`)).toEqual(
      ['old', 'new'].flatMap((outer) => cohorts.map((inner) => `${outer} ${inner}`)),
    )
    shareRows(table)[2]!.cells.forEach((cell, i) =>
      expectClose(numbersOf(cell), expected.nested[i]!),
    )
  })

  it('as means, of columns and of everyone', () => {
    const table = tableOf({ rows: 'question:y', columns: 'cohort', show: 'mean' })
    const [mean] = table.rows
    mean!.cells.forEach((cell, i) => expectClose(numbersOf(cell), expected.means[i]!))
    expectClose(numbersOf(mean!.total!), expected.everyone)
  })

  it('in its test of the table', () => {
    for (const [columns, wanted] of [
      ['cohort', expected.chisq],
      ['condition', expected.chisqCondition],
    ] as const) {
      const { statistic, numeratorDf, denominatorDf, p } = tableOf({
        rows: 'question:q',
        columns,
      }).test!
      expectClose([statistic, numeratorDf, denominatorDf, p], wanted)
    }
  })

  it('in its letters: t-tests of pairs after Holm’s correction', () => {
    const table = tableOf({ rows: 'question:q', columns: 'cohort' })
    const pairs = [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const
    const wanted = options.map((_, row) => {
      const letters: string[][] = [[], [], []]
      pairs.forEach(([a, b], i) => {
        if (expected.pairs.holm[row * 3 + i]! >= 0.05) return
        const cells = expected.column[row]!
        const [higher, lower] = cells[b]![0]! > cells[a]![0]! ? [b, a] : [a, b]
        letters[higher]!.push('ABC'[lower]!)
      })
      return letters
    })
    expect(shareRows(table).map(({ cells }) => cells.map(({ letters }) => letters))).toEqual(wanted)
    expect(wanted.flat(2)).not.toEqual([])
    expect(table).toMatchObject({ comparisons: 9, kind: 'primary' })
  })

  it('comparing personas with themselves where all were asked under every condition', () => {
    const within = inputOf({ withinPersonas: true })
    const table = tableOf({ rows: 'question:q', columns: 'condition' }, within)
    const sorted = expected.pairedP.map((p, row) => ({ p, row })).toSorted((a, b) => a.p - b.p)
    const significant = sorted
      .filter(({ p }, rank) => p * (sorted.length - rank) < 0.05)
      .map(({ row }) => row)
    const lettered = shareRows(table).flatMap(({ cells }, row) =>
      cells.some(({ letters }) => letters.length > 0) ? [row] : [],
    )
    expect(lettered.toSorted()).toEqual(significant.toSorted())
    expect(lettered).toHaveLength(1)
  })
})

describe('a crosstab', () => {
  it('tests nothing while the run is not finished', () => {
    const open = inputOf({ run: { status: 'running', rehearsal: true } as Run })
    const table = tableOf({ rows: 'question:q', columns: 'cohort' }, open)
    expect(table).toMatchObject({ provisional: true, rehearsal: true, comparisons: 0 })
    expect(table.test!.p).toBeNull()
    expect(table.rows.flatMap(({ cells }) => cells.flatMap(({ letters }) => letters))).toEqual([])
  })

  it('shows nothing of a column that fewer than five answers are in', () => {
    const input = inputOf()
    const few = input.rows.map((row, i) => ({
      ...row,
      segments: { gender: i < 4 ? 'woman' : 'man' },
    }))
    const table = tableOf({ rows: 'question:q', columns: 'field:gender' }, { ...input, rows: few })
    const at = table.columns.findIndex(({ label }) => label === 'woman')
    for (const { cells } of table.rows)
      expect(cells[at]!.estimate).toMatchObject({ estimate: null, size: 'suppressed' })
  })

  it('shows and compares nothing of one persona asked six times', () => {
    const input = inputOf()
    const rows = input.rows.map((row, i) => ({
      ...row,
      ...(i < 6 && { unit: 9999, cohort: 0 }),
      segments: { gender: i < 6 ? 'woman' : 'man' },
    }))
    const answers = {
      ...input.answers,
      y: rows.map((_, i) => ({
        status: 'valid' as const,
        value: i < 6 ? 90 + (i % 2) : i % 9,
        text: '',
      })),
    }
    const one = { ...input, rows, answers }
    for (const query of [
      { rows: 'question:q', columns: 'field:gender' },
      { rows: 'question:y', columns: 'field:gender' },
    ]) {
      const table = tableOf(query, one)
      const at = table.columns.findIndex(({ label }) => label === 'woman')
      expect(table.comparisons).toBe(0)
      for (const { cells } of table.rows)
        expect(cells[at]).toMatchObject({
          estimate: { estimate: null, size: 'suppressed' },
          letters: [],
        })
    }
  })

  it('tests a table without groups of fewer than five personas, whichever way it lies', () => {
    const input = inputOf()
    const segmentsOf = (gender: (row: number) => string | null) =>
      input.rows.map((row, i) => ({
        ...row,
        ...(i < 6 && { unit: 9999, weight: row.weight * 100 }),
        segments: { gender: gender(i) },
      }))
    const sides = (i: number) => (i % 3 === 0 ? 'man' : 'woman')
    const lone = { ...input, rows: segmentsOf((i) => (i < 6 ? 'lone' : sides(i))) }
    const none = { ...input, rows: segmentsOf((i) => (i < 6 ? null : sides(i))) }
    for (const query of [
      { rows: 'question:q', columns: 'field:gender' },
      { rows: 'field:gender', columns: 'question:q' },
    ]) {
      const table = tableOf(query, lone)
      expect(table.test).not.toBeNull()
      expect(table.test).toEqual(tableOf(query, none).test)
      expect(table.testNote).toBe('Left out, with fewer than 5 personas: lone.')
    }
  })

  it('tests no table that fewer than five personas filled', () => {
    const input = inputOf()
    const rows = input.rows.map((row, i) => ({ ...row, unit: i % 4, cohort: i % 2 }))
    const table = tableOf({ rows: 'question:q', columns: 'cohort' }, { ...input, rows })
    expect(table.test).toBeNull()
    expect(table.testNote).toContain('Too few personas')
  })

  it('has the quartiles of numbers below their mean, without letters', () => {
    const input = inputOf()
    const asked = { ...input, questions: [...input.questions, number] }
    const answers = { ...input.answers, m: input.answers['y']! }
    const table = tableOf({ rows: 'question:m', columns: 'cohort' }, { ...asked, answers })
    expect(table.rows.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      'mean Mean',
      'quantile Lower quartile',
      'quantile Median',
      'quantile Upper quartile',
    ])
    const design = designOf(input)
    const values = numericValues(answers.m)
    table.rows.slice(1).forEach(({ cells }, i) =>
      cells.forEach(({ estimate, letters, count }, cohort) => {
        const inside = Uint8Array.from(input.rows, (row, at) =>
          row.cohort === cohort && answers.m[at] ? 1 : 0,
        )
        const wanted = quantileEstimate(design, values, inside, [0.25, 0.5, 0.75][i]!)
        expect(estimate).toEqual(toEstimate(wanted))
        expect([letters, count]).toEqual([[], wanted.n])
      }),
    )
    // Every pair of cohorts once: of the mean.
    expect(table.comparisons).toBe(3)
  })

  describe('of themes', () => {
    const { words, themes } = openAnswers()
    const withThemes = (isFixed: boolean) => {
      const input = inputOf()
      return {
        ...input,
        questions: [...input.questions, open],
        answers: { ...input.answers, o: words },
        themes: { o: { ...themes, isFixed } },
      }
    }

    it('has those of the findings as rows, with what has none last', () => {
      const input = withThemes(true)
      const table = tableOf({ rows: 'question:o', columns: 'cohort' }, input)
      expect(table.rows.map(({ label }) => label)).toEqual(['Price', 'Time', 'Other or unclear'])
      const sums = table.columns.map((_, at) =>
        table.rows.reduce((sum, { cells }) => sum + cells[at]!.estimate.estimate!, 0),
      )
      for (const sum of sums) expect(sum).toBeCloseTo(1, 12)
      const found = themesOf({
        input,
        design: designOf(input),
        answers: words,
        found: themes,
        sentiment: new Float64Array(words.length).fill(Number.NaN),
      })
      for (const { label, total } of table.rows)
        expect(total!.estimate).toEqual(found.find((theme) => theme.label === label)!.share)
    })

    it('tests them once they are fixed, and not while they can be fitted to the columns', () => {
      const query: CrosstabQuery = { rows: 'question:o', columns: 'cohort' }
      const fixed = tableOf(query, withThemes(true))
      expect(fixed).toMatchObject({ comparisons: 9, lettersNote: null })
      expect(fixed.test!.p).not.toBeNull()
      const fluid = tableOf(query, withThemes(false))
      expect(fluid).toMatchObject({ comparisons: 0, test: null })
      expect(fluid.lettersNote).toMatch(/can still be changed/)
      expect(fluid.rows.flatMap(({ cells }) => cells.flatMap(({ letters }) => letters))).toEqual([])
      // As columns as well.
      const turned = tableOf({ rows: 'question:q', columns: 'question:o' }, withThemes(false))
      expect(turned).toMatchObject({ comparisons: 0, test: null })
    })

    it('is refused where none were found', () => {
      const input = { ...withThemes(true), themes: {} }
      expect(planCrosstab(input, { rows: 'question:o', columns: 'cohort' })).toMatchObject({
        path: 'rows',
        message: expect.stringContaining('no themes') as string,
      })
    })
  })

  it('says which table cannot be made', () => {
    const input = inputOf()
    expect(planCrosstab(input, { rows: 'question:q', columns: 'question:q' })).toEqual({
      path: 'columns',
      message: 'is in the table already',
    })
    expect(planCrosstab(input, { rows: 'question:nix', columns: 'cohort' })).toMatchObject({
      path: 'rows',
    })
    expect(
      planCrosstab(input, { rows: 'question:q', columns: 'cohort', show: 'mean' }),
    ).toMatchObject({ path: 'show' })
  })
})
