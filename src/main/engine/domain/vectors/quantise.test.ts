import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dequantise, dotQuantised, quantise } from './quantise.ts'

const unitVector = (dimensions: number) =>
  fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: dimensions,
      maxLength: dimensions,
    })
    .filter((values) => Math.hypot(...values) > 0.01)
    .map((values) => {
      const length = Math.hypot(...values)
      return Float32Array.from(values, (value) => value / length)
    })

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}

it('keeps the cosine of any two vectors within a hundredth', () => {
  fc.assert(
    fc.property(unitVector(61), unitVector(61), (a, b) => {
      const { values, scale } = quantise(b)
      expect(Math.abs(dotQuantised(a, values, 0) * scale - dot(a, b))).toBeLessThan(0.01)
    }),
  )
})

it('gives back a vector of unit length that it would round to the same integers', () => {
  fc.assert(
    fc.property(unitVector(16), (vector) => {
      const once = quantise(vector)
      const back = dequantise(once)
      expect(Math.hypot(...back)).toBeCloseTo(1, 5)
      expect(quantise(back).values).toEqual(once.values)
    }),
  )
})

it('has nothing to compare of a vector of zeros', () => {
  expect(quantise(new Float32Array(3))).toEqual({ values: new Int8Array(3), scale: 0 })
})
