import { cellOf, drawPeople, TRAITS, type Points, type SpaceMargin } from './attribute-space.ts'
import { centredDiscrepancy } from './discrepancy.ts'

export type CoverageWork = {
  readonly margins: readonly SpaceMargin[]
  readonly personas: Points
  /** Shape [personas]. */
  readonly weights: Float64Array
}
export type Compared = { personas: number; random: number; randomRange: [number, number] }
export type CoverageFound = {
  cellsReached: Compared
  nearestDistance: Compared
  entropyRatio: Compared | null
  traitDiscrepancy: Compared
}

/** People of the target who ask whether somebody like them is there. */
const ASKING = 1_000
/** Random samples of the target: 90 % of them make the range. */
const SAMPLES = 20

/**
 * How well personas cover the attribute space, each measure beside the same of random samples of the
 * target of as many people; where weights count, random people have the same weights.
 *
 * - cells: share of random people of the target whose cell has a persona
 * - nearest: their mean Gower (1971) distance to the nearest persona, margins and traits alike; the
 *   distance to the closest record that synthetic data are judged by
 * - entropy: Shannon's, of the weighted cells, of what random samples have on average
 * - discrepancy: Hickernell's (1998) of the traits, made independent (Rosenblatt 1952)
 */
export function measureCoverage({ margins, personas, weights }: CoverageWork): CoverageFound {
  const asking = drawPeople(margins, ASKING, 'asking')
  const samples = Array.from({ length: SAMPLES }, (_, s) =>
    drawPeople(margins, personas.n, `sample ${s}`),
  )
  const entropies = samples.map((sample) => entropy(sample, weights, margins.length))
  const meanEntropy = mean(entropies)
  return {
    cellsReached: compare(
      reached(asking, personas, margins.length),
      samples.map((sample) => reached(asking, sample, margins.length)),
    ),
    nearestDistance: compare(
      nearest(asking, personas, margins),
      samples.map((sample) => nearest(asking, sample, margins)),
    ),
    entropyRatio:
      meanEntropy === 0
        ? null
        : compare(
            entropy(personas, weights, margins.length) / meanEntropy,
            entropies.map((one) => one / meanEntropy),
          ),
    traitDiscrepancy: compare(
      centredDiscrepancy(personas.uniforms, weights, TRAITS),
      samples.map(({ uniforms }) => centredDiscrepancy(uniforms, weights, TRAITS)),
    ),
  }
}

function compare(personas: number, random: number[]): Compared {
  const sorted = random.toSorted((a, b) => a - b)
  const cut = Math.floor(sorted.length / 20)
  return { personas, random: mean(random), randomRange: [sorted[cut]!, sorted.at(-1 - cut)!] }
}

function reached(asking: Points, people: Points, margins: number): number {
  const cells = new Set<string>()
  for (let i = 0; i < people.n; i++) cells.add(cellOf(people, i, margins))
  let found = 0
  for (let i = 0; i < asking.n; i++) if (cells.has(cellOf(asking, i, margins))) found += 1
  return found / asking.n
}

/** Mean Gower distance (0–1) of those who ask to the nearest of the people. */
function nearest(asking: Points, people: Points, margins: readonly SpaceMargin[]): number {
  const M = margins.length
  const step = margins.map(({ isOrdered, categories }) =>
    isOrdered && categories.length > 1 ? 1 / (categories.length - 1) : 0,
  )
  let total = 0
  for (let i = 0; i < asking.n; i++) {
    let least = Infinity
    for (let j = 0; j < people.n && least > 0; j++) {
      let distance = 0
      for (let m = 0; m < M; m++) {
        const there = people.categories[j * M + m]!
        const off = Math.abs(asking.categories[i * M + m]! - there)
        // Somebody in no category of a margin is as far from all of them as can be.
        if (off !== 0) distance += step[m] === 0 || there === -1 ? 1 : off * step[m]!
      }
      for (let t = 0; t < TRAITS && distance < least; t++)
        distance += Math.abs(asking.traits[i * TRAITS + t]! - people.traits[j * TRAITS + t]!)
      if (distance < least) least = distance
    }
    total += least / (M + TRAITS)
  }
  return total / asking.n
}

/** Shannon entropy, in nats, of the weighted shares of cells. */
function entropy(people: Points, weights: Float64Array, margins: number): number {
  const mass = new Map<string, number>()
  let total = 0
  for (let i = 0; i < people.n; i++) {
    const cell = cellOf(people, i, margins)
    mass.set(cell, (mass.get(cell) ?? 0) + weights[i]!)
    total += weights[i]!
  }
  let sum = 0
  for (const weight of mass.values())
    if (weight > 0) sum -= (weight / total) * Math.log(weight / total)
  return sum
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length
