import { expect, it } from 'vitest'
import type { SurveyDesign } from './design.ts'
import { raoScott } from './rao-scott.ts'

const rows = Array.from({ length: 60 }, (_, i) => i)
const personas = rows.map((i) => Math.floor(i / 2))
const design: SurveyDesign = {
  unit: Int32Array.from(personas),
  stratum: Int32Array.from(personas, (persona) => persona % 3),
  weight: Float64Array.from(personas, (persona) => 1 + (persona % 4)),
}
const everyone = new Uint8Array(60).fill(1)
const three = Int32Array.from(rows, (i) => (i * 7) % 3)

// R 4.2, survey 4.1: with F and X² of svychisq(~ a + b, statistic = "F" and "Chisq"),
// sqrt((X² − X² / F) / 60).
it('is what R makes of the test’s own numbers', () => {
  const two = Int32Array.from(rows, (i) => (three[i]! + Number(i % 5 === 0)) % 2)
  const found = raoScott(design, three, two, everyone)
  expect(found.statistic).toBeCloseTo(7.69875516168, 10)
  expect(found.cramersV).toBeCloseTo(0.5458452842685, 10)
  expect(raoScott(design, two, three, everyone).cramersV).toBeCloseTo(found.cramersV, 12)
})

it('is near 1 where one tells the other but for one, and 0 where they have nothing in common', () => {
  const almost = three.with(0, 1)
  expect(raoScott(design, three, almost, everyone).cramersV).toBeGreaterThan(0.95)
  const answers = Int32Array.from(personas, (persona) => persona % 2)
  const halves = Int32Array.from(personas, (persona) => Math.floor(persona / 4) % 2)
  expect(raoScott(design, answers, halves, everyone).cramersV).toBe(0)
})
