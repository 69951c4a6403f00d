/** Distances of all pairs: shape [n, n], row by row, symmetric, 0 on the diagonal. */
export type DistanceMatrix = { readonly n: number; readonly values: Float64Array }

/** One person's answers as numbers of a question's parts; NaN for none. */
export type Scored = {
  readonly isNominal: boolean
  /** Of a scale or of the numbers seen; 0 where all are the same. */
  readonly range: number
  /** Shape [people]. */
  readonly values: Float64Array
}

/**
 * Square roots of Gower's distances (1971) of everybody's answers, each question counting the same
 * over those that both answered. The root makes them distances of points in a space (Gower &
 * Legendre 1986), for which the energy statistic is 0 only where the groups answer alike. Two people
 * who answered nothing in common are put at the mean distance. Pauses after each person.
 *
 * @param questions  parts of each question
 */
export function* answerDistances(
  questions: readonly (readonly Scored[])[],
  people: number,
): Generator<void, DistanceMatrix> {
  const values = new Float64Array(people * people)
  let [sum, known] = [0, 0]
  for (let i = 0; i < people; i++) {
    for (let j = 0; j < i; j++) {
      const distance = pairDistance(questions, i, j)
      values[i * people + j] = values[j * people + i] = distance
      if (Number.isNaN(distance)) continue
      sum += distance
      known += 1
    }
    yield
  }
  const mean = known === 0 ? 0 : sum / known
  return { n: people, values: values.map((value) => (Number.isNaN(value) ? mean : value)) }
}

function pairDistance(questions: readonly (readonly Scored[])[], i: number, j: number): number {
  let [sum, compared] = [0, 0]
  for (const parts of questions) {
    let [inQuestion, known] = [0, 0]
    for (const { isNominal, range, values } of parts) {
      const gap = Math.abs(values[i]! - values[j]!)
      if (Number.isNaN(gap)) continue
      inQuestion += isNominal ? Number(gap > 0) : range === 0 ? 0 : Math.min(1, gap / range)
      known += 1
    }
    if (known === 0) continue
    sum += inQuestion / known
    compared += 1
  }
  return compared === 0 ? Number.NaN : Math.sqrt(sum / compared)
}

/**
 * Energy coefficient of inhomogeneity of two groups (Székely & Rizzo 2004, 2013): of twice the mean
 * distance between the groups, what exceeds the mean distances within them; 0 where both answer
 * alike, 1 where all of each are the same.
 *
 * @param isFirst  1 for the first group, 0 for the second: shape [n]
 */
export function energyOf({ n, values }: DistanceMatrix, isFirst: Uint8Array): number {
  const [first, second] = [placesWhere(isFirst, 1), placesWhere(isFirst, 0)]
  if (first.length === 0 || second.length === 0) return Number.NaN
  const mean = (a: Int32Array, b: Int32Array) => {
    let sum = 0
    for (const i of a) for (const j of b) sum += values[i * n + j]!
    return sum / (a.length * b.length)
  }
  const between = mean(first, second)
  if (between === 0) return 0
  return Math.max(0, (2 * between - mean(first, first) - mean(second, second)) / (2 * between))
}

function placesWhere(isFirst: Uint8Array, wanted: 0 | 1): Int32Array {
  return Int32Array.from(isFirst.keys().filter((i) => isFirst[i] === wanted))
}
