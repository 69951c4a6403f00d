import { describe, expect, it } from 'vitest'
import { fitQuality } from './fit-quality.ts'
import { isUnfitted, type FittedModel, type UnfittedModel } from './fitted-model.ts'
import { linearModel } from './linear-model.ts'
import { logisticModel } from './logistic-model.ts'
import { ordinalModel } from './ordinal-model.ts'
import { waldTest } from './wald.ts'
import { coefficientTests } from './coefficient-tests.ts'
import {
  expectClose,
  fixtureDesign,
  readFixtures,
} from '../../../../../../test/helpers/r-fixtures.ts'

type Expected = {
  df: number
  /** Estimate, SE, t, p, interval; null where R drops the coefficient. */
  table: (number | null)[][]
  /** F, both degrees of freedom, p. */
  tests: (number | null)[][]
  quality: number[]
}
type Fixture = Record<
  'unit' | 'stratum' | 'w' | 'age' | 'g' | 'k' | 'y' | 'z' | 'o' | 'domain',
  number[]
> & {
  name: string
  expected: Record<'linear' | 'logistic' | 'aliased', Expected> & { ordinal: Expected | null }
}

const fixtures = readFixtures<Fixture[]>('r-survey/models.json')

/** What R cannot tell, nobody is told. */
const orNaN = (values: readonly (number | null)[]) => values.map((value) => value ?? Number.NaN)

function fitted(model: FittedModel | UnfittedModel): FittedModel {
  if (isUnfitted(model)) throw new Error(`Not fitted: ${model.separatedBy.join()}`)
  return model
}

function expectEqual(model: FittedModel, expected: Expected, terms: readonly number[][]): void {
  expect(model.degreesOfFreedom).toBe(expected.df)
  const rows = coefficientTests(model, 0.95).map((row) => [
    row.estimate,
    row.standardError,
    row.statistic,
    row.p,
    row.lower,
    row.upper,
  ])
  const kept = expected.table.filter(([estimate]) => estimate !== null)
  expect(rows.length).toBe(kept.length)
  rows.forEach((row, i) => expectClose(row, orNaN(kept[i]!)))
  terms.forEach((places, i) => {
    const { f, numeratorDf, denominatorDf, p } = waldTest(model, places)
    expectClose([f, numeratorDf, denominatorDf, p], orNaN(expected.tests[i]!))
  })
}

describe.each(fixtures)('equals R’s survey on $name', (fixture) => {
  const design = fixtureDesign(fixture)
  const domain = Uint8Array.from(fixture.domain)
  const column = (of: (row: number) => number) =>
    Float64Array.from(fixture.unit, (_, row) => of(row))
  const age = column((row) => fixture.age[row]!)
  const k = column((row) => fixture.k[row]!)
  const ones = column(() => 1)
  const columns = [
    ones,
    age,
    ...[2, 3].map((level) => column((row) => +(fixture.g[row] === level))),
    k,
  ]
  const { linear, logistic, ordinal, aliased } = fixture.expected

  it('svyglm, gaussian', () => {
    const model = linearModel({ design, columns, domain }, Float64Array.from(fixture.y))
    expectEqual(model, linear, [[1], [2, 3], [4]])
    expectClose([fitQuality(model, true).rSquared], linear.quality)
  })

  it('svyglm, quasibinomial', () => {
    const model = fitted(logisticModel({ design, columns, domain }, Float64Array.from(fixture.z)))
    expectEqual(model, logistic, [[1], [2, 3], [4]])
    const { mcFadden, nagelkerke } = fitQuality(model, false)
    expectClose([mcFadden, nagelkerke], logistic.quality)
  })

  it('svyglm with a collinear column', () => {
    const twice = column((row) => 2 * fixture.age[row]! + 3)
    const model = linearModel(
      { design, columns: [ones, age, twice, k], domain },
      Float64Array.from(fixture.y),
    )
    expect(model.kept).toEqual([0, 1, 3])
    expectEqual(model, aliased, [[1], [2]])
  })

  if (ordinal)
    it('svyolr', () => {
      const levels = [...new Set(fixture.o.filter((_, row) => domain[row]))].toSorted()
      const category = Int32Array.from(fixture.o, (value) => levels.indexOf(value))
      const model = fitted(ordinalModel({ design, columns, domain }, category, levels.length))
      expectEqual(model, ordinal, [[0], [1, 2], [3]])
      expectClose([fitQuality(model, false).mcFadden], ordinal.quality)
    })
})
