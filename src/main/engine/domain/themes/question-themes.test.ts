import { describe, expect, it } from 'vitest'
import type { Run } from '../../../../shared/contract/runs.ts'
import { themeFindings, type ThemesInput } from './question-themes.ts'

const labels = ['x', 'y'].map((id) => ({ id, label: id.toUpperCase(), keywords: [id] }))
const run = { status: 'succeeded' } as Run

/** People of two cohorts by turns; in the first, most have theme x, in the second most have y. */
function input(text: (row: number) => string, more: Partial<ThemesInput> = {}): ThemesInput {
  const n = 80
  const rows = Array.from({ length: n }, (_, row) => ({
    taskId: `task ${row}`,
    unit: row,
    personaName: `Person ${row}`,
    cohort: row % 2,
    weight: 1,
    condition: null,
    segments: {},
  }))
  const themeOf = rows.map(({ cohort }, row) =>
    row === n - 1 ? -1 : row % 5 === 0 ? 1 - cohort : cohort,
  )
  return {
    input: {
      run,
      questions: [],
      cohorts: ['City', 'Village'].map((name, i) => ({ id: `c${i}`, name, fields: [] })),
      conditions: [],
      withinPersonas: false,
      comparisons: [],
      segmentBy: null,
      rows,
      answers: {
        q: rows.map((_, row) => ({ status: 'valid' as const, value: null, text: text(row) })),
      },
    },
    questionId: 'q',
    found: { labels, themeOf, closeness: rows.map((_, row) => 1 - row / 100) },
    stability: null,
    isBook: false,
    isFrozen: false,
    ...more,
  }
}
const plain = (row: number) => `The bus is good and I like it, number ${row} of them`

describe('themes of a question', () => {
  it('have a share in everybody and in each cohort that add up with those unclear', () => {
    const { themes } = themeFindings(input(plain))
    expect(themes.map(({ id }) => id)).toEqual(['x', 'y', 'unclear'])
    for (const at of [0, 1]) {
      const shares = themes.map(({ segments }) => segments[at]!.share.estimate!)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    }
    expect(themes[0]!.segments.map(({ share }) => share.estimate)).toEqual([0.8, 0.2])
  })

  it('are compared without a test while they can be changed, with Holm’s once they are fixed', () => {
    const open = themeFindings(input(plain))
    expect(open.comparisons).toHaveLength(2)
    expect(open.comparisonNote).toMatch(/exploratory/)
    for (const { kind, pAdjusted, verdict } of open.comparisons)
      expect({ kind, pAdjusted, verdict }).toEqual({
        kind: 'exploratory',
        pAdjusted: null,
        verdict: 'different',
      })
    const fixed = themeFindings(input(plain, { isFrozen: true })).comparisons
    for (const { kind, p, pAdjusted, verdict } of fixed) {
      expect({ kind, verdict }).toEqual({ kind: 'fixed', verdict: 'different' })
      expect(pAdjusted!).toBeGreaterThanOrEqual(p!)
    }
    expect(fixed[0]!.sentence).toMatch(/^City: 60 points more than Village speak of “X” \(95 % /)
  })

  it('of too few personas are neither shown nor compared, however often they were asked', () => {
    const given = input(plain, { isFrozen: true })
    const rows = given.input.rows.map((row, i) => ({ ...row, unit: i % 8 }))
    const { themes, comparisons } = themeFindings({ ...given, input: { ...given.input, rows } })
    for (const { share, segments } of themes) {
      expect(share.size).toBe('ok')
      for (const one of segments) expect(one.share).toMatchObject({ n: 40, estimate: null })
    }
    for (const { p, verdict, sentence } of comparisons)
      expect([p, verdict, sentence]).toEqual([
        null,
        'not tested',
        'Too few personas to compare City with Village.',
      ])
  })

  it('are never tested in a run that is not finished', () => {
    const given = input(plain, { isFrozen: true })
    const unfinished = {
      ...given,
      input: { ...given.input, run: { ...run, status: 'running' } as Run },
    }
    for (const { p, pAdjusted } of themeFindings(unfinished).comparisons)
      expect([p, pAdjusted]).toEqual([null, null])
  })

  it('keep the order of a codebook, and go by size without one', () => {
    const given = input(plain)
    const { closeness } = given.found
    const found = { labels, themeOf: given.found.themeOf.map(() => 1), closeness }
    expect(themeFindings({ ...given, found }).themes.map(({ id }) => id)).toEqual(['y', 'x'])
    expect(themeFindings({ ...given, found, isBook: true }).themes.map(({ id }) => id)).toEqual([
      'x',
      'y',
    ])
  })

  it('tell how people feel, and not where words are of another language', () => {
    const english = themeFindings(input(plain))
    expect(english.sentiment!.estimate!).toBeGreaterThan(0.3)
    expect(english.sentimentNote).toMatch(/over all answers/)
    const german = themeFindings(
      input((row) => `Der Bus ist sehr gut und ich mag ihn, das ist die Nummer ${row}`),
    )
    expect(german.sentiment).toBeNull()
    expect(german.sentimentNote).toMatch(/not measured/)
    expect(german.themes.every(({ sentiment }) => sentiment === null)).toBe(true)
  })

  it('let the one who feels the opposite dissent', () => {
    const { themes } = themeFindings(
      input((row) =>
        row === 6 ? 'The bus is awful and I hate it, the worst of them' : plain(row),
      ),
    )
    expect(themes[0]!.dissenting).toEqual([
      expect.objectContaining({ taskId: 'task 6', why: 'opposite feeling', cohort: 'City' }),
    ])
  })
})
