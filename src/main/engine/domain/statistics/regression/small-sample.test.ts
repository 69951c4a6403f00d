import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { normal, uniform } from '../../random.ts'
import type { SurveyDesign } from '../design.ts'
import { coefficientTests } from './coefficient-tests.ts'
import { isUnfitted, type FittedModel, type ModelData, type UnfittedModel } from './fitted-model.ts'
import { linearModel } from './linear-model.ts'
import { logisticModel } from './logistic-model.ts'
import { ordinalModel } from './ordinal-model.ts'
import { smallSampleErrors, smallSampleTest, smallSampleWald } from './small-sample.ts'
import { waldTest } from './wald.ts'
import { linearRows, logisticRows, ordinalRows, type WorkingRows } from './working-rows.ts'

type Expected = { se: number[]; df: number[]; t2: number; eta: number }
type Fixture = Record<'unit' | 'w' | 'age' | 'g' | 'k' | 'y' | 'z', number[]> & {
  name: string
  linear: Expected
  logistic: Expected
}

const file = new URL('../../../../../../test/fixtures/r-survey/small-sample.json', import.meta.url)
const fixtures = JSON.parse(readFileSync(file, 'utf8')) as Fixture[]

function fitted(model: FittedModel | UnfittedModel): FittedModel {
  if (isUnfitted(model)) throw new Error(`Not fitted: ${model.separatedBy.join()}`)
  return model
}

function expectClose(found: number, wanted: number): void {
  expect(Math.abs(found - wanted), `${found} for ${wanted}`).toBeLessThan(
    1e-6 * Math.max(1, Math.abs(wanted)),
  )
}

function dataOf({ unit, w, age, g, k }: Fixture): ModelData {
  const column = (of: (row: number) => number) => Float64Array.from(unit, (_, row) => of(row))
  const design: SurveyDesign = {
    unit: Int32Array.from(unit),
    stratum: new Int32Array(unit.length),
    weight: Float64Array.from(w),
  }
  const columns = [
    column(() => 1),
    column((row) => age[row]!),
    ...[2, 3].map((level) => column((row) => +(g[row] === level))),
    column((row) => k[row]!),
  ]
  return { design, columns, domain: new Uint8Array(unit.length).fill(1) }
}

function expectEqual(model: FittedModel, rows: WorkingRows, expected: Expected): void {
  const errors = smallSampleErrors(rows)!
  expected.se.forEach((se, place) => {
    expectClose(Math.sqrt(errors.covariance[place]![place]!), se)
    expectClose(errors.degreesOfFreedom([place]), expected.df[place]!)
  })
  expectClose(errors.degreesOfFreedom([2, 3]), expected.eta)
  const { f, numeratorDf, denominatorDf } = smallSampleWald(errors, model, [2, 3])
  const eta = denominatorDf + 1
  expect(numeratorDf).toBe(2)
  expectClose((f * 2 * eta) / denominatorDf, expected.t2)
}

function ordinalErrors(data: ModelData, category: Int32Array, categories: number) {
  const model = fitted(ordinalModel(data, category, categories))
  return smallSampleErrors(ordinalRows(data, category, model))!
}

describe.each(fixtures)('errors of few personas equal R’s clubSandwich on $name', (fixture) => {
  const data = dataOf(fixture)

  it('linear', () => {
    const y = Float64Array.from(fixture.y)
    const model = linearModel(data, y)
    expectEqual(model, linearRows(data, y, model), fixture.linear)
  })

  it('logistic', () => {
    const z = Float64Array.from(fixture.z)
    const model = fitted(logisticModel(data, z))
    expectEqual(model, logisticRows(data, z, model), fixture.logistic)
  })

  it('ordinal of two categories: those of the logistic one', () => {
    const z = Float64Array.from(fixture.z)
    const found = ordinalErrors(data, Int32Array.from(z), 2)
    const rows = logisticRows(data, z, fitted(logisticModel(data, z)))
    // The root that is taken of what several answers of a persona have in common is another one.
    const logistic = smallSampleErrors({ ...rows, variance: rows.variance.map(() => 1) })!
    for (const place of [0, 1, 2, 3]) {
      expectClose(found.covariance[place]![place]!, logistic.covariance[place + 1]![place + 1]!)
      expectClose(found.degreesOfFreedom([place]), logistic.degreesOfFreedom([place + 1]))
    }
  })

  it('ordinal: the same from either end of the scale', () => {
    const lowest = Math.min(...fixture.y)
    const width = (Math.max(...fixture.y) - lowest) / 4
    const category = Int32Array.from(fixture.y, (y) =>
      Math.min(3, Math.floor((y - lowest) / width)),
    )
    const found = ordinalErrors(data, category, 4)
    const turned = ordinalErrors(
      data,
      category.map((at) => 3 - at),
      4,
    )
    for (const place of [0, 1, 2, 3]) {
      expectClose(turned.covariance[place]![place]!, found.covariance[place]![place]!)
      expectClose(turned.degreesOfFreedom([place]), found.degreesOfFreedom([place]))
    }
    expectClose(turned.degreesOfFreedom([1, 2]), found.degreesOfFreedom([1, 2]))
  })
})

