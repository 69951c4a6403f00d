import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortCells, type GapMargin } from './gap-cells.ts'
import { findGaps } from './find-gaps.ts'
import { rake } from './rake.ts'

const margin = (name: string, categoryOf: number[], target: number[], more = {}): GapMargin => ({
  name,
  fields: [name],
  categories: target.map((_, c) => `${name} ${c}`),
  categoryOf: Int32Array.from(categoryOf),
  target: Float64Array.from(target),
  ...more,
})
/** `counts[a][b]` people in the cell (a, b), as two margins. */
function crossed(counts: number[][], targets: [number[], number[]]): GapMargin[] {
  const cells = counts.flatMap((row, a) =>
    row.flatMap((n, b) => Array.from({ length: n }, () => [a, b] as const)),
  )
  return [
    margin(
      'a',
      cells.map(([a]) => a),
      targets[0],
    ),
    margin(
      'b',
      cells.map(([, b]) => b),
      targets[1],
    ),
  ]
}
const even: [number[], number[]] = [
  [0.5, 0.5],
  [0.5, 0.5],
]
const cellsOf = (margins: GapMargin[]) =>
  findGaps(margins).gaps.map(({ parts }) =>
    parts.map(({ margin: m, category }) => `${margins[m]!.name}${category}`).join(' '),
  )

describe('what is missing', () => {
  it('is nothing where everybody is there', () => {
    expect(
      findGaps(
        crossed(
          [
            [25, 25],
            [25, 25],
          ],
          even,
        ),
      ).gaps,
    ).toEqual([])
  })

  it('is a category rather than each of its crossings', () => {
    expect(
      cellsOf(
        crossed(
          [
            [45, 45],
            [5, 5],
          ],
          even,
        ),
      ),
    ).toEqual(['a1'])
  })

  it('is a crossing where both of its categories are there', () => {
    expect(
      cellsOf(
        crossed(
          [
            [45, 45],
            [45, 3],
          ],
          [
            [0.65, 0.35],
            [0.65, 0.35],
          ],
        ),
      ),
    ).toEqual(['a1 b1'])
  })

  it('is a crossing of three where every two are there', () => {
    const cells = [0, 1, 2, 3, 4, 5, 6].flatMap((cell) => new Array<number>(30).fill(cell))
    const bit = (place: number) => cells.map((cell) => (cell >> place) & 1)
    const margins = [0, 1, 2].map((m) => margin(`m${m}`, bit(m), [0.55, 0.45]))
    expect(cellsOf(margins)).toContain('m01 m11 m21')
  })

  it('does not cross margins about the same variable, such as cohorts defined by it', () => {
    const margins = crossed(
      [
        [50, 0],
        [0, 50],
      ],
      even,
    )
    const alike = margins.map((one) => ({ ...one, fields: ['gender'] }))
    expect(cellsOf(margins)).toEqual(['a0 b1', 'a1 b0'])
    expect(cellsOf(alike)).toEqual([])
  })

  it('blocks where a category with a target is empty, and says how many it takes', () => {
    const { effectiveN, gaps } = findGaps(
      crossed(
        [
          [40, 40],
          [0, 0],
        ],
        [
          [0.8, 0.2],
          [0.5, 0.5],
        ],
      ),
    )
    expect(effectiveN).toBeNull()
    expect(gaps[0]).toMatchObject({ n: 0, isBlocking: true, missing: 20, costsEffectiveN: null })
    expect(gaps[0]!.effectiveNWith).toBeGreaterThan(95)
  })

  it('leaves out people without a category or a target, and margins that contradict each other', () => {
    const [a, b] = crossed(
      [
        [25, 25],
        [25, 25],
      ],
      even,
    )
    a!.categoryOf[0] = -1
    expect(findGaps([a!, b!]).size).toBe(99)
    const contradiction = margin('c', [...b!.categoryOf], [0.9, 0.1])
    expect(findGaps([b!, contradiction]).effectiveN).toBeNull()
    expect(findGaps([])).toEqual({ size: 0, effectiveN: null, gaps: [] })
  })
})

describe('a gap’s cost', () => {
  it('is what Kish’s effective n of those there are gains by filling it', () => {
    // Ninety at weight 5/9 and ten at 5: 100² / (90 · 25/81 + 10 · 25) = 36. Filled, nothing is lost.
    const { effectiveN, gaps } = findGaps(
      crossed(
        [
          [45, 45],
          [5, 5],
        ],
        even,
      ),
    )
    expect(effectiveN).toBeCloseTo(36, 6)
    expect(gaps[0]!.missing).toBe(80)
    expect(gaps[0]!.effectiveNWith! / 180).toBeGreaterThan(0.97)
    expect(gaps[0]!.costsEffectiveN!).toBeGreaterThan(60)
    expect(gaps[0]!.costsEffectiveN!).toBeLessThanOrEqual(64)
  })

  it('ranks gaps, and is never negative or more than was lost', () => {
    const counts = fc.array(
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 3 }),
      { minLength: 2, maxLength: 2 },
    )
    fc.assert(
      fc.property(counts, (table) => {
        const margins = crossed(table, [
          [0.5, 0.5],
          [0.3, 0.3, 0.4],
        ])
        const n = margins[0]!.categoryOf.length
        const { gaps, effectiveN } = findGaps(margins)
        const costs = gaps.map(({ costsEffectiveN }) => costsEffectiveN!)
        expect(costs).toEqual(costs.toSorted((a, b) => b - a))
        for (const cost of costs) {
          expect(cost).toBeGreaterThanOrEqual(0)
          expect(cost).toBeLessThanOrEqual(n - effectiveN! + 1e-6)
        }
        // Two tolerances: the slowest of 20,000 tables lay .0004 apart.
        expect(effectiveN).toBeCloseTo(rake(new Float64Array(n).fill(1), margins).effectiveN, 2)
      }),
      { numRuns: 50 },
    )
  })
})

it('counts every person once in each crossing', () => {
  const cells = shortCells(
    crossed(
      [
        [100, 2],
        [2, 100],
      ],
      even,
    ),
    204,
  )
  expect(cells.map(({ n, expected }) => [n, expected])).toEqual([
    [2, 51],
    [2, 51],
  ])
})
