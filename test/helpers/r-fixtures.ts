import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { SurveyDesign } from '../../src/main/engine/domain/statistics/design.ts'

/** @param name  of a file that an R script wrote, below `test/fixtures` */
export function readFixtures<Fixtures>(name: string): Fixtures {
  return JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'))
}

/** @param w  the weights */
export function fixtureDesign({ unit, stratum, w }: Record<'unit' | 'stratum' | 'w', number[]>) {
  const design: SurveyDesign = {
    unit: Int32Array.from(unit),
    stratum: Int32Array.from(stratum),
    weight: Float64Array.from(w),
  }
  return design
}

/** To 1e-6, of its size where it is beyond 1. @param expected  null where R gives no number */
export function expectClose(
  found: readonly (number | null)[],
  expected: readonly (number | null)[],
): void {
  expect(found).toHaveLength(expected.length)
  expected.forEach((wanted, i) => {
    if (wanted === null) return
    if (Number.isNaN(wanted)) return expect(found[i], `value ${i}`).toBeNaN()
    expect(
      Math.abs((found[i] ?? Number.NaN) - wanted),
      `value ${i}: ${found[i]} for ${wanted}`,
    ).toBeLessThan(1e-6 * Math.max(1, Math.abs(wanted)))
  })
}
