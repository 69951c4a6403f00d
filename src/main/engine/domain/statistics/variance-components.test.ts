import { expect, it } from 'vitest'
import fixtures from '../../../../../test/fixtures/r-variance-components/fixtures.json' with { type: 'json' }
import { normal } from '../random.ts'
import { varianceComponents } from './variance-components.ts'

it.each(fixtures)('equals R: $name', ({ values, levels, names, expected, tolerance }) => {
  const found = varianceComponents(
    Float64Array.from(values),
    names.map((name, i) => ({ name, levelOf: Int32Array.from(levels[i]!) })),
  )
  expect(found).toHaveLength(expected.length)
  for (const [i, variance] of expected.entries())
    expect(Math.abs(found[i]! - variance) / variance).toBeLessThan(tolerance)
})

it('finds planted variances on average, and none where there is none', () => {
  const [runs, personas, levels] = [300, 30, 4]
  const mean = [0, 0, 0]
  for (let run = 0; run < runs; run++) {
    const cells = Array.from(
      { length: personas * levels },
      (_, i) => [i % personas, Math.floor(i / personas)] as const,
    )
    const values = Float64Array.from(
      cells,
      ([persona, level]) => normal('a', run, persona) + 0.5 * normal('c', run, persona, level),
    )
    const found = varianceComponents(values, [
      { name: 'persona', levelOf: Int32Array.from(cells, ([persona]) => persona) },
      { name: 'wording', levelOf: Int32Array.from(cells, ([, level]) => level) },
    ])
    for (const [i, variance] of found.entries()) mean[i]! += variance / runs
  }
  expect(mean[0]).toBeCloseTo(1, 1)
  expect(mean[1]).toBeCloseTo(0, 2)
  expect(mean[2]).toBeCloseTo(0.25, 1)
})

it('cannot tell apart what never varies', () => {
  const same = { name: 'one level', levelOf: new Int32Array(4) }
  expect(varianceComponents(Float64Array.of(1, 2, 3, 4), [same])).toEqual([Number.NaN, Number.NaN])
})