describe('errors of few personas', () => {
  /** Nothing goes with the predictors; weights have a CV of about 1.3. */
  const drawOf = (draw: number) => {
    const n = 60
    const each = (make: (i: number) => number) =>
      Float64Array.from({ length: n }, (_, i) => make(i))
    const data: ModelData = {
      design: {
        unit: Int32Array.from({ length: n }, (_, i) => i),
        stratum: new Int32Array(n),
        weight: each((i) => Math.exp(normal('weight', draw, i))),
      },
      columns: [
        each(() => 1),
        each((i) => normal('age', draw, i)),
        ...[1, 2].map((level) =>
          each((i) => +(Math.floor(3 * uniform('group', draw, i)) === level)),
        ),
      ],
      domain: new Uint8Array(n).fill(1),
    }
    const answers = each((i) => normal('answer', draw, i))
    const model = linearModel(data, answers)
    return { model, errors: smallSampleErrors(linearRows(data, answers, model))! }
  }

  it('reject a true null far less often than those of R’s survey', () => {
    const draws = 600
    const rejected = { single: 0, group: 0, singleBySurvey: 0, groupBySurvey: 0 }
    for (let draw = 0; draw < draws; draw++) {
      const { model, errors } = drawOf(draw)
      if (coefficientTests(model, 0.95)[1]!.p < 0.05) rejected.singleBySurvey += 1
      if (waldTest(model, [2, 3]).p < 0.05) rejected.groupBySurvey += 1
      if (smallSampleTest(errors, model, { place: 1, level: 0.95 }).p < 0.05) rejected.single += 1
      if (smallSampleWald(errors, model, [2, 3]).p < 0.05) rejected.group += 1
    }
    expect(rejected.singleBySurvey / draws).toBeGreaterThan(0.09)
    expect(rejected.groupBySurvey / draws).toBeGreaterThan(0.09)
    for (const found of [rejected.single, rejected.group]) {
      expect(found / draws).toBeGreaterThan(0.025)
      expect(found / draws).toBeLessThan(0.08)
    }
  })

  it('are not given for collinear columns', () => {
    const column = Float64Array.of(1, 2, 3)
    const rows: WorkingRows = {
      columns: [column, column],
      residual: new Float64Array(3),
      weight: new Float64Array(3).fill(1),
      unit: Int32Array.of(0, 1, 2),
      variance: new Float64Array(3).fill(1),
    }
    expect(smallSampleErrors(rows)).toBeUndefined()
  })

  it('are finite where a persona has a category of its own', () => {
    const n = 40
    const each = (make: (i: number) => number) =>
      Float64Array.from({ length: n }, (_, i) => make(i))
    const data: ModelData = {
      design: {
        unit: Int32Array.from({ length: n }, (_, i) => i),
        stratum: new Int32Array(n),
        weight: each((i) => 1 + (i % 3)),
      },
      columns: [each(() => 1), each((i) => +(i === 7)), each((i) => normal('other', i))],
      domain: new Uint8Array(n).fill(1),
    }
    const answers = each((i) => normal('answer', i))
    const model = linearModel(data, answers)
    const errors = smallSampleErrors(linearRows(data, answers, model))!
    const own = smallSampleTest(errors, model, { place: 1, level: 0.95 })
    const other = smallSampleTest(errors, model, { place: 2, level: 0.95 })
    // The others' mean is all that its error can be of.
    expect(own.standardError).toBeLessThan(0.5)
    expect(other.standardError).toBeCloseTo(Math.sqrt(model.covariance[2]![2]!), 1)
    expect(other.degreesOfFreedom).toBeGreaterThan(10)
  })
})
