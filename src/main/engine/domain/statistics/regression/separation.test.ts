import { describe, expect, it } from 'vitest'
import { normal, uniform } from '../../random.ts'
import type { SurveyDesign } from '../design.ts'
import { isUnfitted, type ModelData } from './fitted-model.ts'
import { logisticModel } from './logistic-model.ts'
import { ordinalModel } from './ordinal-model.ts'
import { findSeparation } from './separation.ts'

const N = 60
const rows = [...Array(N).keys()]

function dataOf(...predictors: ((row: number) => number)[]): ModelData {
  const design: SurveyDesign = {
    unit: Int32Array.from(rows),
    stratum: new Int32Array(N),
    weight: new Float64Array(N).fill(1),
  }
  const columns = [() => 1, ...predictors].map((of) => Float64Array.from(rows, of))
  return { design, columns, domain: new Uint8Array(N).fill(1) }
}

const noise = (row: number) => normal('separation', row)
const even = (row: number) => row % 2
const third = (row: number) => +(row % 3 === 0)

describe('separation', () => {
  it('is found where a number tells all answers apart', () => {
    const answers = Float64Array.from(rows, (row) => +(noise(row) > 0.2))
    const model = logisticModel(dataOf(noise, even), answers)
    expect(isUnfitted(model) && model.separatedBy).toContain(1)
  })

  it('is found where one group never says yes, and named by it alone', () => {
    const answers = Float64Array.from(rows, (row) =>
      third(row) ? 0 : +(uniform('answer', row) < 0.5),
    )
    const model = logisticModel(dataOf(even, third), answers)
    expect(isUnfitted(model) && model.separatedBy).toEqual([2])
  })

  it('is not found where a strong predictor errs once', () => {
    const answers = Float64Array.from(rows, (row) => +(noise(row) > 0.2))
    const least = rows.toSorted((a, b) => noise(a) - noise(b))[0]!
    answers[least] = 1
    expect(isUnfitted(logisticModel(dataOf(noise, even), answers))).toBe(false)
  })

  it('is found among ordered answers where a group always gives the highest', () => {
    const answers = Int32Array.from(rows, (row) =>
      third(row) ? 3 : Math.floor(uniform('level', row) * 4),
    )
    const model = ordinalModel(dataOf(even, third), answers, 4)
    expect(isUnfitted(model) && model.separatedBy).toEqual([2])
  })

  it('is not found where a group always gives a middle answer', () => {
    const answers = Int32Array.from(rows, (row) =>
      third(row) ? 1 : Math.floor(uniform('level', row) * 4),
    )
    expect(isUnfitted(ordinalModel(dataOf(even, third), answers, 4))).toBe(false)
  })

  it('has a direction exactly where a linear programme would find one', () => {
    // Two conditions that contradict each other, and the same without the contradiction.
    expect(findSeparation([[1], [-1]])).toBeUndefined()
    expect(findSeparation([[1], [2]])![0]).toBeGreaterThan(0)
    expect(
      findSeparation([
        [1, 1],
        [1, -1],
        [-1, 3],
      ]),
    ).toBeDefined()
    expect(
      findSeparation([
        [1, 1],
        [1, -1],
        [-1, 0],
      ]),
    ).toBeUndefined()
  })
})
