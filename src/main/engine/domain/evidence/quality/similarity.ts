import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'

export type Similarity = {
  /** Mean cosine of answers of two personas under one condition. */
  readonly between: number
  /** Mean cosine of two answers of one persona; null where nobody answered twice. */
  readonly within: number | null
  /** Share of the distance between answers that lies between personas (0–1), as an ICC. */
  readonly betweenShare: number | null
  readonly lower: number | null
  readonly upper: number | null
}

const LEAST_PERSONAS = 10

/**
 * Open answers as points on the unit sphere, where 1 − cosine is half a squared distance: 1 −
 * (1 − within)/(1 − between) is then the share of the variance between personas. The interval is
 * that of the mean within personas. Within personas nothing is measured at temperature 0.
 *
 * @param units  of each persona, per condition: its answers' embeddings, unit length
 * @returns undefined for fewer than ten
 */
export function similarityOf(
  units: readonly (readonly Float32Array[])[],
  temperature: number,
): Similarity | undefined {
  const answered = units.filter(({ length }) => length > 0)
  if (answered.length < LEAST_PERSONAS) return undefined
  const between = betweenUnits(answered)
  const own = temperature === 0 ? [] : answered.filter(({ length }) => length > 1).map(withinUnit)
  if (own.length < LEAST_PERSONAS || between >= 1)
    return { between, within: null, betweenShare: null, lower: null, upper: null }
  const within = own.reduce((sum, value) => sum + value, 0) / own.length
  const variance = own.reduce((sum, value) => sum + (value - within) ** 2, 0) / (own.length - 1)
  const half = (normalQuantile(0.975, 0, 1) * Math.sqrt(variance / own.length)) / (1 - between)
  const betweenShare = (within - between) / (1 - between)
  return { between, within, betweenShare, lower: betweenShare - half, upper: betweenShare + half }
}

function betweenUnits(units: readonly (readonly Float32Array[])[]): number {
  const total = new Float64Array(units[0]![0]!.length)
  let [count, same, sameCount] = [0, 0, 0]
  for (const unit of units) {
    const sum = sumOf(unit)
    same += dot(sum, sum)
    sameCount += unit.length ** 2
    count += unit.length
    for (let i = 0; i < sum.length; i++) total[i]! += sum[i]!
  }
  return (dot(total, total) - same) / (count ** 2 - sameCount)
}

function withinUnit(unit: readonly Float32Array[]): number {
  const sum = sumOf(unit)
  return (dot(sum, sum) - unit.length) / (unit.length * (unit.length - 1))
}

function sumOf(vectors: readonly Float32Array[]): Float64Array {
  const sum = new Float64Array(vectors[0]!.length)
  for (const vector of vectors) for (let i = 0; i < sum.length; i++) sum[i]! += vector[i]!
  return sum
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
