import { describe, expect, it } from 'vitest'
import type { Run } from '../../../../shared/contract/runs.ts'
import type { ScaleItem } from '../../../../shared/contract/scales.ts'
import type { EvidenceInput } from '../evidence/evidence-input.ts'
import { normal } from '../random.ts'
import { readItems, type KeyedItem } from './read-items.ts'
import { computeScale } from './scale-evidence.ts'

const PEOPLE = 300
const ids = ['one', 'two', 'three', 'against']
const rows = [...Array(PEOPLE).keys()]

/** Four items of one thing, the last worded the other way round; the first asked of half. */
function input(): Omit<EvidenceInput, 'themes'> {
  const point = (id: string, row: number) => {
    const level = normal('level', row) * (id === 'against' ? -1 : 1)
    return Math.min(5, Math.max(1, Math.round(3 + level + 0.7 * normal(id, row))))
  }
  return {
    run: { id: 'run', status: 'succeeded', rehearsal: true } as Run,
    questions: ids.map((id) => ({
      id,
      type: 'likert' as const,
      text: `Item ${id}`,
      allowDontKnow: false,
      labels: ['1', '2', '3', '4', '5'],
    })),
    cohorts: [{ id: 'c', name: 'All', fields: [] }],
    conditions: [],
    withinPersonas: false,
    comparisons: [],
    segmentBy: null,
    rows: rows.map((row) => ({
      taskId: `t${row}`,
      unit: row,
      personaName: `P${row}`,
      cohort: 0,
      weight: 1,
      condition: null,
      segments: {},
    })),
    answers: Object.fromEntries(
      ids.map((id) => [
        id,
        rows.map((row) =>
          id === 'one' && row % 2 === 0
            ? undefined
            : { status: 'valid' as const, value: point(id, row), text: '' },
        ),
      ]),
    ),
  }
}

function scaleOf(reverse: boolean, minAnswered: number, personas = PEOPLE) {
  const items: ScaleItem[] = ids.map((questionId) => ({
    questionId,
    reverse: reverse && questionId === 'against',
  }))
  const given = input()
  return computeScale({
    input: { ...given, rows: given.rows.map((row, i) => ({ ...row, unit: i % personas })) },
    name: 'Scale',
    items: readItems(input(), items) as KeyedItem[],
    minAnswered,
    level: 0.95,
    withScores: true,
  })
}

it('of four personas has no numbers, however often they were asked', () => {
  const { alpha, alphaStandardised, omega, omegaStandardised, ...found } = scaleOf(true, 2, 4)
  for (const one of [alpha, omega]) expect(one).toMatchObject({ size: 'suppressed', lower: null })
  expect([alphaStandardised, omegaStandardised]).toEqual([null, null])
  expect(found.correlations.flat().every((one) => one === null)).toBe(true)
  for (const { mean, sd, itemRest, loading } of found.items)
    expect([mean, sd, itemRest, loading]).toEqual([null, null, null, null])
  expect(found.scores.overall.mean!.estimate).toBeNull()
})

describe('a scale with an item the other way round', () => {
  const wrong = scaleOf(false, 2)
  const right = scaleOf(true, 2)

  it('is told which item to reverse, and no other', () => {
    expect(wrong.items.map(({ suggestion }) => suggestion)).toEqual([null, null, null, 'reverse'])
    expect(wrong.notices[0]!.message).toMatch(/“Item against” runs against the other items/)
    expect(wrong.items[3]!.itemRest).toBeLessThan(0)
  })

  it('is reliable once it is reversed', () => {
    expect(right.items.every(({ suggestion }) => suggestion === null)).toBe(true)
    // Levels have variance 1, answers .49 of their own: parallel items of reliability .67.
    expect(right.alpha.lower).toBeGreaterThan(0.8)
    expect(right.omega.estimate).toBeCloseTo(right.alpha.estimate!, 1)
    expect(right.items[0]!.alphaIfDropped).toBeLessThan(right.alpha.estimate!)
  })

  it('scores those who answered enough, of all items that they answered', () => {
    expect(right.complete).toBe(PEOPLE / 2)
    expect(right.people).toHaveLength(PEOPLE)
    expect(scaleOf(true, 4).people).toHaveLength(PEOPLE / 2)
    expect(right.people![0]!.answered).toBe(3)
    expect(scaleOf(true, 4).notices.map(({ code }) => code)).toContain('unscored')
  })
})
