import { expect, it } from 'vitest'
import { normal } from '../random.ts'
import { clusterAnswers } from './find-themes.ts'
import { normalisePoints } from './points.ts'
import { stabilityOf } from './stability.ts'

const DIMENSIONS = 24

/** @param apart  how far the middles of three groups lie from each other, in standard deviations */
function points(apart: number, seed: string) {
  const count = 150
  const values = Float32Array.from(
    { length: count * DIMENSIONS },
    (_, i) => normal(seed, i) + (i % DIMENSIONS === Math.floor(i / DIMENSIONS) % 3 ? apart : 0),
  )
  return normalisePoints({ values, count, dimensions: DIMENSIONS })
}

function stability(apart: number) {
  const all = points(apart, 'p')
  const { clusterOf } = clusterAnswers(all, 's', { themes: 3 })!
  return stabilityOf(all, clusterOf, { themes: 3, seed: 's' })!
}

it('is good where groups lie apart and low where there are none', () => {
  expect(stability(12)).toMatchObject({ level: 'good', resamples: 20 })
  expect(stability(12).adjustedRand).toBeGreaterThan(0.95)
  expect(stability(0).level).toBe('low')
})

it('is not measured for a single theme', () => {
  expect(stabilityOf(points(1, 'p'), new Int32Array(150), { themes: 1, seed: 's' })).toBeUndefined()
})
