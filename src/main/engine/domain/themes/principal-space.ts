import { createStream } from '../random.ts'
import { dotAt, normalisePoints, pointAt, type Points } from './points.ts'

/** Rounds of subspace iteration: the sixth brings nothing more to where answers cluster. */
const ROUNDS = 6

/** Where the points differ from each other most: their middle and a few directions. */
export type PrincipalSpace = {
  readonly middle: Float32Array
  /** Orthonormal, a row per direction. */
  readonly directions: Points
}

/**
 * The space of the first principal components, by subspace iteration from random directions (Halko,
 * Martinsson & Tropp 2011). K-means looks for what these span (Ding & He 2004): the rest is noise of
 * short texts.
 *
 * @param sample  a few hundred points are enough
 */
export function principalSpace(sample: Points, components: number, seed: string): PrincipalSpace {
  const middle = middleOf(sample)
  const centred = withoutMiddle(sample, middle)
  const { dimensions } = sample
  const count = Math.min(components, sample.count - 1, dimensions)
  const draw = createStream(seed, 'directions')
  const start = Float32Array.from({ length: count * dimensions }, () => draw() - 0.5)
  let directions = orthonormal({ values: start, count, dimensions })
  for (let round = 0; round < ROUNDS; round++)
    directions = orthonormal(timesCovariance(centred, directions))
  return { middle, directions }
}

/** Each point's place in the space, scaled to length 1: shape [count, directions]. */
export function projectPoints(points: Points, { middle, directions }: PrincipalSpace): Points {
  const shift = Float64Array.from({ length: directions.count }, (_, c) => {
    const direction = pointAt(directions, c)
    return direction.reduce((sum, value, i) => sum + value * middle[i]!, 0)
  })
  const values = new Float32Array(points.count * directions.count)
  for (let row = 0; row < points.count; row++)
    for (let c = 0; c < directions.count; c++)
      values[row * directions.count + c] = dotAt(points, row, directions, c) - shift[c]!
  return normalisePoints({ values, count: points.count, dimensions: directions.count })
}

export function middleOf({ values, count, dimensions }: Points): Float32Array {
  const sums = new Float64Array(dimensions)
  for (let row = 0; row < count; row++)
    for (let i = 0; i < dimensions; i++) sums[i]! += values[row * dimensions + i]!
  return Float32Array.from(sums, (sum) => sum / Math.max(1, count))
}

/** Directions from the middle, scaled to length 1. */
export function withoutMiddle(points: Points, middle: Float32Array): Points {
  const { count, dimensions } = points
  const values = points.values.slice()
  for (let row = 0; row < count; row++)
    for (let i = 0; i < dimensions; i++) values[row * dimensions + i]! -= middle[i]!
  return normalisePoints({ values, count, dimensions })
}

/** XᵀX times each direction. */
function timesCovariance(points: Points, directions: Points): Points {
  const { count, dimensions } = points
  const values = new Float32Array(directions.values.length)
  for (let row = 0; row < count; row++)
    for (let c = 0; c < directions.count; c++) {
      const along = dotAt(points, row, directions, c)
      const to = c * dimensions
      const from = row * dimensions
      for (let i = 0; i < dimensions; i++) values[to + i]! += along * points.values[from + i]!
    }
  return { values, count: directions.count, dimensions }
}

/** Gram–Schmidt, each row against those before. Changes `rows`. */
function orthonormal(rows: Points): Points {
  for (let row = 0; row < rows.count; row++) {
    const own = pointAt(rows, row)
    for (let before = 0; before < row; before++) {
      const along = dotAt(rows, row, rows, before)
      const other = pointAt(rows, before)
      for (let i = 0; i < own.length; i++) own[i]! -= along * other[i]!
    }
    normalisePoints(pickInPlace(rows, row))
  }
  return rows
}

function pickInPlace(rows: Points, row: number): Points {
  return { values: pointAt(rows, row), count: 1, dimensions: rows.dimensions }
}
